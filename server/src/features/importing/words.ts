import type { ImportGuestResult, ImportProblem, ImportResult, ImportUndoResult } from '../../../../contract';
import type { Worded } from '../../kernel';

/** The words of the panel, for the report. */
export const headings = {
  line: { fr: 'Ligne', en: 'Line', cs: 'Řádek' },
  phone: { fr: 'Téléphone', en: 'Phone', cs: 'Telefon' },
  directLine: { fr: 'Ligne directe', en: 'Direct line', cs: 'Přímá linka' },
  mobile: { fr: 'Mobile', en: 'Mobile', cs: 'Mobil' },
  result: { fr: 'Résultat', en: 'Result', cs: 'Výsledek' },
  guest: { fr: 'Invité', en: 'Guest', cs: 'Host' },
  problems: { fr: 'Remarques', en: 'Remarks', cs: 'Poznámky' },
} as const satisfies Record<string, Worded>;

export const resultWords: Readonly<Record<ImportResult, Worded>> = {
  added: { fr: 'Ajouté', en: 'Added', cs: 'Přidán' },
  merged: { fr: 'Fusionné', en: 'Merged', cs: 'Sloučen' },
  unchanged: {
    fr: 'Déjà là, rien à compléter',
    en: 'There already, nothing to fill in',
    cs: 'Už existuje, nic k doplnění',
  },
  skipped: { fr: 'Laissé de côté', en: 'Left out', cs: 'Vynechán' },
  incomplete: { fr: 'Sans nom : non importé', en: 'No last name: not imported', cs: 'Bez příjmení: neimportován' },
  appeared: {
    fr: 'Non importé : cette adresse a été ajoutée entre-temps',
    en: 'Not imported: this address was added meanwhile',
    cs: 'Neimportován: tato adresa mezitím přibyla',
  },
  gone: {
    fr: 'Non importé : le contact à compléter n’existe plus',
    en: 'Not imported: the contact to fill in is gone',
    cs: 'Neimportován: kontakt k doplnění už neexistuje',
  },
  'access-decides': {
    fr: 'Non fusionné : ce contact a un accès invité que vous ne pouvez pas modifier',
    en: 'Not merged: this contact has a guest access that you may not change',
    cs: 'Nesloučen: tento kontakt má přístup hosta, který nesmíte měnit',
  },
};

export const guestWords: Readonly<Record<ImportGuestResult, Worded>> = {
  created: { fr: 'Créé', en: 'Created', cs: 'Vytvořen' },
  'no-address': { fr: 'Non créé : pas d’adresse', en: 'Not created: no address', cs: 'Nevytvořen: chybí adresa' },
  'address-taken': {
    fr: 'Non créé : un autre invité a cette adresse',
    en: 'Not created: another guest has this address',
    cs: 'Nevytvořen: tuto adresu má jiný host',
  },
  'has-guest': { fr: 'Déjà invité', en: 'A guest already', cs: 'Už je hostem' },
  'not-allowed': {
    fr: 'Non créé : vos droits ne le permettent pas',
    en: 'Not created: your rights do not allow it',
    cs: 'Nevytvořen: vaše práva to nedovolují',
  },
};

export const undoWords: Readonly<Record<ImportUndoResult, Worded>> = {
  undone: { fr: 'Annulé', en: 'Undone', cs: 'Vráceno zpět' },
  kept: { fr: 'Conservé : modifié entre-temps', en: 'Kept: changed meanwhile', cs: 'Ponecháno: mezitím změněno' },
};

export const problemWords: Readonly<Record<ImportProblem, Worded>> = {
  'no-name': { fr: 'Pas de nom', en: 'No last name', cs: 'Chybí příjmení' },
  'bad-address': { fr: 'Adresse incorrecte', en: 'Not an address', cs: 'Neplatná adresa' },
  'bad-number': {
    fr: 'Numéro arrondi par un tableur',
    en: 'Number rounded by a spreadsheet',
    cs: 'Číslo zaokrouhlené tabulkou',
  },
  'too-long': { fr: 'Trop long', en: 'Too long', cs: 'Příliš dlouhé' },
  'control-character': { fr: 'Caractère de commande', en: 'Control character', cs: 'Řídicí znak' },
  'unreadable-text': { fr: 'Texte illisible', en: 'Unreadable text', cs: 'Nečitelný text' },
  'unknown-locale': { fr: 'Langue inconnue', en: 'Unknown language', cs: 'Neznámý jazyk' },
  'left-out': { fr: 'Valeur laissée de côté', en: 'Value left out', cs: 'Vynechaná hodnota' },
  'unreadable-row': { fr: 'Ligne illisible', en: 'Unreadable row', cs: 'Nečitelný řádek' },
};
