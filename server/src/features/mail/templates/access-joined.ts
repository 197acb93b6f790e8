import { defineTemplate } from '../template';

/**
 * To the address that an access was given to, as somebody joins by the address of its contact. `newAddress` is masked, `link`
 * is the login page.
 */
export const accessJoined = defineTemplate({
  variables: { guestName: 'typed?', siteName: 'own', newAddress: 'typed', at: 'instant', link: 'link' },
  wordings: {
    fr: {
      subject: 'Quelqu’un s’est inscrit à {{siteName}} avec l’adresse de votre fiche',
      action: 'Ouvrir la page de connexion',
      paragraphs: [
        'Bonjour {{guestName}},',
        'Le {{at}}, quelqu’un s’est inscrit à {{siteName}} avec l’adresse {{newAddress}}. C’est celle de la fiche de contact à laquelle votre accès est rattaché.',
        'C’était vous ? Vous n’avez rien à faire.',
        'Ce n’était pas vous ? Prévenez sans attendre la personne qui vous a ouvert l’accès : elle peut le fermer.',
        '{{link}}',
      ],
    },
    en: {
      subject: 'Somebody joined {{siteName}} with the address of your contact record',
      action: 'Open the login page',
      paragraphs: [
        'Hello {{guestName}},',
        'On {{at}}, somebody joined {{siteName}} with the address {{newAddress}}. It is the one of the contact record that your access belongs to.',
        'Was it you? There is nothing to do.',
        'Was it not you? Tell the person who gave you access right away: they can close it.',
        '{{link}}',
      ],
    },
    cs: {
      subject: 'Někdo se připojil na web {{siteName}} s adresou z vašeho kontaktu',
      action: 'Otevřít přihlašovací stránku',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        '{{at}} se někdo připojil na web {{siteName}} s adresou {{newAddress}}. Je to adresa kontaktu, ke kterému váš přístup patří.',
        'Pokud jste to byli vy, nemusíte nic dělat.',
        'Pokud jste to nebyli vy, ihned dejte vědět tomu, kdo vám přístup otevřel: může jej zavřít.',
        '{{link}}',
      ],
    },
  },
});
