import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** P1: an editor made a guest, who chooses his password by this link. */
export const guestInvitation = defineTemplate({
  variables: {
    guestName: 'text',
    siteName: 'text',
    link: 'link',
    expiresAt: 'instant',
    senderName: 'text?',
    login: 'text?',
  },
  wordings: {
    fr: {
      subject: 'Votre invitation à rejoindre {{siteName}}',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          '{{senderName}} vous invite sur {{siteName}} : un accès y est prêt pour vous. Vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
          { when: 'senderName' }
        ),
        paragraph(
          'Bienvenue sur {{siteName}} : un accès y est prêt pour vous. Vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
          { unless: 'senderName' }
        ),
        paragraph('Il ne reste qu’une étape : choisir votre mot de passe.'),
        button('fr', 'Choisir mon mot de passe'),
        paragraph('Vous vous connecterez ensuite avec votre adresse e-mail, ou avec votre identifiant : {{login}}', {
          when: 'login',
        }),
        note(
          'Ce lien est valable jusqu’au {{expiresAt}}. Passé ce délai, la page qu’il ouvre vous permet d’en demander un nouveau.'
        ),
        note('Ce lien vous est personnel : merci de ne pas transférer ce message.'),
        note(
          'Vous n’attendiez pas cette invitation ? Vous pouvez l’ignorer : rien ne se passe tant que vous n’ouvrez pas le lien.'
        ),
      ],
    },
    en: {
      subject: 'Your invitation to {{siteName}}',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph(
          '{{senderName}} invites you to {{siteName}}: your access is ready. Everything shared with you is there, in one place.',
          { when: 'senderName' }
        ),
        paragraph('Welcome to {{siteName}}: your access is ready. Everything shared with you is there, in one place.', {
          unless: 'senderName',
        }),
        paragraph('There is one step left: choosing your password.'),
        button('en', 'Choose my password'),
        paragraph('From then on, log in with your e-mail address or with your login name: {{login}}', {
          when: 'login',
        }),
        note('This link is valid until {{expiresAt}}. After that, the page it opens lets you ask for a new one.'),
        note('This link is yours alone: please do not forward this message.'),
        note('Not expecting this invitation? You can safely ignore it: nothing happens unless you open the link.'),
      ],
    },
    cs: {
      subject: 'Pozvánka na web {{siteName}}',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          '{{senderName}} vás zve na web {{siteName}}, kde je pro vás připraven přístup. Vše, co s vámi sdílíme, tam najdete na jednom místě.',
          { when: 'senderName' }
        ),
        paragraph(
          'vítejte na webu {{siteName}}, kde je pro vás připraven přístup. Vše, co s vámi sdílíme, tam najdete na jednom místě.',
          { unless: 'senderName' }
        ),
        paragraph('Zbývá jediný krok: zvolit si heslo.'),
        button('cs', 'Zvolit si heslo'),
        paragraph('Přihlašovat se pak budete svou e-mailovou adresou nebo přihlašovacím jménem: {{login}}', {
          when: 'login',
        }),
        note('Odkaz platí do {{expiresAt}}. Později si na stránce, kterou otevře, můžete vyžádat nový.'),
        note('Pozvánka je vystavena na jméno {{guestName}} a je určena jen vám: zprávu prosím nikomu nepřeposílejte.'),
        note(
          'Pokud jste tuto pozvánku nečekali, můžete ji bez obav ignorovat: dokud odkaz neotevřete, nic se nestane.'
        ),
      ],
    },
  },
});
