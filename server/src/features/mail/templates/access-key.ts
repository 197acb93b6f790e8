import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** O7, "Envoyer la clé": the link that lets a guest in. */
export const accessKey = defineTemplate({
  variables: {
    guestName: 'text',
    siteName: 'text',
    link: 'link',
    expiresAt: 'instant?',
    senderName: 'text?',
  },
  wordings: {
    fr: {
      subject: 'Votre accès à {{siteName}}',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          '{{senderName}} vous ouvre un accès à {{siteName}}. Vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
          { when: 'senderName' }
        ),
        paragraph(
          'Un accès à {{siteName}} vous attend. Vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
          { unless: 'senderName' }
        ),
        paragraph(
          'Pas de compte à créer ni de mot de passe à retenir : il suffit de suivre ce lien, puis de confirmer.'
        ),
        button('fr', 'Ouvrir mon accès'),
        note('Ce lien est valable jusqu’au {{expiresAt}}.', { when: 'expiresAt' }),
        note(
          'Ce lien vous est personnel : quiconque l’ouvre entre en votre nom. Merci de ne pas transférer ce message.'
        ),
        note(
          'Vous n’attendiez pas ce message ? Vous pouvez l’ignorer : rien ne se passe tant que vous n’ouvrez pas le lien.'
        ),
      ],
    },
    en: {
      subject: 'Your access to {{siteName}}',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph(
          '{{senderName}} has given you access to {{siteName}}. Everything shared with you is there, in one place.',
          { when: 'senderName' }
        ),
        paragraph('You now have access to {{siteName}}. Everything shared with you is there, in one place.', {
          unless: 'senderName',
        }),
        paragraph('There is no account to create and no password to remember: just follow this link and confirm.'),
        button('en', 'Open my access'),
        note('This link is valid until {{expiresAt}}.', { when: 'expiresAt' }),
        note(
          'This link is yours alone: whoever opens it comes in under your name. Please do not forward this message.'
        ),
        note('Not expecting this message? You can safely ignore it: nothing happens unless you open the link.'),
      ],
    },
    cs: {
      subject: 'Váš přístup na web {{siteName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          '{{senderName}} vám otevírá přístup na web {{siteName}}. Vše, co s vámi sdílíme, tam najdete na jednom místě.',
          { when: 'senderName' }
        ),
        paragraph('čeká na vás přístup na web {{siteName}}. Vše, co s vámi sdílíme, tam najdete na jednom místě.', {
          unless: 'senderName',
        }),
        paragraph('Nemusíte si zakládat účet ani pamatovat heslo – stačí otevřít tento odkaz a potvrdit vstup.'),
        button('cs', 'Otevřít můj přístup'),
        note('Odkaz platí do {{expiresAt}}.', { when: 'expiresAt' }),
        note(
          'Odkaz je vystaven na jméno {{guestName}} a je určen jen vám: kdo jej otevře, vstoupí vaším jménem. Zprávu prosím nikomu nepřeposílejte.'
        ),
        note('Pokud jste tuto zprávu nečekali, můžete ji bez obav ignorovat: dokud odkaz neotevřete, nic se nestane.'),
      ],
    },
  },
});
