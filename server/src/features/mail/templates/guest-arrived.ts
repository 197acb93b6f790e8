import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** To the editors concerned: somebody came in by an invitation link or joined. `link` is the page of the admin panel. */
export const guestArrived = defineTemplate({
  variables: { guestName: 'text', guestAddress: 'text', siteName: 'text', link: 'link', linkName: 'text?' },
  wordings: {
    fr: {
      subject: '{{guestName}} a rejoint {{siteName}}',
      blocks: [
        paragraph('Bonjour,'),
        paragraph(
          '{{guestName}} ({{guestAddress}}) a rejoint {{siteName}} par le lien d’invitation « {{linkName}} ».',
          { when: 'linkName' }
        ),
        paragraph('{{guestName}} ({{guestAddress}}) a rejoint {{siteName}} en confirmant son adresse.', {
          unless: 'linkName',
        }),
        paragraph('L’administration vous montre ce à quoi cette personne a accès.'),
        button('fr', 'Voir les invités'),
        note(
          'Vous recevez ce message parce que l’invitation est la vôtre, ou que votre adresse figure dans les réglages du site.'
        ),
      ],
    },
    en: {
      subject: '{{guestName}} joined {{siteName}}',
      blocks: [
        paragraph('Hello,'),
        paragraph('{{guestName}} ({{guestAddress}}) joined {{siteName}} by the invitation link “{{linkName}}”.', {
          when: 'linkName',
        }),
        paragraph('{{guestName}} ({{guestAddress}}) joined {{siteName}} by confirming their address.', {
          unless: 'linkName',
        }),
        paragraph('The admin panel shows what this person has access to.'),
        button('en', 'See the guests'),
        note(
          'You get this message because the invitation is yours, or because your address stands in the settings of the site.'
        ),
      ],
    },
    cs: {
      subject: 'Nový host na webu {{siteName}}: {{guestName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'na webu {{siteName}} je nový host: {{guestName}} ({{guestAddress}}). Přišel odkazem z pozvánky „{{linkName}}“.',
          { when: 'linkName' }
        ),
        paragraph('na webu {{siteName}} je nový host, který potvrdil svou adresu: {{guestName}} ({{guestAddress}}).', {
          unless: 'linkName',
        }),
        paragraph('K čemu má přístup, ukáže administrace.'),
        button('cs', 'Zobrazit hosty'),
        note('Zprávu dostáváte, protože pozvánka je vaše nebo je vaše adresa uvedena v nastavení webu.'),
      ],
    },
  },
});
