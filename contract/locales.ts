import { mixed, object, string, type InferType } from 'yup';
import { locales, type Locale } from './constants';

export { defaultLocale, labelIn, locales, type Locale } from './constants';

export const locale = mixed<Locale>().oneOf([...locales]);

/** A short text in every language, as typed by a person. French is required; the others fall back to it. */
export const labels = object({
  fr: string().trim().min(1).max(80).required(),
  en: string().trim().max(80).default(''),
  cs: string().trim().max(80).default(''),
}).noUnknown();
export type Labels = InferType<typeof labels>;

/** A longer text in every language, of several lines. All are optional: what is empty is not shown. */
export const paragraphs = object({
  fr: string().trim().max(1_000).default(''),
  en: string().trim().max(1_000).default(''),
  cs: string().trim().max(1_000).default(''),
}).noUnknown();
export type Paragraphs = InferType<typeof paragraphs>;
