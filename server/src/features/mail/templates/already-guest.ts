import { defineTemplate } from '../template';

/** In the place of `join-confirm`, where the address is a guest's already. `link` is the login page. */
export const alreadyGuest = defineTemplate({
  variables: { guestName: 'typed?', siteName: 'own', link: 'link' },
  wordings: {
    fr: {
      subject: 'Vous avez déjà un accès à {{siteName}}',
      action: 'Me connecter',
      paragraphs: [
        'Bonjour {{guestName}},',
        'Quelqu’un, vous peut-être, a demandé à rejoindre {{siteName}} avec cette adresse. Bonne nouvelle : vous y avez déjà un accès, il suffit de vous connecter.',
        'Mot de passe oublié, ou jamais choisi ? Demandez-en un nouveau avec « Mot de passe oublié » sur la page de connexion.',
        '{{link}}',
        'Ce n’était pas vous ? Vous pouvez ignorer ce message : rien n’a changé.',
      ],
    },
    en: {
      subject: 'You already have access to {{siteName}}',
      action: 'Log in',
      paragraphs: [
        'Hello {{guestName}},',
        'Somebody, perhaps you, asked to join {{siteName}} with this address. Good news: you have access already, just log in.',
        'Forgot your password, or never chose one? Ask for a new one with “Forgot your password?” on the login page.',
        '{{link}}',
        'Was it not you? You can safely ignore this message: nothing has changed.',
      ],
    },
    cs: {
      subject: 'Na web {{siteName}} už přístup máte',
      action: 'Přihlásit se',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        'Někdo, možná vy, požádal o připojení na web {{siteName}} s touto adresou. Přístup už ale máte, stačí se přihlásit.',
        'Zapomněli jste heslo, nebo jste si je ještě nezvolili? Na přihlašovací stránce si pomocí „Zapomenuté heslo“ vyžádejte nové.',
        '{{link}}',
        'Pokud jste to nebyli vy, můžete zprávu bez obav ignorovat: nic se nezměnilo.',
      ],
    },
  },
});
