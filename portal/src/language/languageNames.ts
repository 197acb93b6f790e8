import type { Locale } from '../../../contract/constants';

/** Each language in its own words, as people look for it who cannot read the page. */
export const languageNames: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English', cs: 'Čeština' };

/** A language in the reader's: «Tchèque», "Czech". */
export const languageName = (language: Locale, reader: Locale): string => {
  const name = new Intl.DisplayNames(reader, { type: 'language' }).of(language) ?? languageNames[language];
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
};
