import { defineTemplate } from '../template';

/** To the editors concerned: somebody came in by an invitation link or joined. `link` is the page of the admin panel. */
export const guestArrived = defineTemplate({
  variables: { guestName: 'typed', guestAddress: 'typed', siteName: 'own', link: 'link', linkName: 'typed?' },
  wordings: {
    fr: {
      subject: '{{guestName}} a rejoint {{siteName}}',
      action: 'Voir les invités',
      paragraphs: [
        'Bonjour,',
        '{{guestName}} ({{guestAddress}}) a rejoint {{siteName}}.',
        'Lien d’invitation : {{linkName}}',
        'L’administration vous montre ce à quoi cette personne a accès.',
        '{{link}}',
        'Vous recevez ce message parce que l’invitation est la vôtre, ou que votre adresse figure dans les réglages du site.',
      ],
    },
    en: {
      subject: '{{guestName}} joined {{siteName}}',
      action: 'See the guests',
      paragraphs: [
        'Hello,',
        '{{guestName}} ({{guestAddress}}) joined {{siteName}}.',
        'Invitation link: {{linkName}}',
        'The admin panel shows what this person has access to.',
        '{{link}}',
        'You get this message because the invitation is yours, or because your address stands in the settings of the site.',
      ],
    },
    cs: {
      subject: 'Nový host na webu {{siteName}}: {{guestName}}',
      action: 'Zobrazit hosty',
      paragraphs: [
        'Dobrý den,',
        'na webu {{siteName}} je nový host: {{guestName}} ({{guestAddress}}).',
        'Odkaz pozvánky: {{linkName}}',
        'K čemu má přístup, ukáže administrace.',
        '{{link}}',
        'Zprávu dostáváte, protože pozvánka je vaše nebo je vaše adresa uvedena v nastavení webu.',
      ],
    },
  },
});
