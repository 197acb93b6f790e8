import type { BulkGuestAction, GuestOutcome } from '../../../../contract';
import type { Worded } from '../../kernel';

/** The words of the panel, for the report as a table. */
export const actionWords: Readonly<Record<BulkGuestAction, Worded>> = {
  approve: { fr: 'Approbation', en: 'Approval', cs: 'Schválení' },
  close: { fr: 'Fermeture', en: 'Closing', cs: 'Uzavření' },
  reopen: { fr: 'Réouverture', en: 'Reopening', cs: 'Znovuotevření' },
  prolong: { fr: 'Dernier jour de la clé', en: 'Last day of the key', cs: 'Poslední den klíče' },
  'send-keys': { fr: 'Envoi de la clé', en: 'Sending of the key', cs: 'Odeslání klíče' },
  invite: { fr: 'Invitation', en: 'Invitation', cs: 'Pozvánka' },
  give: { fr: 'Accès donnés', en: 'Accesses given', cs: 'Udělené přístupy' },
  take: { fr: 'Accès retirés', en: 'Accesses taken away', cs: 'Odebrané přístupy' },
  delete: { fr: 'Suppression', en: 'Deletion', cs: 'Smazání' },
};

export const outcomeWords: Readonly<Record<GuestOutcome, Worded>> = {
  done: { fr: 'Fait', en: 'Done', cs: 'Hotovo' },
  unchanged: { fr: 'Déjà ainsi', en: 'Was so already', cs: 'Už tak bylo' },
  gone: { fr: 'Invité supprimé', en: 'Guest deleted', cs: 'Host smazán' },
  waiting: { fr: 'Accès en attente', en: 'Access waiting', cs: 'Přístup čeká' },
  closed: { fr: 'Accès fermé', en: 'Access closed', cs: 'Přístup uzavřen' },
  'no-key': { fr: 'Pas de clé', en: 'No key', cs: 'Bez klíče' },
  'no-contact': { fr: 'Pas de contact', en: 'No contact', cs: 'Bez kontaktu' },
  'no-address': { fr: 'Pas d’adresse e-mail', en: 'No e-mail address', cs: 'Bez e-mailové adresy' },
  'unusable-address': { fr: 'Adresse inutilisable', en: 'Unusable address', cs: 'Nepoužitelná adresa' },
  'unvouched-address': { fr: 'Adresse à vérifier', en: 'Address to be checked', cs: 'Adresa k ověření' },
  conflict: { fr: 'Modifié entre-temps', en: 'Changed meanwhile', cs: 'Mezitím změněno' },
};

/** Of the report's file, without its ending. */
export const fileName: Worded = { fr: 'invites-action', en: 'guests-action', cs: 'hoste-akce' };
