import type { ImportEncoding } from '../../../../../contract';
import { decodeSample } from './decode';

/** The first of equals wins: most files of one byte a letter come from Windows. */
const singleByte = ['windows-1252', 'windows-1250', 'macintosh', 'x-mac-ce'] as const;

const marks: readonly (readonly [ImportEncoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** UTF-16 without a mark: of separators, digits and Latin letters one byte of two is zero, always on the same side. */
const utf16Of = (sample: Uint8Array): ImportEncoding | null => {
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  const few = sample.length / 100;
  const many = sample.length / 10;
  if (high > many && low < few) return 'utf-16be';
  return low > many && high < few ? 'utf-16le' : null;
};

/** UTF-8, with at most a tenth of its signs broken: a letter of one byte is hardly ever a part of such a sign. */
const isUtf8 = (sample: Uint8Array): boolean => {
  const signs = decodeSample(sample, 'utf-8').match(/[^\0-\x7f]/gu) ?? [];
  return signs.filter((sign) => sign === '\ufffd').length <= signs.length / 10;
};

/** The letters beyond ASCII of the languages that are read, with those of their neighbours' names. */
const languages = {
  western: new Set('àâäæçèéêëîïñôöùûüÿœß'),
  central: new Set('áäčďéěëíľňóôöřšťúůüýž'),
};
/** Punctuation that people and their programs write. */
const typographic = new Set('«»’‘“”„–—…€°·№§©®™\u00a0');

/** How much a sign beyond ASCII looks like one that somebody wrote in the language, between the signs around it. */
const weigh = (sign: string, before: string, after: string, letters: ReadonlySet<string>): number => {
  // «L’Île»: as good as a letter.
  if (sign === '’' && /\p{L}/u.test(before) && /\p{L}/u.test(after)) return 1;
  if (typographic.has(sign)) return 0.2;
  if (!/\p{L}/u.test(sign)) return -2;
  const lower = sign.toLowerCase();
  // «PrŽnom» and «ďJeanne» are no words of anybody's.
  if (lower === sign ? /\p{Lu}/u.test(after) : /\p{Ll}/u.test(before)) return -1;
  return letters.has(lower) ? 1 : -0.5;
};

const score = (text: string, letters: ReadonlySet<string>): number => {
  let sum = 0;
  for (const { 0: sign, index } of text.matchAll(/[^\0-\x7f]/gu))
    sum += weigh(sign, text[index - 1] ?? '', text[index + 1] ?? '', letters);
  return sum;
};

/** Where letters alone do not tell: addresses and words that are written in ASCII all the same. */
const centralWords = /\.(?:cz|sk)\b|\bjm|telefon|titul/i;

/**
 * The encoding that a file's first bytes are written in. A text in ASCII alone is taken for UTF-8; what stands beyond the sample may prove
 * that wrong, and shows as `unreadable-text` then. Guessed by letters, not by the statistics of running text that libraries have:
 * lists of names have no running text, and those know neither the encodings of the Mac nor Windows-1250 apart.
 */
export const guessEncoding = (sample: Uint8Array): ImportEncoding => {
  const marked = marks.find(([, mark]) => mark.every((byte, at) => sample[at] === byte));
  if (marked !== undefined) return marked[0];
  const utf16 = utf16Of(sample);
  if (utf16 !== null) return utf16;
  if (isUtf8(sample)) return 'utf-8';
  const scored = singleByte.map((encoding) => {
    const text = decodeSample(sample, encoding);
    const central = score(text, languages.central) + (centralWords.test(text) ? 0.5 : 0);
    return { encoding, score: Math.max(score(text, languages.western), central) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).encoding;
};
