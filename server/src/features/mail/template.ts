import { locales, type Locale } from '../../../../contract';
import {
  faultsOfWords,
  isButton,
  isOptional,
  namesIn,
  type Declared,
  type VariableKind,
  type Words,
} from './placeholders';

type Optional<D extends Declared> = { [N in keyof D]: D[N] extends `${string}?` ? N : never }[keyof D];
type ValueOf<K extends VariableKind> = K extends 'instant' | 'instant?' ? Date : string;

/** The values a message wants, from its declaration. */
export type VariablesOf<D extends Declared> = { [N in Exclude<keyof D, Optional<D>>]: ValueOf<D[N]> } & {
  [N in Optional<D>]?: ValueOf<D[N]> | null;
};

export interface Wording extends Words {
  /** What stands on the button; only where the message has a link. */
  action?: string;
}

/** A message in every language. The text part and the HTML part are both made from its words, so they say the same. */
export interface Template<D extends Declared = Declared> {
  variables: D;
  wordings: Readonly<Record<Locale, Wording>>;
}

export const defineTemplate = <const D extends Declared>(template: Template<D>): Template<D> => template;

/** All variables that a wording shows, in alphabetical order. */
export const variablesShown = ({ subject, paragraphs }: Words): string[] =>
  [...new Set([subject, ...paragraphs].flatMap(namesIn))].sort();

const faultsOfAction = (variables: Declared, { action, paragraphs }: Wording): string[] => {
  const hasButton = paragraphs.some((text) => isButton(variables, text));
  if (hasButton && action === undefined) return ['the button has no action'];
  return !hasButton && action !== undefined ? ['the action has no button'] : [];
};

/**
 * What is wrong with a template; an empty list for a good one. Asked of every template at boot: beside what words of a
 * site's own must keep to, every language shows every variable.
 */
export const faultsOfTemplate = ({ variables, wordings }: Template): string[] =>
  locales.flatMap((locale) => {
    const wording = wordings[locale];
    const shown = variablesShown(wording);
    const missing = Object.keys(variables).filter((name) => !shown.includes(name));
    return [
      ...faultsOfWords(variables, wording).map(({ problem, value }) => (value ? `${problem} ${value}` : problem)),
      ...faultsOfAction(variables, wording),
      ...missing.map((name) => `{{${name}}} is never shown`),
    ].map((fault) => `${locale}: ${fault}`);
  });

/** The words as a person edits them: the body as plain text, `{{link}}` in the place of the button. */
export const asTyped = ({ subject, paragraphs }: Words): { subject: string; body: string } => ({
  subject,
  body: paragraphs.join('\n\n'),
});

/** The variables of a template, as the settings show them. */
export const variablesOf = ({ variables }: Template): { name: string; optional: boolean }[] =>
  Object.entries(variables).map(([name, kind]) => ({ name, optional: isOptional(kind) }));
