import { defineTemplate } from '../template';

/** Asked for at "forgotten password", by anybody who knows the address. */
export const passwordReset = defineTemplate({
  variables: { guestName: 'typed?', siteName: 'own', link: 'link', expiresAt: 'instant' },
  wordings: {
    fr: {
      subject: 'Choisissez un nouveau mot de passe pour {{siteName}}',
      action: 'Choisir un nouveau mot de passe',
      paragraphs: [
        'Bonjour {{guestName}},',
        'Un nouveau mot de passe a été demandé pour votre accès à {{siteName}}. Suivez ce lien pour le choisir.',
        '{{link}}',
        'Ce lien est valable jusqu’au {{expiresAt}} et ne sert qu’une fois. Ne le transférez à personne.',
        'La demande ne vient pas de vous ? Ignorez ce message : votre mot de passe actuel reste valable.',
      ],
    },
    en: {
      subject: 'Choose a new password for {{siteName}}',
      action: 'Choose a new password',
      paragraphs: [
        'Hello {{guestName}},',
        'A new password was requested for your access to {{siteName}}. Follow this link to choose it.',
        '{{link}}',
        'This link is valid until {{expiresAt}} and works once. Do not forward it to anyone.',
        'Was it not you who asked? Ignore this message: your current password stays as it is.',
      ],
    },
    cs: {
      subject: 'Zvolte si nové heslo na web {{siteName}}',
      action: 'Zvolit nové heslo',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        'Obdrželi jsme žádost o nové heslo k přístupu na web {{siteName}}. Zvolíte si je po otevření tohoto odkazu.',
        '{{link}}',
        'Odkaz platí do {{expiresAt}} a lze jej použít jednou. Nikomu jej nepřeposílejte.',
        'Nežádali jste o nové heslo? Zprávu ignorujte: vaše dosavadní heslo platí dál.',
      ],
    },
  },
});
