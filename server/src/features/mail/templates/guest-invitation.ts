import { defineTemplate } from '../template';

/** P1: an editor made a guest, who chooses their password by this link. */
export const guestInvitation = defineTemplate({
  variables: {
    guestName: 'typed?',
    siteName: 'own',
    link: 'link',
    expiresAt: 'instant',
    senderName: 'typed?',
    login: 'own?',
  },
  wordings: {
    fr: {
      subject: 'Votre invitation à rejoindre {{siteName}}',
      action: 'Choisir mon mot de passe',
      paragraphs: [
        'Bonjour {{guestName}},',
        '{{senderName}} vous invite sur {{siteName}}.',
        'Votre accès à {{siteName}} est prêt : vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
        'Vous pourrez vous connecter avec votre adresse e-mail, ou avec votre identifiant : {{login}}',
        'Il ne reste qu’une étape : choisir votre mot de passe.',
        '{{link}}',
        'Ce lien est valable jusqu’au {{expiresAt}}. Passé ce délai, la page qu’il ouvre vous permet d’en demander un nouveau.',
        'Ce lien vous est personnel : merci de ne pas transférer ce message.',
        'Vous n’attendiez pas cette invitation ? Vous pouvez l’ignorer : rien ne se passe tant que vous n’ouvrez pas le lien.',
      ],
    },
    en: {
      subject: 'Your invitation to {{siteName}}',
      action: 'Choose my password',
      paragraphs: [
        'Hello {{guestName}},',
        '{{senderName}} invites you to {{siteName}}.',
        'Your access to {{siteName}} is ready: everything shared with you is there, in one place.',
        'You can log in with your e-mail address or with your login name: {{login}}',
        'There is one step left: choosing your password.',
        '{{link}}',
        'This link is valid until {{expiresAt}}. After that, the page it opens lets you ask for a new one.',
        'This link is yours alone: please do not forward this message.',
        'Not expecting this invitation? You can safely ignore it: nothing happens unless you open the link.',
      ],
    },
    cs: {
      subject: 'Pozvánka na web {{siteName}}',
      action: 'Zvolit si heslo',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        '{{senderName}} vás zve na web {{siteName}}.',
        'Váš přístup na web {{siteName}} je připraven: vše, co s vámi sdílíme, tam najdete na jednom místě.',
        'Přihlašovat se můžete svou e-mailovou adresou nebo přihlašovacím jménem: {{login}}',
        'Zbývá jediný krok: zvolit si heslo.',
        '{{link}}',
        'Odkaz platí do {{expiresAt}}. Později si na stránce, kterou otevře, můžete vyžádat nový.',
        'Pozvánka je určena jen vám: zprávu prosím nikomu nepřeposílejte.',
        'Pokud jste tuto pozvánku nečekali, můžete ji bez obav ignorovat: dokud odkaz neotevřete, nic se nestane.',
      ],
    },
  },
});
