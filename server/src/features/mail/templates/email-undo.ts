import { defineTemplate } from '../template';

/**
 * To the address that a guest's was until a moment ago. `newAddress` is masked; `link` brings the old one back. Nobody is named:
 * who changed the address may have typed the name.
 */
export const emailUndo = defineTemplate({
  variables: { siteName: 'own', newAddress: 'typed', at: 'instant', link: 'link', expiresAt: 'instant' },
  wordings: {
    fr: {
      subject: 'L’adresse de votre accès à {{siteName}} a été changée',
      action: 'Rétablir mon adresse',
      paragraphs: [
        'Bonjour,',
        'Le {{at}}, l’adresse e-mail de votre accès à {{siteName}} a été remplacée par {{newAddress}}. Les prochains messages y seront envoyés.',
        'C’était vous ? Vous n’avez rien à faire.',
        'Ce n’était pas vous ? Rétablissez votre adresse avec ce lien : toutes les sessions seront fermées, le mot de passe actuel ne servira plus, et vous recevrez ici de quoi en choisir un nouveau.',
        '{{link}}',
        'Ce lien est valable jusqu’au {{expiresAt}} et ne sert qu’une fois. Ne le transférez à personne. Prévenez aussi la personne qui vous a ouvert l’accès.',
      ],
    },
    en: {
      subject: 'The address of your access to {{siteName}} was changed',
      action: 'Bring my address back',
      paragraphs: [
        'Hello,',
        'On {{at}}, the e-mail address of your access to {{siteName}} was replaced by {{newAddress}}. Messages will go there from now on.',
        'Was it you? There is nothing to do.',
        'Was it not you? Bring your address back with this link: all sessions will end, the present password will stop working, and you will get a link here to choose a new one.',
        '{{link}}',
        'This link is valid until {{expiresAt}} and works once. Do not forward it to anyone. Tell the person who gave you access, too.',
      ],
    },
    cs: {
      subject: 'Adresa k přístupu na web {{siteName}} byla změněna',
      action: 'Vrátit mou adresu',
      paragraphs: [
        'Dobrý den,',
        'e-mailová adresa k přístupu na web {{siteName}} byla {{at}} nahrazena adresou {{newAddress}}. Další zprávy budeme posílat tam.',
        'Pokud jste to byli vy, nemusíte nic dělat.',
        'Pokud jste to nebyli vy, vraťte svou adresu tímto odkazem: všechna přihlášení skončí, dosavadní heslo přestane platit a sem vám přijde odkaz k volbě nového.',
        '{{link}}',
        'Odkaz platí do {{expiresAt}} a lze jej použít jednou. Nikomu jej nepřeposílejte. Dejte také vědět tomu, kdo vám přístup otevřel.',
      ],
    },
  },
});
