import { defineTemplate } from '../template';

/** O7, "Envoyer la clé": the link that lets a guest in. */
export const accessKey = defineTemplate({
  variables: {
    guestName: 'typed?',
    siteName: 'own',
    link: 'link',
    expiresAt: 'instant?',
    senderName: 'typed?',
  },
  wordings: {
    fr: {
      subject: 'Votre accès à {{siteName}}',
      action: 'Ouvrir mon accès',
      paragraphs: [
        'Bonjour {{guestName}},',
        '{{senderName}} vous invite sur {{siteName}}.',
        'Votre accès à {{siteName}} est prêt : vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
        'Pas de compte à créer ni de mot de passe à retenir : il suffit de suivre ce lien, puis de confirmer.',
        '{{link}}',
        'Ce lien est valable jusqu’au {{expiresAt}}.',
        'Ce lien vous est personnel : quiconque l’ouvre entre en votre nom. Merci de ne pas transférer ce message.',
        'Vous n’attendiez pas ce message ? Vous pouvez l’ignorer : rien ne se passe tant que vous n’ouvrez pas le lien.',
      ],
    },
    en: {
      subject: 'Your access to {{siteName}}',
      action: 'Open my access',
      paragraphs: [
        'Hello {{guestName}},',
        '{{senderName}} invites you to {{siteName}}.',
        'Your access to {{siteName}} is ready: everything shared with you is there, in one place.',
        'There is no account to create and no password to remember: just follow this link and confirm.',
        '{{link}}',
        'This link is valid until {{expiresAt}}.',
        'This link is yours alone: whoever opens it comes in under your name. Please do not forward this message.',
        'Not expecting this message? You can safely ignore it: nothing happens unless you open the link.',
      ],
    },
    cs: {
      subject: 'Váš přístup na web {{siteName}}',
      action: 'Otevřít můj přístup',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        '{{senderName}} vás zve na web {{siteName}}.',
        'Váš přístup na web {{siteName}} je připraven: vše, co s vámi sdílíme, tam najdete na jednom místě.',
        'Nemusíte si zakládat účet ani pamatovat heslo – stačí otevřít tento odkaz a potvrdit vstup.',
        '{{link}}',
        'Odkaz platí do {{expiresAt}}.',
        'Odkaz je určen jen vám: kdo jej otevře, vstoupí vaším jménem. Zprávu prosím nikomu nepřeposílejte.',
        'Pokud jste tuto zprávu nečekali, můžete ji bez obav ignorovat: dokud odkaz neotevřete, nic se nestane.',
      ],
    },
  },
});
