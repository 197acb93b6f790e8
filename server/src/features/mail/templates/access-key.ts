import { defineTemplate } from '../template';

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
        { kind: 'paragraph', text: 'Bonjour {{guestName}},' },
        {
          kind: 'paragraph',
          when: 'senderName',
          text: '{{senderName}} vous ouvre un accès à {{siteName}}. Vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
        },
        {
          kind: 'paragraph',
          unless: 'senderName',
          text: 'Un accès à {{siteName}} vous attend. Vous y retrouverez, au même endroit, tout ce qui est partagé avec vous.',
        },
        {
          kind: 'paragraph',
          text: 'Pas de compte à créer ni de mot de passe à retenir : il suffit de suivre ce lien, puis de confirmer.',
        },
        {
          kind: 'button',
          label: 'Ouvrir mon accès',
          link: 'link',
          fallback: 'Le bouton ne répond pas ? Copiez cette adresse dans votre navigateur :',
        },
        { kind: 'note', when: 'expiresAt', text: 'Ce lien est valable jusqu’au {{expiresAt}}.' },
        {
          kind: 'note',
          text: 'Ce lien vous est personnel : quiconque l’ouvre entre en votre nom. Merci de ne pas transférer ce message.',
        },
        {
          kind: 'note',
          text: 'Vous n’attendiez pas ce message ? Vous pouvez l’ignorer : rien ne se passe tant que vous n’ouvrez pas le lien.',
        },
      ],
    },
    en: {
      subject: 'Your access to {{siteName}}',
      blocks: [
        { kind: 'paragraph', text: 'Hello {{guestName}},' },
        {
          kind: 'paragraph',
          when: 'senderName',
          text: '{{senderName}} has given you access to {{siteName}}. Everything shared with you is there, in one place.',
        },
        {
          kind: 'paragraph',
          unless: 'senderName',
          text: 'You now have access to {{siteName}}. Everything shared with you is there, in one place.',
        },
        {
          kind: 'paragraph',
          text: 'There is no account to create and no password to remember: just follow this link and confirm.',
        },
        {
          kind: 'button',
          label: 'Open my access',
          link: 'link',
          fallback: 'Button not working? Copy this address into your browser:',
        },
        { kind: 'note', when: 'expiresAt', text: 'This link is valid until {{expiresAt}}.' },
        {
          kind: 'note',
          text: 'This link is yours alone: whoever opens it comes in under your name. Please do not forward this message.',
        },
        {
          kind: 'note',
          text: 'Not expecting this message? You can safely ignore it: nothing happens unless you open the link.',
        },
      ],
    },
    cs: {
      subject: 'Váš přístup na web {{siteName}}',
      blocks: [
        { kind: 'paragraph', text: 'Dobrý den,' },
        {
          kind: 'paragraph',
          when: 'senderName',
          text: '{{senderName}} vám otevírá přístup na web {{siteName}}. Vše, co s vámi sdílíme, tam najdete na jednom místě.',
        },
        {
          kind: 'paragraph',
          unless: 'senderName',
          text: 'čeká na vás přístup na web {{siteName}}. Vše, co s vámi sdílíme, tam najdete na jednom místě.',
        },
        {
          kind: 'paragraph',
          text: 'Nemusíte si zakládat účet ani pamatovat heslo – stačí otevřít tento odkaz a potvrdit vstup.',
        },
        {
          kind: 'button',
          label: 'Otevřít můj přístup',
          link: 'link',
          fallback: 'Tlačítko nefunguje? Zkopírujte tuto adresu do prohlížeče:',
        },
        { kind: 'note', when: 'expiresAt', text: 'Odkaz platí do {{expiresAt}}.' },
        {
          kind: 'note',
          text: 'Odkaz je vystaven na jméno {{guestName}} a je určen jen vám: kdo jej otevře, vstoupí vaším jménem. Zprávu prosím nikomu nepřeposílejte.',
        },
        {
          kind: 'note',
          text: 'Pokud jste tuto zprávu nečekali, můžete ji bez obav ignorovat: dokud odkaz neotevřete, nic se nestane.',
        },
      ],
    },
  },
});
