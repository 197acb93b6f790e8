import { locales, type Locale } from '../../../../contract';

/**
 * What a variable holds, and so how it is shown: `text` a name or words, on one line; `link` an http address; `instant` a
 * Date, written out in the reader's language. A `?` marks one that may be missing.
 */
export type VariableKind = 'text' | 'link' | 'instant' | 'text?' | 'instant?';
export type Declared = Readonly<Record<string, VariableKind>>;

type Optional<D extends Declared> = { [N in keyof D]: D[N] extends `${string}?` ? N : never }[keyof D];
type ValueOf<K extends VariableKind> = K extends 'instant' | 'instant?' ? Date : string;

/** The values a message wants, from its declaration. */
export type VariablesOf<D extends Declared> = { [N in Exclude<keyof D, Optional<D>>]: ValueOf<D[N]> } & {
  [N in Optional<D>]?: ValueOf<D[N]> | null;
};

/** A block is shown only where the variable is there (`when`) or is missing (`unless`). */
export interface Condition {
  when?: string;
  unless?: string;
}
export interface TextBlock extends Condition {
  /** `note` is smaller print. */
  kind: 'paragraph' | 'note';
  text: string;
}
export interface ButtonBlock {
  kind: 'button';
  label: string;
  /** The variable with the address; it also stands in plain under `fallback`. */
  link: string;
  fallback: string;
}
export type Block = TextBlock | ButtonBlock;

/** A block with its values in place; still plain text. */
export type FilledBlock =
  { kind: TextBlock['kind']; text: string } | { kind: 'button'; label: string; href: string; fallback: string };

export interface Wording {
  subject: string;
  blocks: readonly Block[];
}

/**
 * A message in every language: words with `{{name}}` placeholders and nothing else, neither HTML nor code. The text part
 * and the HTML part are both made from the same blocks, so they cannot say different things.
 */
export interface Template<D extends Declared = Declared> {
  variables: D;
  wordings: Readonly<Record<Locale, Wording>>;
}

export const defineTemplate = <const D extends Declared>(template: Template<D>): Template<D> => template;

export const placeholder = /\{\{([A-Za-z]+)\}\}/g;
export const isOptional = (kind: VariableKind | undefined): boolean => kind?.endsWith('?') ?? false;

const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map((match) => match[1] ?? '');
const textsOf = (block: Block): string[] => (block.kind === 'button' ? [block.label, block.fallback] : [block.text]);

const faultsOfText = (declared: Declared, text: string, sure?: string): string[] => [
  ...namesIn(text).flatMap((name) => {
    const kind = declared[name];
    if (kind === undefined) return [`unknown placeholder {{${name}}}`];
    return isOptional(kind) && sure !== name ? [`{{${name}}} may be missing: its block needs when: '${name}'`] : [];
  }),
  ...(/[{}]/.test(text.replace(placeholder, '')) ? [`stray brace in "${text}"`] : []),
];

const faultsOfBlock = (declared: Declared, block: Block): string[] => {
  const conditions = block.kind === 'button' ? [] : [block.when, block.unless].filter((name) => name !== undefined);
  return [
    ...textsOf(block).flatMap((text) => faultsOfText(declared, text, block.kind === 'button' ? undefined : block.when)),
    ...conditions.flatMap((name) =>
      isOptional(declared[name]) ? [] : [`condition on ${name}, which is never missing`]
    ),
    ...(block.kind === 'button' && declared[block.link] !== 'link' ? [`${block.link} is not a link`] : []),
  ];
};

/** All variables that a wording shows, in alphabetical order. */
export const variablesShown = ({ subject, blocks }: Wording): string[] => {
  const names = [subject, ...blocks.flatMap(textsOf)].flatMap(namesIn);
  const links = blocks.flatMap((block) => (block.kind === 'button' ? [block.link] : []));
  return [...new Set([...names, ...links])].sort();
};

/** What is wrong with a template; an empty list for a good one. Asked of every template at boot. */
export const faultsOfTemplate = ({ variables, wordings }: Template): string[] =>
  locales.flatMap((locale) => {
    const wording = wordings[locale];
    const shown = variablesShown(wording);
    const missing = Object.keys(variables).filter((name) => !shown.includes(name));
    return [
      ...faultsOfText(variables, wording.subject),
      ...wording.blocks.flatMap((block) => faultsOfBlock(variables, block)),
      ...missing.map((name) => `{{${name}}} is never shown`),
    ].map((fault) => `${locale}: ${fault}`);
  });
