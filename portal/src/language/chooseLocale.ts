import { defaultLocale, locales, type Locale } from '../../../contract/constants';

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value);

interface LocaleHints {
  /** The language the person has chosen on this page. */
  readonly chosen: string | null;
  /** The language the site keeps for the guest. */
  readonly guest: string | null;
  /** What the browser asks for, best first: `cs-CZ`, `en`. */
  readonly browser: readonly string[];
  readonly site: string | null;
}

/** The language of the page: what the person has chosen, else the guest's, the browser's, the site's. */
export const chooseLocale = ({ chosen, guest, browser, site }: LocaleHints): Locale =>
  [chosen, guest, ...browser.map((tag) => tag.toLowerCase().split('-')[0]), site].find(isLocale) ?? defaultLocale;
