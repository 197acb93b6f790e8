import { fold, type NameOrder } from '../../../../../contract';

export interface SplitName {
  readonly lastName: string;
  readonly firstName: string;
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');
const setOf = (text: string): ReadonlySet<string> => new Set(words(text));

/** Without dots and accents, as `plain` gives them. A contact has no place for them. */
const titlesBefore = setOf(
  'dr pr prof doc ing mgr bc bca mga mudr judr phdr rndr mvdr thdr pharmdr paeddr mddr arch dipl dipl-ing ' +
    'mr mrs ms miss m mme mlle me maitre sir pan pani monsieur madame mademoiselle'
);
const titlesAfter = setOf('phd csc drsc mba dis dba llm msc bsc mpa esq jr sr ii iii iv');
/** What a last name of several words begins with. */
const particles = setOf("de du des d' la le les von van der den zu zum di da del della dos ten ter");

const plain = (word: string): string => fold(word).replace(/[.,]/g, '');
const isParticle = (word: string | undefined): boolean => word !== undefined && particles.has(plain(word));
/** «NOA», not the initial «J.». */
const isUpper = (word: string): boolean => /\p{L}.*\p{L}/u.test(word) && word === word.toUpperCase();

/** Without the titles at both ends, unless there is nothing else. */
const withoutTitles = (name: readonly string[]): string[] => {
  const begin = name.findIndex((word) => !titlesBefore.has(plain(word)));
  const end = name.findLastIndex((word) => !titlesAfter.has(plain(word)));
  return begin < 0 || end < begin ? [...name] : name.slice(begin, end + 1);
};
const isTitles = (part: string): boolean =>
  words(part).every((word) => titlesAfter.has(plain(word)) || titlesBefore.has(plain(word)));

/** The words of the last name, as the first and the last of `name`: those in capitals, where others are not. */
const lastInCapitals = (name: readonly string[]): readonly [number, number] | null => {
  const other = name.findIndex((word) => !isUpper(word));
  if (other > 0) return [0, other];
  let begin = name.length;
  while (begin > 0 && isUpper(name[begin - 1] ?? '')) begin--;
  if (begin === 0 || begin === name.length) return null;
  while (begin > 1 && isParticle(name[begin - 1])) begin--;
  return [begin, name.length];
};

/** The same by the order that is told: a particle begins a last name, and otherwise it has one word. */
const lastByOrder = (name: readonly string[], order: NameOrder): readonly [number, number] => {
  if (order === 'last-first') {
    const end = name.findIndex((word) => !isParticle(word));
    return [0, Math.max(end, 0) + 1];
  }
  const particle = name.findIndex((word, at) => at > 0 && at < name.length - 1 && isParticle(word));
  return [particle > 0 ? particle : name.length - 1, name.length];
};

/**
 * A whole name in its two parts; either may be ''. «Noa, Arthur» and «NOA Arthur» tell themselves which is which, others follow
 * `order`. Titles («Dr.», «Ing.», «Ph.D.») and what stands in brackets at the end are left out. A guess: what is made of it can be corrected.
 */
export const splitName = (text: string, order: NameOrder): SplitName => {
  const parts = text
    .replace(/\([^()]*\)\s*$/, '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [one = '', two] = parts.length > 1 ? parts.filter((part, at) => at === 0 || !isTitles(part)) : parts;
  const name = withoutTitles(words(one));
  if (two !== undefined) return { lastName: name.join(' '), firstName: withoutTitles(words(two)).join(' ') };
  const [begin, end] = lastInCapitals(name) ?? lastByOrder(name, order);
  return {
    lastName: name.slice(Math.max(begin, 0), end).join(' '),
    firstName: [...name.slice(0, Math.max(begin, 0)), ...name.slice(end)].join(' '),
  };
};
