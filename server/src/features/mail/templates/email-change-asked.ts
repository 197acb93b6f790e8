import { defineTemplate } from '../template';
import { button, paragraph } from './blocks';

/** To the address in use, at once when a change is asked for. `newAddress` is masked, `link` is the login page. */
export const emailChangeAsked = defineTemplate({
  variables: { guestName: 'text', siteName: 'text', newAddress: 'text', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'Changement d’adresse demandé pour votre accès à {{siteName}}',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          'Le {{at}}, quelqu’un a demandé que votre accès à {{siteName}} utilise une autre adresse e-mail : {{newAddress}}. Le changement n’aura lieu qu’une fois cette nouvelle adresse confirmée.'
        ),
        paragraph('C’était vous ? Suivez le lien envoyé à la nouvelle adresse. Ici, vous n’avez rien à faire.'),
        paragraph(
          'Ce n’était pas vous ? Quelqu’un connaît peut-être votre mot de passe : connectez-vous et changez-le sans attendre, puis prévenez la personne qui vous a ouvert l’accès.'
        ),
        button('fr', 'Ouvrir la page de connexion'),
      ],
    },
    en: {
      subject: 'Change of address requested for your access to {{siteName}}',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph(
          'On {{at}}, somebody asked that your access to {{siteName}} use another e-mail address: {{newAddress}}. It will change only once that new address is confirmed.'
        ),
        paragraph('Was it you? Follow the link sent to the new address. There is nothing to do here.'),
        paragraph(
          'Was it not you? Somebody may know your password: log in and change it right away, then tell the person who gave you access.'
        ),
        button('en', 'Open the login page'),
      ],
    },
    cs: {
      subject: 'Žádost o změnu adresy k přístupu na web {{siteName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'k přístupu na web {{siteName}} na jméno {{guestName}} má podle žádosti z {{at}} patřit jiná e-mailová adresa: {{newAddress}}. Změní se, až bude nová adresa potvrzena.'
        ),
        paragraph('Pokud jste to byli vy, otevřete odkaz zaslaný na novou adresu. Zde nemusíte nic dělat.'),
        paragraph(
          'Pokud jste to nebyli vy, může vaše heslo někdo znát: ihned se přihlaste a změňte je, pak dejte vědět tomu, kdo vám přístup otevřel.'
        ),
        button('cs', 'Otevřít přihlašovací stránku'),
      ],
    },
  },
});
