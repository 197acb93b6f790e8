import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** To an address that asked to join, or that was given at an invitation link: proves whose it is. */
export const joinConfirm = defineTemplate({
  variables: { siteName: 'text', link: 'link', expiresAt: 'instant', inviterName: 'text?' },
  wordings: {
    fr: {
      subject: 'Confirmez votre adresse pour rejoindre {{siteName}}',
      blocks: [
        paragraph('Bonjour,'),
        paragraph('{{inviterName}} vous invite à rejoindre {{siteName}}, et vous avez indiqué cette adresse.', {
          when: 'inviterName',
        }),
        paragraph('Vous souhaitez rejoindre {{siteName}} avec cette adresse.', { unless: 'inviterName' }),
        paragraph('Confirmez qu’elle est bien la vôtre : il ne restera que quelques informations à compléter.'),
        button('fr', 'Confirmer mon adresse'),
        note('Ce lien est valable jusqu’au {{expiresAt}}. Il vous est personnel : merci de ne pas le transférer.'),
        note('Vous n’avez rien demandé ? Ignorez ce message : sans confirmation, rien n’est créé à votre nom.'),
      ],
    },
    en: {
      subject: 'Confirm your address to join {{siteName}}',
      blocks: [
        paragraph('Hello,'),
        paragraph('{{inviterName}} invites you to join {{siteName}}, and you gave this address.', {
          when: 'inviterName',
        }),
        paragraph('You would like to join {{siteName}} with this address.', { unless: 'inviterName' }),
        paragraph('Confirm that it is yours: only a few details are left to fill in after that.'),
        button('en', 'Confirm my address'),
        note('This link is valid until {{expiresAt}}. It is yours alone: please do not forward it.'),
        note('Did you not ask for this? Ignore this message: nothing is created in your name unless you confirm.'),
      ],
    },
    cs: {
      subject: 'Potvrďte svou adresu a připojte se na web {{siteName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph('{{inviterName}} vás zve na web {{siteName}} a vy jste k tomu uvedli tuto adresu.', {
          when: 'inviterName',
        }),
        paragraph('chcete se připojit na web {{siteName}} s touto adresou.', { unless: 'inviterName' }),
        paragraph('Potvrďte, že je opravdu vaše; pak už jen doplníte několik údajů.'),
        button('cs', 'Potvrdit adresu'),
        note('Odkaz platí do {{expiresAt}} a je určen jen vám: nikomu jej prosím nepřeposílejte.'),
        note('Nežádali jste o to? Zprávu ignorujte: bez potvrzení vaším jménem nic nevznikne.'),
      ],
    },
  },
});
