import { fold } from '../../../../contract/fold';

/** One entry of a list. */
export interface Option {
  id: string;
  label: string;
}

/** An option with its label folded once, as lists of 10,000 are searched at every key stroke. */
export interface FoldedOption extends Option {
  folded: string;
}
export const foldOptions = (options: readonly Option[]): FoldedOption[] =>
  options.map((option) => ({ ...option, folded: fold(option.label) }));

/** The options that hold every word of the search text, in any order. */
export const searchOptions = (options: readonly FoldedOption[], text: string): readonly FoldedOption[] => {
  const words = fold(text).split(' ').filter(Boolean);
  return words.length === 0 ? options : options.filter(({ folded }) => words.every((word) => folded.includes(word)));
};

/**
 * Typeahead: the next option, after `from` and then from the start, that begins with the typed text; -1 where none does.
 * The same letter again and again steps through the options that begin with it.
 */
export const findByStart = (options: readonly FoldedOption[], typed: string, from: number): number => {
  const text = fold(typed);
  const repeated = text.length > 1 && [...text].every((letter) => letter === text[0]);
  const wanted = repeated ? text.slice(0, 1) : text;
  const first = wanted.length === 1 ? from + 1 : from;
  for (let step = 0; step < options.length; step += 1) {
    const index = (first + step) % options.length;
    if (options[index]?.folded.startsWith(wanted)) return index;
  }
  return -1;
};
