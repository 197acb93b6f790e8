import { mixed } from 'yup';
import { defaultLocale, locale } from './locales';

/** `csv` opens in a spreadsheet of the reader's language; `vcard` (4.0) in an address book. */
export const exportFormats = ['csv', 'vcard'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The media types of the formats, in their order. */
export const exportTypes = ['text/csv', 'text/vcard'] as const;

export const exportQuery = {
  format: mixed<ExportFormat>()
    .oneOf([...exportFormats])
    .default('csv'),
  /** The language of the headings, and the one in whose spreadsheet it is opened. */
  locale: locale.default(defaultLocale),
};
