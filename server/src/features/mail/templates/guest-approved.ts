import { defineTemplate } from '../template';
import { button, note, paragraph } from './blocks';

/** An editor let in a guest who waited. `link` is the login page. */
export const guestApproved = defineTemplate({
  variables: { guestName: 'text', siteName: 'text', link: 'link' },
  wordings: {
    fr: {
      subject: 'Votre accès à {{siteName}} est ouvert',
      blocks: [
        paragraph('Bonjour {{guestName}},'),
        paragraph(
          'Bonne nouvelle : votre demande a été acceptée, et votre accès à {{siteName}} est ouvert. Bienvenue !'
        ),
        paragraph('Connectez-vous avec votre adresse e-mail et le mot de passe que vous avez choisi.'),
        button('fr', 'Me connecter'),
        note('Mot de passe oublié ? Vous pouvez en demander un nouveau sur la page de connexion.'),
      ],
    },
    en: {
      subject: 'Your access to {{siteName}} is open',
      blocks: [
        paragraph('Hello {{guestName}},'),
        paragraph('Good news: your request was accepted, and your access to {{siteName}} is open. Welcome!'),
        paragraph('Log in with your e-mail address and the password you chose.'),
        button('en', 'Log in'),
        note('Forgot your password? You can ask for a new one on the login page.'),
      ],
    },
    cs: {
      subject: 'Váš přístup na web {{siteName}} je otevřen',
      blocks: [
        paragraph('Dobrý den,'),
        paragraph(
          'máme dobrou zprávu: vaše žádost byla schválena a přístup na web {{siteName}} na jméno {{guestName}} je otevřen. Vítejte!'
        ),
        paragraph('Přihlaste se svou e-mailovou adresou a heslem, které jste si zvolili.'),
        button('cs', 'Přihlásit se'),
        note('Zapomněli jste heslo? Na přihlašovací stránce si můžete vyžádat nové.'),
      ],
    },
  },
});
