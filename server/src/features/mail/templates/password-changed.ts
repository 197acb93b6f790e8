import { defineTemplate } from '../template';
import { button, paragraph } from './blocks';

/** A notice, so that a change made by somebody else is seen. `link` is the login page. */
export const passwordChanged = defineTemplate({
  variables: { guestName: 'text', siteName: 'text', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'Votre mot de passe pour {{siteName}} a été changé',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          'Le mot de passe de votre accès à {{siteName}} a été changé le {{at}}. Par sécurité, les sessions ouvertes sur d’autres appareils ont été fermées.'
        ),
        paragraph('C’était vous ? Vous n’avez rien à faire.'),
        paragraph(
          'Ce n’était pas vous ? Choisissez sans attendre un nouveau mot de passe avec « Mot de passe oublié » sur la page de connexion, puis prévenez la personne qui vous a ouvert l’accès.'
        ),
        button('fr', 'Ouvrir la page de connexion'),
      ],
    },
    en: {
      subject: 'Your password for {{siteName}} was changed',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph(
          'The password of your access to {{siteName}} was changed on {{at}}. To be safe, sessions on other devices have been ended.'
        ),
        paragraph('Was it you? There is nothing to do.'),
        paragraph(
          'Was it not you? Choose a new password right away with “Forgotten password” on the login page, then tell the person who gave you access.'
        ),
        button('en', 'Open the login page'),
      ],
    },
    cs: {
      subject: 'Vaše heslo na web {{siteName}} bylo změněno',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'heslo k přístupu na web {{siteName}} na jméno {{guestName}} bylo změněno {{at}}. Pro jistotu jsme ukončili přihlášení na ostatních zařízeních.'
        ),
        paragraph('Pokud jste to byli vy, nemusíte nic dělat.'),
        paragraph(
          'Pokud jste to nebyli vy, ihned si na přihlašovací stránce pomocí „Zapomenuté heslo“ zvolte nové heslo a dejte vědět tomu, kdo vám přístup otevřel.'
        ),
        button('cs', 'Otevřít přihlašovací stránku'),
      ],
    },
  },
});
