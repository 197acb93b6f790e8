import { defineTemplate } from '../template';

/**
 * To the address that is not in use any more, where an editor gave another one, where the change was taken back, or where the
 * address was never proved. `newAddress` is masked, `link` is the login page. Nobody is named: who changed the address may have
 * typed the name.
 */
export const emailChanged = defineTemplate({
  variables: { siteName: 'own', newAddress: 'typed', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'L’adresse de votre accès à {{siteName}} a été changée',
      action: 'Ouvrir la page de connexion',
      paragraphs: [
        'Bonjour,',
        'Le {{at}}, l’adresse e-mail de votre accès à {{siteName}} a été remplacée par {{newAddress}}. Les prochains messages y seront envoyés.',
        'C’était vous ? Vous n’avez rien à faire.',
        'Ce n’était pas vous ? Prévenez sans attendre la personne qui vous a ouvert l’accès : elle peut le fermer et rétablir votre adresse. Si votre identifiant vous permet encore de vous connecter, changez aussi votre mot de passe.',
        '{{link}}',
      ],
    },
    en: {
      subject: 'The address of your access to {{siteName}} was changed',
      action: 'Open the login page',
      paragraphs: [
        'Hello,',
        'On {{at}}, the e-mail address of your access to {{siteName}} was replaced by {{newAddress}}. Messages will go there from now on.',
        'Was it you? There is nothing to do.',
        'Was it not you? Tell the person who gave you access right away: they can close it and bring your address back. If your login name still lets you in, change your password too.',
        '{{link}}',
      ],
    },
    cs: {
      subject: 'Adresa k přístupu na web {{siteName}} byla změněna',
      action: 'Otevřít přihlašovací stránku',
      paragraphs: [
        'Dobrý den,',
        'e-mailová adresa k přístupu na web {{siteName}} byla {{at}} nahrazena adresou {{newAddress}}. Další zprávy budeme posílat tam.',
        'Pokud jste to byli vy, nemusíte nic dělat.',
        'Pokud jste to nebyli vy, ihned dejte vědět tomu, kdo vám přístup otevřel: může jej zavřít a vaši adresu obnovit. Pokud se ještě dokážete přihlásit svým přihlašovacím jménem, změňte si i heslo.',
        '{{link}}',
      ],
    },
  },
});
