import { defineTemplate } from '../template';

/** To an address that asked to join, or that was given at an invitation link: proves whose it is. */
export const joinConfirm = defineTemplate({
  variables: { siteName: 'own', link: 'link', expiresAt: 'instant', inviterName: 'typed?' },
  wordings: {
    fr: {
      subject: 'Confirmez votre adresse pour rejoindre {{siteName}}',
      action: 'Confirmer mon adresse',
      paragraphs: [
        'Bonjour,',
        '{{inviterName}} vous invite à rejoindre {{siteName}}.',
        'Vous avez indiqué cette adresse pour rejoindre {{siteName}}. Confirmez qu’elle est bien la vôtre : il ne restera que quelques informations à compléter.',
        '{{link}}',
        'Ce lien est valable jusqu’au {{expiresAt}}. Il vous est personnel : merci de ne pas le transférer.',
        'Vous n’avez rien demandé ? Ignorez ce message : sans confirmation, rien n’est créé à votre nom.',
      ],
    },
    en: {
      subject: 'Confirm your address to join {{siteName}}',
      action: 'Confirm my address',
      paragraphs: [
        'Hello,',
        '{{inviterName}} invites you to join {{siteName}}.',
        'You gave this address to join {{siteName}}. Confirm that it is yours: only a few details are left to fill in after that.',
        '{{link}}',
        'This link is valid until {{expiresAt}}. It is yours alone: please do not forward it.',
        'Did you not ask for this? Ignore this message: nothing is created in your name unless you confirm.',
      ],
    },
    cs: {
      subject: 'Potvrďte svou adresu a připojte se na web {{siteName}}',
      action: 'Potvrdit adresu',
      paragraphs: [
        'Dobrý den!',
        '{{inviterName}} vás zve na web {{siteName}}.',
        'K připojení na web {{siteName}} jste uvedli tuto adresu. Potvrďte, že je opravdu vaše; pak už jen doplníte několik údajů.',
        '{{link}}',
        'Odkaz platí do {{expiresAt}} a je určen jen vám: nikomu jej prosím nepřeposílejte.',
        'Nežádali jste o to? Zprávu ignorujte: bez potvrzení vaším jménem nic nevznikne.',
      ],
    },
  },
});
