import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Locale } from '../../../contract/constants';
import { chooseLocale } from './chooseLocale';
import { formatMessage, type MessageValues } from './message';
import { translations, type MessageKey } from './translations';

interface Language {
  readonly locale: Locale;
  readonly t: (key: MessageKey, values?: MessageValues) => string;
  readonly choose: (locale: Locale) => void;
}

const LanguageContext = createContext<Language | null>(null);

const storageKey = 'guest-portal:language';

const readChoice = (): string | null => {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
    return null;
  }
};

const keepChoice = (locale: Locale): void => {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // As above.
  }
};

interface LanguageProviderProps {
  readonly guestLocale: Locale | null;
  readonly siteLocale: Locale | null;
  readonly children: ReactNode;
}

/** Gives the page its language, and the document its `lang`. */
export const LanguageProvider = ({ guestLocale, siteLocale, children }: LanguageProviderProps) => {
  const [chosen, setChosen] = useState(readChoice);
  const locale = chooseLocale({ chosen, guest: guestLocale, browser: navigator.languages, site: siteLocale });

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  const choose = useCallback((next: Locale) => {
    keepChoice(next);
    setChosen(next);
  }, []);

  const language = useMemo<Language>(
    () => ({ locale, choose, t: (key, values) => formatMessage(translations[locale][key], locale, values) }),
    [locale, choose]
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
};

export const useLanguage = (): Language => {
  const language = useContext(LanguageContext);
  if (language === null) throw new Error('useLanguage stands outside of LanguageProvider');
  return language;
};
