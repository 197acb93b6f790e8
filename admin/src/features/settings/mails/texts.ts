import type { ListMails, Locale, MailText, MessageKind, ResponseOf } from '../../../../../contract';

/** A message with the plugin's own words and its placeholders. */
export type Mail = ResponseOf<typeof ListMails>['mails'][number];

/** The words of a message in one language. */
export type Wording = Pick<MailText, 'subject' | 'body'>;

/** Where the words of a message in a language stand in the list of the site's own; -1 where it has none. */
export const placeOf = (texts: readonly MailText[], kind: MessageKind, locale: Locale): number =>
  texts.findIndex((one) => one.kind === kind && one.locale === locale);

/** The list without words of the site's own for a message in a language: those of the plugin count again. */
export const withoutText = (texts: readonly MailText[], kind: MessageKind, locale: Locale): MailText[] =>
  texts.filter((one) => one.kind !== kind || one.locale !== locale);

/** The list with these words; without an entry where they are the plugin's own. The others keep their places. */
export const withText = (texts: readonly MailText[], text: MailText, own: Wording): MailText[] => {
  if (text.subject === own.subject && text.body === own.body) return withoutText(texts, text.kind, text.locale);
  const place = placeOf(texts, text.kind, text.locale);
  return place < 0 ? [...texts, text] : texts.map((one, index) => (index === place ? text : one));
};

/** A text with something put in the place of what is selected, and where the caret stands then. */
export const insertedAt = (
  text: string,
  start: number,
  end: number,
  what: string
): { text: string; caret: number } => ({
  text: text.slice(0, start) + what + text.slice(end),
  caret: start + what.length,
});

/** A placeholder as it is written in a text. */
export const placeholder = (name: string): string => `{{${name}}}`;
