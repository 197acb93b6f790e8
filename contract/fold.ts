/*
 * What texts are compared by, everywhere: in the panel, in the plugin's own columns, and in the site's tables by a pattern
 * made of it (`server/src/kernel/search/pattern.ts`). This file imports nothing, so that every side can take it.
 */

/** Signs that people type in one another's place. */
const signs: readonly (readonly [string, string])[] = [
  ["'", '`´‘’‛ʹʻʼʽˈ′‵ꞌ'],
  ['-', '‐‑‒–—―−⁃'],
  ['"', '“”„‟«»″‶'],
];
/** Letters that Unicode does not take apart, and that people type without their stroke or ligature. */
const letters: readonly (readonly [string, string])[] = [
  ['oe', 'œ'],
  ['ae', 'æ'],
  ['ss', 'ß'],
  ['o', 'ø'],
  ['l', 'ł'],
  ['d', 'đ'],
  ['i', 'ı'],
  ['σ', 'ς'],
];

const plain = new Map(
  [...signs, ...letters].flatMap(([one, others]) => [...others].map((other) => [other, one] as const))
);
const special = new RegExp(`[${[...plain.keys()].join('')}]`, 'gu');
const toPlain = (text: string): string => text.replace(special, (one) => plain.get(one) ?? one);

/**
 * What no text is told apart by: the accents of Latin, Greek and Cyrillic letters, and what takes no room (soft hyphens,
 * zero-width and direction marks, the variants of an emoji). Marks of other scripts are letters of theirs: ガ is not カ. In the
 * form of a class of a regular expression, without its brackets.
 */
export const ignoredSigns = '\u0300-\u036f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff';
// Marks by themselves are what is meant.
// eslint-disable-next-line no-misleading-character-class
const ignored = new RegExp(`[${ignoredSigns}]+`, 'gu');

/** `fold` without a thought to the spaces: of each sign by itself, what it stands for. */
export const foldSigns = (text: string): string => (isBare.test(text) ? ofBare(text) : ofAny(text));

/** Most names and addresses: printable ASCII, in which nothing but a backtick stands for another sign. */
const isBare = /^[ -~]*$/;
const ofBare = (text: string): string => text.toLowerCase().replaceAll('`', "'");

const ofAny = (text: string): string =>
  toPlain(toPlain(text).normalize('NFKD').toLowerCase().normalize('NFKD'))
    .replace(ignored, '')
    .replace(/[\s\p{Cc}\p{Cs}]/gu, ' ')
    .normalize('NFC');

/**
 * What a text is compared, searched and sorted by: without case and accents, whatever the width of its letters, with one
 * apostrophe, one hyphen and one quotation mark, and one space between words. The same on every database, whatever its
 * collation. A text without any sign of its own (nothing but spaces, accents) is ''. Folding twice changes nothing.
 */
export const fold = (text: string): string => foldSigns(text).replace(/ +/g, ' ').trim();
