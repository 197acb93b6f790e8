import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** In the place of `join-confirm`, where the address is a guest's already. `link` is the login page. */
export const alreadyGuest = defineTemplate({
  variables: { guestName: 'text', siteName: 'text', link: 'link' },
  wordings: {
    fr: {
      subject: 'Vous avez déjà un accès à {{siteName}}',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          'Quelqu’un, vous peut-être, a demandé à rejoindre {{siteName}} avec cette adresse. Bonne nouvelle : vous y avez déjà un accès, il suffit de vous connecter.'
        ),
        button('fr', 'Me connecter'),
        paragraph(
          'Mot de passe oublié, ou jamais choisi ? Demandez-en un nouveau avec « Mot de passe oublié » sur cette même page.'
        ),
        note('Ce n’était pas vous ? Vous pouvez ignorer ce message : rien n’a changé.'),
      ],
    },
    en: {
      subject: 'You already have access to {{siteName}}',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph(
          'Somebody, perhaps you, asked to join {{siteName}} with this address. Good news: you have access already, just log in.'
        ),
        button('en', 'Log in'),
        paragraph(
          'Forgot your password, or never chose one? Ask for a new one with “Forgotten password” on that same page.'
        ),
        note('Was it not you? You can safely ignore this message: nothing has changed.'),
      ],
    },
    cs: {
      subject: 'Na web {{siteName}} už přístup máte',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'někdo, možná vy, požádal o připojení na web {{siteName}} s touto adresou. Přístup na jméno {{guestName}} už ale existuje, stačí se přihlásit.'
        ),
        button('cs', 'Přihlásit se'),
        paragraph(
          'Zapomněli jste heslo, nebo jste si je ještě nezvolili? Na stejné stránce si pomocí „Zapomenuté heslo“ vyžádejte nové.'
        ),
        note('Pokud jste to nebyli vy, můžete zprávu bez obav ignorovat: nic se nezměnilo.'),
      ],
    },
  },
});
