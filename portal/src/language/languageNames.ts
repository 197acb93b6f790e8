import type { Locale } from '../../../contract/constants';

/** Each language in its own words, as people look for it. */
export const languageNames: Readonly<Record<Locale, string>> = { fr: 'Français', en: 'English', cs: 'Čeština' };
