import type { GuestOrigin } from '../../../../contract';
import type { Worded } from '../../kernel';

/** The words of the panel, for what is read outside it. */
export const originWords: Readonly<Record<GuestOrigin, Worded>> = {
  editor: { fr: 'Éditeur', en: 'Editor', cs: 'Editor' },
  contact: { fr: 'Contact', en: 'Contact', cs: 'Kontakt' },
  invitation: { fr: 'Lien d’invitation', en: 'Invitation link', cs: 'Odkaz s pozvánkou' },
  domain: { fr: 'Domaine', en: 'Domain', cs: 'Doména' },
};
