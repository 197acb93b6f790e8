import type { Locale } from '../../../../contract';
import { layOut, type Block, type Look } from './layout';
import type { Template, Wording } from './template';
import { asData, printable } from './typed';
import { isButton, isOptional, kindOf, namesIn, placeholder, type Declared, type VariableKind } from './placeholders';

/** A message as the mail provider takes it. */
export interface RenderedMessage {
  subject: string;
  text: string;
  html: string;
}

type Values = Readonly<Record<string, string | undefined>>;
export type Given = Readonly<Record<string, string | Date | null | undefined>>;

const httpLink = (value: string): string => {
  const { protocol, href } = new URL(value);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('A link in a mail must be an http address');
  return href;
};

/** Whom a message is written for: in which language, by the clocks of which place (an IANA name). */
export interface Reader {
  locale: Locale;
  timeZone: string;
}

const written = new Map<string, Intl.DateTimeFormat>();

/** "13 décembre 2026 à 14:00 UTC+1": with the zone, since the reader may be elsewhere than their profile says. */
const writtenOut = (instant: Date, { locale, timeZone }: Reader): string => {
  const key = `${locale} ${timeZone}`;
  // Making one costs more than all the rest of a message.
  const format =
    written.get(key) ??
    new Intl.DateTimeFormat(locale, {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    });
  written.set(key, format);
  return format.format(instant);
};

/** The one place where a value becomes a part of a message. */
const shownAs = (kind: VariableKind, value: string | Date, reader: Reader): string => {
  if (value instanceof Date) return writtenOut(value, reader);
  if (kind === 'link') return httpLink(value);
  return kind === 'own' || kind === 'own?' ? printable(value) : asData(value);
};

const shown = (declared: Declared, given: Given, reader: Reader): Values =>
  Object.fromEntries(
    Object.entries(declared).map(([name, kind]) => {
      const value = given[name] ?? undefined;
      if (value !== undefined && value !== '') return [name, shownAs(kind, value, reader)];
      if (isOptional(kind)) return [name, undefined];
      throw new Error(`The variable ${name} is missing`);
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

/** Where a message cannot say to whom it is: what its first paragraph says then. */
const greetings: Readonly<Record<Locale, string>> = { fr: 'Bonjour,', en: 'Hello,', cs: 'Dobrý den,' };

const blocksOf = (
  { paragraphs, action = '' }: Wording,
  declared: Declared,
  values: Values,
  locale: Locale
): Block[] => {
  const isThere = paragraphs.flatMap((text, index) => {
    if (!isLeftOut(declared, text, values)) return [text];
    return index === 0 ? [greetings[locale]] : [];
  });
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
  reader: Reader,
  look: Look,
  wording: Wording = template.wordings[reader.locale]
): RenderedMessage => {
  const { locale } = reader;
  const values = shown(template.variables, given, reader);
  const { subject: usual } = template.wordings[locale];
  const subject = fill(isLeftOut(template.variables, wording.subject, values) ? usual : wording.subject, values);
  const blocks = blocksOf(wording, template.variables, values, locale);
  const html = layOut(subject, blocks, locale, { ...look, siteName: printable(look.siteName) });
  return { subject, text: `${blocks.map(asText).join('\n\n')}\n`, html };
};
