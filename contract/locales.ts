import { mixed, object, string, type InferType } from 'yup';

/** The languages every text of the product exists in; the first is the default. */
export const locales = ['fr', 'en', 'cs'] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = 'fr';

export const locale = mixed<Locale>().oneOf([...locales]);

/** A short text in every language, as typed by a person. French is required; the others fall back to it. */
export const labels = object({
  fr: string().trim().min(1).max(80).required(),
  en: string().trim().max(80).default(''),
  cs: string().trim().max(80).default(''),
}).noUnknown();
export type Labels = InferType<typeof labels>;

/** The label in the reader's language, else in French. */
export const labelIn = (texts: Labels, language: Locale): string => texts[language] || texts.fr;
