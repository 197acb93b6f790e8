import { defineTemplate } from '../template';

/** A notice, so that a change made by somebody else is seen. `link` is the login page. */
export const passwordChanged = defineTemplate({
  variables: { guestName: 'typed?', siteName: 'own', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'Votre mot de passe pour {{siteName}} a été changé',
      action: 'Ouvrir la page de connexion',
      paragraphs: [
        'Bonjour {{guestName}},',
        'Le mot de passe de votre accès à {{siteName}} a été changé le {{at}}. Par sécurité, les sessions ouvertes sur d’autres appareils ont été fermées.',
        'C’était vous ? Vous n’avez rien à faire.',
        'Ce n’était pas vous ? Choisissez sans attendre un nouveau mot de passe avec « Mot de passe oublié » sur la page de connexion, puis prévenez la personne qui vous a ouvert l’accès.',
        '{{link}}',
      ],
    },
    en: {
      subject: 'Your password for {{siteName}} was changed',
      action: 'Open the login page',
      paragraphs: [
        'Hello {{guestName}},',
        'The password of your access to {{siteName}} was changed on {{at}}. To be safe, sessions on other devices have been ended.',
        'Was it you? There is nothing to do.',
        'Was it not you? Choose a new password right away with “Forgot your password?” on the login page, then tell the person who gave you access.',
        '{{link}}',
      ],
    },
    cs: {
      subject: 'Vaše heslo na web {{siteName}} bylo změněno',
      action: 'Otevřít přihlašovací stránku',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        'Heslo k přístupu na web {{siteName}} bylo změněno {{at}}. Pro jistotu jsme ukončili přihlášení na ostatních zařízeních.',
        'Pokud jste to byli vy, nemusíte nic dělat.',
        'Pokud jste to nebyli vy, ihned si na přihlašovací stránce pomocí „Zapomenuté heslo“ zvolte nové heslo a dejte vědět tomu, kdo vám přístup otevřel.',
        '{{link}}',
      ],
    },
  },
});
