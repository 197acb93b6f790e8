import type { AccessOutcome, KeyOutcome, MailOutcome } from '../../../../contract';
import type { Worded } from '../../kernel';

/** The words of the panel, for the report as a table. */
export const accessWords: Readonly<Record<AccessOutcome, Worded>> = {
  created: { fr: 'Créé', en: 'Created', cs: 'Vytvořen' },
  extended: { fr: 'Complété', en: 'Extended', cs: 'Rozšířen' },
  'contact-gone': { fr: 'Contact supprimé', en: 'Contact deleted', cs: 'Kontakt smazán' },
};

const keptOutWords = {
  'no-access': { fr: 'Pas d’accès', en: 'No access', cs: 'Bez přístupu' },
  closed: { fr: 'Accès fermé', en: 'Access closed', cs: 'Přístup uzavřen' },
  waiting: { fr: 'Accès en attente', en: 'Access waiting', cs: 'Přístup čeká' },
} as const satisfies Record<string, Worded>;

export const keyWords: Readonly<Record<KeyOutcome, Worded>> = {
  issued: { fr: 'Obtenue', en: 'Obtained', cs: 'Získán' },
  kept: { fr: 'Déjà présente', en: 'Already there', cs: 'Už existoval' },
  ...keptOutWords,
};

export const mailWords: Readonly<Record<MailOutcome, Worded>> = {
  queued: { fr: 'En cours d’envoi', en: 'Being sent', cs: 'Odesílá se' },
  repeated: { fr: 'Déjà envoyée à l’instant', en: 'Sent a moment ago already', cs: 'Právě už odeslán' },
  'had-key': { fr: 'Non envoyée : clé déjà présente', en: 'Not sent: had a key', cs: 'Neodeslán: klíč už existoval' },
  ...keptOutWords,
  'no-key': { fr: 'Pas de clé', en: 'No key', cs: 'Bez klíče' },
  'no-address': { fr: 'Pas d’adresse e-mail', en: 'No e-mail address', cs: 'Bez e-mailové adresy' },
  'unusable-address': { fr: 'Adresse inutilisable', en: 'Unusable address', cs: 'Nepoužitelná adresa' },
  'unvouched-address': { fr: 'Adresse à vérifier', en: 'Address to be checked', cs: 'Adresa k ověření' },
};

export const headings = {
  key: { fr: 'Clé', en: 'Key', cs: 'Klíč' },
  mail: { fr: 'Envoi', en: 'Mail', cs: 'Odeslání' },
} as const satisfies Record<string, Worded>;

/** Of the report's file, without its ending. */
export const fileName: Worded = { fr: 'acces-envoyes', en: 'accesses', cs: 'pristupy' };
