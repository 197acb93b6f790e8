import type { Locale } from '../../../../../contract';

/** Words of the portal's login page, for its preview in a language that the panel's reader has not loaded. */
export const loginWords = {
  fr: {
    title: 'Se connecter',
    name: 'Adresse e-mail ou identifiant',
    password: 'Mot de passe',
    enter: 'Se connecter',
    join: 'Se joindre',
  },
  en: { title: 'Log in', name: 'E-mail address or login name', password: 'Password', enter: 'Log in', join: 'Join' },
  cs: {
    title: 'Přihlášení',
    name: 'E-mailová adresa nebo přihlašovací jméno',
    password: 'Heslo',
    enter: 'Přihlásit se',
    join: 'Připojit se',
  },
} as const satisfies Record<Locale, Record<string, string>>;
