import { locales, type Locale, type MailText, type MessageKind, type Settings } from '../../../../contract';
import { siteName, siteUrl, type Strapi } from '../../kernel';
import type { MailTextFault } from '../settings';
import type { Look } from './layout';
import type { Wording } from './template';
import { templates } from './templates';
import { faultsOfWords, readWords } from './placeholders';

type Typed = Pick<MailText, 'subject' | 'body'>;

/** What is wrong with words of the site's own. They are held against the message's variables, and never run. */
export const faultsOfTyped = (kind: MessageKind, typed: Typed): MailTextFault[] =>
  faultsOfWords(templates[kind].variables, readWords(typed)).map(({ part, ...fault }) => ({ field: part, ...fault }));

/** Words that a person typed as those of a message; the button keeps the plugin's label. */
export const toWording = (kind: MessageKind, locale: Locale, typed: Typed): Wording => {
  const own: Wording = templates[kind].wordings[locale];
  return { ...own, ...readWords(typed) };
};

/** The site's own words for a message, or null where it has none. */
export const typedFor = ({ mailTexts }: Settings, kind: MessageKind, locale: Locale): MailText | null =>
  mailTexts.find((text) => text.kind === kind && text.locale === locale) ?? null;

/** Whose words a message is sent in: the site's own, or the plugin's where there are none or where they are faulty. */
export const wordingOf = (
  settings: Settings,
  kind: MessageKind,
  locale: Locale
): { wording: Wording; isFaulty: boolean } => {
  const typed = typedFor(settings, kind, locale);
  const isFaulty = typed !== null && faultsOfTyped(kind, typed).length > 0;
  const wording = typed === null || isFaulty ? templates[kind].wordings[locale] : toWording(kind, locale, typed);
  return { wording, isFaulty };
};

/** The brand as mails show it. A logo on the site gets the site's public address. */
export const lookOf = (strapi: Strapi, { brand }: Settings): Look => ({
  siteName: siteName(strapi),
  colour: brand.colour,
  logo: brand.logoUrl === null ? null : new URL(brand.logoUrl, siteUrl(strapi)).href,
});

/** The language of a reader, as far as the plugin speaks it. */
export const localeOf = (language: string): Locale | null => locales.find((one) => one === language) ?? null;
