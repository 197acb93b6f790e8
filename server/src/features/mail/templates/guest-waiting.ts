import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** To the editors concerned: somebody proved his address and comes in once one of them agrees. */
export const guestWaiting = defineTemplate({
  variables: { guestName: 'text', guestAddress: 'text', siteName: 'text', link: 'link', linkName: 'text?' },
  wordings: {
    fr: {
      subject: '{{guestName}} attend votre accord pour {{siteName}}',
      blocks: [
        paragraph('Bonjour,'),
        paragraph(
          '{{guestName}} ({{guestAddress}}) souhaite rejoindre {{siteName}} par le lien d’invitation « {{linkName}} ».',
          { when: 'linkName' }
        ),
        paragraph('{{guestName}} ({{guestAddress}}) souhaite rejoindre {{siteName}}.', { unless: 'linkName' }),
        paragraph(
          'L’adresse est confirmée. L’accès reste fermé tant que personne ne l’a accepté dans l’administration.'
        ),
        button('fr', 'Examiner la demande'),
        note(
          'Vous recevez ce message parce que l’invitation est la vôtre, ou que votre adresse figure dans les réglages du site.'
        ),
      ],
    },
    en: {
      subject: '{{guestName}} awaits your approval for {{siteName}}',
      blocks: [
        paragraph('Hello,'),
        paragraph(
          '{{guestName}} ({{guestAddress}}) would like to join {{siteName}} by the invitation link “{{linkName}}”.',
          { when: 'linkName' }
        ),
        paragraph('{{guestName}} ({{guestAddress}}) would like to join {{siteName}}.', { unless: 'linkName' }),
        paragraph('The address is confirmed. The access stays closed until somebody approves it in the admin panel.'),
        button('en', 'Review the request'),
        note(
          'You get this message because the invitation is yours, or because your address stands in the settings of the site.'
        ),
      ],
    },
    cs: {
      subject: '{{guestName}} čeká na schválení přístupu na web {{siteName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          '{{guestName}} ({{guestAddress}}) se chce připojit na web {{siteName}} odkazem z pozvánky „{{linkName}}“.',
          { when: 'linkName' }
        ),
        paragraph('{{guestName}} ({{guestAddress}}) se chce připojit na web {{siteName}}.', { unless: 'linkName' }),
        paragraph('Adresa je potvrzená. Přístup zůstane zavřený, dokud jej někdo v administraci neschválí.'),
        button('cs', 'Posoudit žádost'),
        note('Zprávu dostáváte, protože pozvánka je vaše nebo je vaše adresa uvedena v nastavení webu.'),
      ],
    },
  },
});
