import { defineTemplate } from '../template';

/** An editor let in a guest who waited. `link` is the login page. */
export const guestApproved = defineTemplate({
  variables: { guestName: 'typed?', siteName: 'own', link: 'link' },
  wordings: {
    fr: {
      subject: 'Votre accès à {{siteName}} est ouvert',
      action: 'Me connecter',
      paragraphs: [
        'Bonjour {{guestName}},',
        'Bonne nouvelle : votre demande a été acceptée, et votre accès à {{siteName}} est ouvert. Bienvenue !',
        'Connectez-vous avec votre adresse e-mail et le mot de passe que vous avez choisi.',
        '{{link}}',
        'Mot de passe oublié ? Vous pouvez en demander un nouveau sur la page de connexion.',
      ],
    },
    en: {
      subject: 'Your access to {{siteName}} is open',
      action: 'Log in',
      paragraphs: [
        'Hello {{guestName}},',
        'Good news: your request was accepted, and your access to {{siteName}} is open. Welcome!',
        'Log in with your e-mail address and the password you chose.',
        '{{link}}',
        'Forgot your password? You can ask for a new one on the login page.',
      ],
    },
    cs: {
      subject: 'Váš přístup na web {{siteName}} je otevřen',
      action: 'Přihlásit se',
      paragraphs: [
        'Dobrý den, tato zpráva se týká přístupu na jméno {{guestName}}.',
        'Máme dobrou zprávu: vaše žádost byla schválena a přístup na web {{siteName}} je otevřen. Vítejte!',
        'Přihlaste se svou e-mailovou adresou a heslem, které jste si zvolili.',
        '{{link}}',
        'Zapomněli jste heslo? Na přihlašovací stránce si můžete vyžádat nové.',
      ],
    },
  },
});
