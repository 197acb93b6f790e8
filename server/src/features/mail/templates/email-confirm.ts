import { defineTemplate } from '../template';

/**
 * To the new address of a guest who asks for a change of address: proves that it is theirs. Nothing that they typed stands in
 * it: whoever reads it may never have heard of them.
 */
export const emailConfirm = defineTemplate({
  variables: { siteName: 'own', link: 'link', expiresAt: 'instant' },
  wordings: {
    fr: {
      subject: 'Confirmez votre nouvelle adresse pour {{siteName}}',
      action: 'Confirmer mon adresse',
      paragraphs: [
        'Bonjour,',
        'Vous souhaitez utiliser cette adresse e-mail pour votre accès à {{siteName}}. Il ne reste qu’à confirmer qu’elle est bien la vôtre.',
        '{{link}}',
        'Ce lien est valable jusqu’au {{expiresAt}}. Jusqu’à la confirmation, l’ancienne adresse reste en usage.',
        'Vous n’avez rien demandé ? Ignorez ce message : sans confirmation, rien ne change.',
      ],
    },
    en: {
      subject: 'Confirm your new address for {{siteName}}',
      action: 'Confirm my address',
      paragraphs: [
        'Hello,',
        'You would like to use this e-mail address for your access to {{siteName}}. All that is left is to confirm that it is yours.',
        '{{link}}',
        'This link is valid until {{expiresAt}}. Until you confirm, the old address stays in use.',
        'Did you not ask for this? Ignore this message: nothing changes unless it is confirmed.',
      ],
    },
    cs: {
      subject: 'Potvrďte svou novou adresu pro web {{siteName}}',
      action: 'Potvrdit adresu',
      paragraphs: [
        'Dobrý den,',
        'tato e-mailová adresa má nově patřit k vašemu přístupu na web {{siteName}}. Zbývá potvrdit, že je opravdu vaše.',
        '{{link}}',
        'Odkaz platí do {{expiresAt}}. Dokud adresu nepotvrdíte, platí ta dosavadní.',
        'Nežádali jste o to? Zprávu ignorujte: bez potvrzení se nic nezmění.',
      ],
    },
  },
});
