import type { Locale } from '../../../../../contract';
import type { ButtonBlock, Condition, TextBlock } from '../template';

/** A paragraph, shown always or on a condition. */
export const paragraph = (text: string, condition: Condition = {}): TextBlock => ({
  kind: 'paragraph',
  text,
  ...condition,
});

/** Smaller print, at the end of a message. */
export const note = (text: string, condition: Condition = {}): TextBlock => ({ kind: 'note', text, ...condition });

const fallbacks: Readonly<Record<Locale, string>> = {
  fr: 'Le bouton ne répond pas ? Copiez cette adresse dans votre navigateur :',
  en: 'Button not working? Copy this address into your browser:',
  cs: 'Tlačítko nefunguje? Zkopírujte tuto adresu do prohlížeče:',
};

/** What the message wants to be pressed: the variable `link`, as a button and in plain below it. */
export const button = (locale: Locale, label: string): ButtonBlock => ({
  kind: 'button',
  label,
  link: 'link',
  fallback: fallbacks[locale],
});
