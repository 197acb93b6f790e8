import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** Asked for at "forgotten password", by anybody who knows the address. */
export const passwordReset = defineTemplate({
  variables: { guestName: 'text', siteName: 'text', link: 'link', expiresAt: 'instant' },
  wordings: {
    fr: {
      subject: 'Choisissez un nouveau mot de passe pour {{siteName}}',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          'Un nouveau mot de passe a été demandé pour votre accès à {{siteName}}. Suivez ce lien pour le choisir.'
        ),
        button('fr', 'Choisir un nouveau mot de passe'),
        note('Ce lien est valable jusqu’au {{expiresAt}} et ne sert qu’une fois. Ne le transférez à personne.'),
        note('La demande ne vient pas de vous ? Ignorez ce message : votre mot de passe actuel reste valable.'),
      ],
    },
    en: {
      subject: 'Choose a new password for {{siteName}}',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph('A new password was requested for your access to {{siteName}}. Follow this link to choose it.'),
        button('en', 'Choose a new password'),
        note('This link is valid until {{expiresAt}} and works once. Do not forward it to anyone.'),
        note('Was it not you who asked? Ignore this message: your current password stays as it is.'),
      ],
    },
    cs: {
      subject: 'Zvolte si nové heslo na web {{siteName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'obdrželi jsme žádost o nové heslo k přístupu na web {{siteName}} na jméno {{guestName}}. Zvolíte si je po otevření tohoto odkazu.'
        ),
        button('cs', 'Zvolit nové heslo'),
        note('Odkaz platí do {{expiresAt}} a lze jej použít jednou. Nikomu jej nepřeposílejte.'),
        note('Nežádali jste o nové heslo? Zprávu ignorujte: vaše dosavadní heslo platí dál.'),
      ],
    },
  },
});
