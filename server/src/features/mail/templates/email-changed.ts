import { defineTemplate } from '../template';
import { button, paragraph } from './blocks';

/** To the address that is not in use any more. `newAddress` is masked, `link` is the login page. */
export const emailChanged = defineTemplate({
  variables: { guestName: 'text', siteName: 'text', newAddress: 'text', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'L’adresse de votre accès à {{siteName}} a été changée',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          'Le {{at}}, l’adresse e-mail de votre accès à {{siteName}} a été remplacée par {{newAddress}}. Les prochains messages y seront envoyés.'
        ),
        paragraph('C’était vous ? Vous n’avez rien à faire.'),
        paragraph(
          'Ce n’était pas vous ? Prévenez sans attendre la personne qui vous a ouvert l’accès : elle peut le fermer et rétablir votre adresse. Si votre identifiant vous permet encore de vous connecter, changez aussi votre mot de passe.'
        ),
        button('fr', 'Ouvrir la page de connexion'),
      ],
    },
    en: {
      subject: 'The address of your access to {{siteName}} was changed',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph(
          'On {{at}}, the e-mail address of your access to {{siteName}} was replaced by {{newAddress}}. Messages will go there from now on.'
        ),
        paragraph('Was it you? There is nothing to do.'),
        paragraph(
          'Was it not you? Tell the person who gave you access right away: they can close it and bring your address back. If your login name still lets you in, change your password too.'
        ),
        button('en', 'Open the login page'),
      ],
    },
    cs: {
      subject: 'Adresa k přístupu na web {{siteName}} byla změněna',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'e-mailová adresa k přístupu na web {{siteName}} na jméno {{guestName}} byla {{at}} nahrazena adresou {{newAddress}}. Další zprávy budeme posílat tam.'
        ),
        paragraph('Pokud jste to byli vy, nemusíte nic dělat.'),
        paragraph(
          'Pokud jste to nebyli vy, ihned dejte vědět tomu, kdo vám přístup otevřel: může jej zavřít a vaši adresu obnovit. Pokud se ještě dokážete přihlásit svým přihlašovacím jménem, změňte si i heslo.'
        ),
        button('cs', 'Otevřít přihlašovací stránku'),
      ],
    },
  },
});
