import type { Locale } from '../../../../contract';
import { loginLink, now, siteName, type Strapi } from '../../kernel';
import type { Given } from './render';

const invented: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: { guestName: 'Élodie Marchand', senderName: 'Sarah Martin', linkName: 'Chantier de la bibliothèque' },
  en: { guestName: 'Emily Carter', senderName: 'Sarah Martin', linkName: 'Library works' },
  cs: { guestName: 'Jana Nováková', senderName: 'Petr Svoboda', linkName: 'Stavba knihovny' },
};

const weekMs = 7 * 24 * 3_600_000;

/** Invented values for every variable of every message, for a look at it. The link leads to the login page. */
export const sampleValues = (strapi: Strapi, locale: Locale): Given => {
  const { senderName, ...names } = invented[locale];
  const at = now();
  return {
    ...names,
    senderName,
    inviterName: senderName,
    siteName: siteName(strapi),
    guestAddress: 'guest@example.com',
    newAddress: 'n***@example.com',
    login: 'guest-2',
    link: loginLink(strapi),
    at,
    expiresAt: new Date(at.getTime() + weekMs),
  };
};
