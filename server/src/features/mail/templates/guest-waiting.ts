import { defineTemplate } from '../template';

/** To the editors concerned: somebody proved their address and comes in once one of them agrees. */
export const guestWaiting = defineTemplate({
  variables: { guestName: 'typed', guestAddress: 'typed', siteName: 'own', link: 'link', linkName: 'typed?' },
  wordings: {
    fr: {
      subject: '{{guestName}} attend votre accord pour {{siteName}}',
      action: 'Examiner la demande',
      paragraphs: [
        'Bonjour,',
        '{{guestName}} ({{guestAddress}}) souhaite rejoindre {{siteName}}.',
        'Lien d’invitation : {{linkName}}',
        'L’adresse est confirmée. L’accès reste fermé tant que personne ne l’a accepté dans l’administration.',
        '{{link}}',
        'Vous recevez ce message parce que l’invitation est la vôtre, ou que votre adresse figure dans les réglages du site.',
      ],
    },
    en: {
      subject: '{{guestName}} awaits your approval for {{siteName}}',
      action: 'Review the request',
      paragraphs: [
        'Hello,',
        '{{guestName}} ({{guestAddress}}) would like to join {{siteName}}.',
        'Invitation link: {{linkName}}',
        'The address is confirmed. The access stays closed until somebody approves it in the admin panel.',
        '{{link}}',
        'You get this message because the invitation is yours, or because your address stands in the settings of the site.',
      ],
    },
    cs: {
      subject: '{{guestName}} čeká na schválení přístupu na web {{siteName}}',
      action: 'Posoudit žádost',
      paragraphs: [
        'Dobrý den,',
        '{{guestName}} ({{guestAddress}}) se chce připojit na web {{siteName}}.',
        'Odkaz pozvánky: {{linkName}}',
        'Adresa je potvrzená. Přístup zůstane zavřený, dokud jej někdo v administraci neschválí.',
        '{{link}}',
        'Zprávu dostáváte, protože pozvánka je vaše nebo je vaše adresa uvedena v nastavení webu.',
      ],
    },
  },
});
