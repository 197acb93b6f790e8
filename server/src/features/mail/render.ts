import type { Locale } from '../../../../contract';
import { layOut, type Block, type Look } from './layout';
import type { Template, Wording } from './template';
import { isButton, isOptional, kindOf, namesIn, placeholder, type Declared } from './words';

/** A message as the mail provider takes it. */
export interface RenderedMessage {
  subject: string;
  text: string;
  html: string;
}

type Values = Readonly<Record<string, string | undefined>>;
export type Given = Readonly<Record<string, string | Date | null | undefined>>;

const textMax = 200;

/**
 * A value on one line: control characters and Unicode's line ends become spaces, marks that turn the reading direction or
 * take no room are dropped, `://` loses its colon so that a name does not turn into somebody else's link.
 */
export const printable = (value: string): string =>
  [
    ...value
      .normalize('NFC')
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g, '')
      .replace(/:\/\//g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ]
    .slice(0, textMax)
    .join('');

const httpLink = (value: string): string => {
  const { protocol, href } = new URL(value);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A link in a mail must be an http address');
  return href;
};

const written = new Map<Locale, Intl.DateTimeFormat>();

/** "13 décembre 2026 à 14:00 UTC+1": with the zone, since the reader may live in another than the server. */
const writtenOut = (instant: Date, locale: Locale): string => {
  // Making one costs more than all the rest of a message.
  const format =
    written.get(locale) ??
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
    });
  written.set(locale, format);
  return format.format(instant);
};

const shown = (declared: Declared, given: Given, locale: Locale): Values =>
  Object.fromEntries(
    Object.entries(declared).map(([name, kind]) => {
      const value = given[name] ?? undefined;
      if (value === undefined || value === '') {
        if (isOptional(kind)) return [name, undefined];
        throw new Error(`The variable ${name} is missing`);
      }
      if (value instanceof Date) return [name, writtenOut(value, locale)];
      return [name, kind === 'link' ? httpLink(value) : printable(value)];
    })
  );

/** One pass: a value that itself looks like a placeholder stays what it is. */
const fill = (text: string, values: Values): string =>
  text.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`The variable ${name} is missing`);
    return value;
  });

const isLeftOut = (declared: Declared, text: string, values: Values): boolean =>
  namesIn(text).some((name) => {
    const kind = kindOf(declared, name);
    return kind !== undefined && isOptional(kind) && values[name] === undefined;
  });

/** In French no line begins with one of these marks, and none ends after a quotation mark that opens. */
const unbroken = (text: string, locale: Locale): string =>
  locale === 'fr' ? text.replace(/ (?=[?!:;»])/g, '\u00A0').replace(/« /g, '«\u00A0') : text;

const blocksOf = (
  { paragraphs, action = '' }: Wording,
  declared: Declared,
  values: Values,
  locale: Locale
): Block[] => {
  const isThere = paragraphs.filter((text) => !isLeftOut(declared, text, values));
  const button = isThere.findIndex((text) => isButton(declared, text));
  return isThere.map((text, index): Block => {
    if (isButton(declared, text)) return { kind: 'button', label: action, href: fill(text, values) };
    return { kind: button !== -1 && index > button ? 'note' : 'paragraph', text: fill(unbroken(text, locale), values) };
  });
};

const asText = (block: Block): string => (block.kind === 'button' ? `${block.label}\n${block.href}` : block.text);

/**
 * Subject, text part and HTML part of a message in one language.
 * @param wording other words in the place of the template's
 * @throws where a required variable is missing or a link is not an http address.
 */
export const render = (
  template: Template,
  given: Given,
  locale: Locale,
  look: Look,
  wording: Wording = template.wordings[locale]
): RenderedMessage => {
  const values = shown(template.variables, given, locale);
  const subject = fill(wording.subject, values);
  const blocks = blocksOf(wording, template.variables, values, locale);
  const html = layOut(subject, blocks, locale, { ...look, siteName: printable(look.siteName) });
  return { subject, text: `${blocks.map(asText).join('\n\n')}\n`, html };
};
