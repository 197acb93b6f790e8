import { defineTemplate } from '../template';

/** To the address in use, at once when a change is asked for. `newAddress` is masked, `link` is the login page. */
export const emailChangeAsked = defineTemplate({
  variables: { guestName: 'typed?', siteName: 'own', newAddress: 'typed', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'Changement d’adresse demandé pour votre accès à {{siteName}}',
      action: 'Ouvrir la page de connexion',
      paragraphs: [
        'Bonjour {{guestName}},',
        'Le {{at}}, quelqu’un a demandé que votre accès à {{siteName}} utilise une autre adresse e-mail : {{newAddress}}. Le changement n’aura lieu qu’une fois cette nouvelle adresse confirmée.',
        'C’était vous ? Suivez le lien envoyé à la nouvelle adresse. Ici, vous n’avez rien à faire.',
        'Ce n’était pas vous ? Quelqu’un connaît peut-être votre mot de passe : connectez-vous et changez-le sans attendre, puis prévenez la personne qui vous a ouvert l’accès.',
        '{{link}}',
      ],
    },
    en: {
      subject: 'Change of address requested for your access to {{siteName}}',
      action: 'Open the login page',
      paragraphs: [
        'Hello {{guestName}},',
        'On {{at}}, somebody asked that your access to {{siteName}} use another e-mail address: {{newAddress}}. It will change only once that new address is confirmed.',
        'Was it you? Follow the link sent to the new address. There is nothing to do here.',
        'Was it not you? Somebody may know your password: log in and change it right away, then tell the person who gave you access.',
        '{{link}}',
      ],
    },
    cs: {
      subject: 'Žádost o změnu adresy k přístupu na web {{siteName}}',
      action: 'Otevřít přihlašovací stránku',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        'K přístupu na web {{siteName}} má podle žádosti z {{at}} patřit jiná e-mailová adresa: {{newAddress}}. Změní se, až bude nová adresa potvrzena.',
        'Pokud jste to byli vy, otevřete odkaz zaslaný na novou adresu. Zde nemusíte nic dělat.',
        'Pokud jste to nebyli vy, může vaše heslo někdo znát: ihned se přihlaste a změňte je, pak dejte vědět tomu, kdo vám přístup otevřel.',
        '{{link}}',
      ],
    },
  },
});
