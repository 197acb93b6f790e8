import { useIntl } from 'react-intl';
import { locales, type Locale } from '../../../contract/locales';

const isLocale = (language: string): language is Locale => locales.some((locale) => locale === language);

/** The panel's language where the product has it, else English. */
export const toLocale = (panelLanguage: string): Locale => {
  const language = panelLanguage.split('-')[0] ?? '';
  return isLocale(language) ? language : 'en';
};

/** The reader's language, as one of the languages the product has. */
export const useLanguage = (): Locale => toLocale(useIntl().locale);
