import type { AccessState } from '../../../../contract';
import type { Worded } from '../../kernel';

/** The words of the panel, for what is read outside it. */
export const stateWords: Readonly<Record<AccessState, Worded>> = {
  none: { fr: 'Aucun', en: 'None', cs: 'Žádný' },
  open: { fr: 'Ouvert', en: 'Open', cs: 'Otevřený' },
  'without-credentials': { fr: 'Sans clé ni mot de passe', en: 'No key or password', cs: 'Bez klíče a hesla' },
  waiting: { fr: 'En attente', en: 'Waiting', cs: 'Čeká' },
  closed: { fr: 'Fermé', en: 'Closed', cs: 'Uzavřený' },
};

/** Headings of a person's columns. */
export const personWords = {
  lastName: { fr: 'Nom', en: 'Last name', cs: 'Příjmení' },
  firstName: { fr: 'Prénom', en: 'First name', cs: 'Jméno' },
  company: { fr: 'Entreprise', en: 'Company', cs: 'Společnost' },
  email: { fr: 'E-mail', en: 'E-mail', cs: 'E-mail' },
  access: { fr: 'Accès invité', en: 'Guest access', cs: 'Přístup hosta' },
} as const satisfies Record<string, Worded>;
