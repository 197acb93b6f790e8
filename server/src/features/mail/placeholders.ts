import type { MailTextProblem } from '../../../../contract';

/**
 * What a variable holds, and so how it is shown: `typed` what any person typed, whoever they are, as data (`typed.ts`); `own`
 * the site's own words, or what has a form of its own and cannot be a link (a login name); `link` an http address of ours;
 * `instant` a Date, written out in the reader's language. A `?` marks one that may be missing. There is no kind for words of
 * which nobody said who typed them.
 */
export type VariableKind = 'typed' | 'own' | 'link' | 'instant' | 'typed?' | 'own?' | 'instant?';
export type Declared = Readonly<Record<string, VariableKind>>;

/**
 * The words of a message: plain text with `{{name}}` placeholders and nothing else, neither HTML nor code. A paragraph that
 * is `{{link}}` alone is the button; what stands below it is smaller print; one that names a variable that is missing is
 * left out, and a first one gives way to a plain greeting.
 */
export interface Words {
  subject: string;
  paragraphs: readonly string[];
}

/** `{{name}}`, also with blanks inside; never a part of `{{{name}}}`. */
export const placeholder = /(?<!\{)\{\{[ \t]*([A-Za-z]{1,40})[ \t]*\}\}(?!\})/g;

export const namesIn = (text: string): string[] => [...text.matchAll(placeholder)].map((match) => match[1] ?? '');

export const isOptional = (kind: VariableKind): boolean => kind.endsWith('?');

/** Not every name that JavaScript finds in an object: `constructor` is declared nowhere. */
export const kindOf = (declared: Declared, name: string): VariableKind | undefined =>
  Object.hasOwn(declared, name) ? declared[name] : undefined;

/** Whether a paragraph is a link and nothing else. */
export const isButton = (declared: Declared, text: string): boolean => {
  const [name, other] = namesIn(text);
  const isAlone = name !== undefined && other === undefined && text.replace(placeholder, '') === '';
  return isAlone && kindOf(declared, name) === 'link';
};

/** Control characters as people paste them: what breaks a line does, everything else is a blank. */
const withPlainLines = (text: string): string =>
  text
    .replace(/\u2029/g, '\n\n')
    .replace(/\r\n|[\r\v\f\u0085\u2028]/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');

/** A subject and a body as a person typed them: a subject of one line, paragraphs between empty lines. */
export const readWords = ({ subject, body }: { subject: string; body: string }): Words => ({
  subject: withPlainLines(subject).replace(/\s+/g, ' ').trim(),
  paragraphs: withPlainLines(body)
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== ''),
});

export interface WordsFault {
  part: 'subject' | 'body';
  problem: MailTextProblem;
  /** The piece of text that it is about. */
  value?: string;
}

const faultsOfText = (declared: Declared, part: WordsFault['part'], text: string): WordsFault[] => {
  const stray = /\{{2,}[^{}]{0,40}\}*|\}\}/.exec(text.replace(placeholder, ''));
  return [
    ...namesIn(text).flatMap((name): WordsFault[] => {
      const kind = kindOf(declared, name);
      const value = `{{${name}}}`;
      if (kind === undefined) return [{ part, problem: 'unknown-placeholder', value }];
      if (kind === 'link' && (part === 'subject' || !isButton(declared, text)))
        return [{ part, problem: 'link-not-alone', value }];
      // A subject without the name in it gives way to the plugin's.
      return part === 'subject' && isOptional(kind) && kind !== 'typed?'
        ? [{ part, problem: 'optional-in-subject', value }]
        : [];
    }),
    ...(stray === null ? [] : [{ part, problem: 'malformed-placeholder' as const, value: stray[0] }]),
  ];
};

/** What is wrong with the words of a message, given its variables; an empty list for good ones. */
export const faultsOfWords = (declared: Declared, { subject, paragraphs }: Words): WordsFault[] => {
  const faults = [
    ...faultsOfText(declared, 'subject', subject),
    ...paragraphs.flatMap((text) => faultsOfText(declared, 'body', text)),
  ];
  const link = Object.keys(declared).find((name) => declared[name] === 'link');
  const lacksLink = link !== undefined && !paragraphs.flatMap(namesIn).includes(link);
  return lacksLink ? [...faults, { part: 'body', problem: 'missing-link', value: `{{${link}}}` }] : faults;
};
