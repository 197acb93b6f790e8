import type { Locale } from '../../../../contract';
import { contrastOf, textOn } from '../../../../contract/colour';
import { pieces } from './frame/pieces';

/** A paragraph with its values in place; still plain text. `note` is smaller print. */
export type Block = { kind: 'paragraph' | 'note'; text: string } | { kind: 'button'; label: string; href: string };

/** How a site's messages look: its name, and its logo and colour where the settings have some. */
export interface Look {
  siteName: string;
  /** `#rrggbb` */
  colour: string | null;
  /** An absolute address. */
  logo: string | null;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

/** One pass: a value that itself looks like a place for one stays what it is. Line ends only a paragraph has. */
const fill = (piece: string, values: Readonly<Record<string, string>>): string =>
  piece.replace(/\[\[(\w+)\]\]/g, (_, name: string) => escapeHtml(values[name] ?? '').replace(/\n/g, '<br>'));

/** Where the settings have none: the portal's own (`--fill` of its tokens.css). */
const ownColour = '#0b6b62';
const dark = '#1f2933';
/** The least contrast of text that is not large (WCAG 2.2, 1.4.3). */
const readable = 4.5;

const fallbacks: Readonly<Record<Locale, string>> = {
  fr: 'Le bouton ne répond pas\u00A0? Copiez cette adresse dans votre navigateur\u00A0:',
  en: 'Button not working? Copy this address into your browser:',
  cs: 'Tlačítko nefunguje? Zkopírujte tuto adresu do prohlížeče:',
};

/**
 * What a list of mails shows beside the subject: the first paragraph after the greeting, on one line. Clients cut it where
 * they have no more room.
 */
const previewOf = (blocks: readonly Block[]): string => {
  const [first = '', second = first] = blocks.flatMap((block) => (block.kind === 'button' ? [] : [block.text]));
  return second.replace(/\s*\n\s*/g, ' ');
};

/**
 * The HTML part: tables and inline styles, made of MJML's pieces (`frame/`). Nothing is fetched but the logo. The colour of
 * the brand is a background with readable text on it; as a text it serves only where it can be read.
 */
export const layOut = (subject: string, blocks: readonly Block[], locale: Locale, look: Look): string => {
  const accent = look.colour ?? ownColour;
  const common = {
    locale,
    subject,
    preview: previewOf(blocks),
    siteName: look.siteName,
    logo: look.logo ?? '',
    accent,
    onAccent: textOn(accent),
    linkColour: contrastOf(accent, '#ffffff') >= readable ? accent : dark,
    fallback: fallbacks[locale],
  };
  const head = fill(look.logo === null ? pieces.name : pieces.logo, common);
  const rows = blocks.map(({ kind, ...values }) => fill(pieces[kind], { ...common, ...values }));
  return [fill(pieces.open, common), head, ...rows, pieces.close].join('');
};
