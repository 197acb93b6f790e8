import { importSeparators, type ImportSeparator } from '../../../../../contract';
import { decodeSample } from './decode';
import { firstRows, sampleBytesMax } from './first-rows';
import type { Guess } from './format';
import { guessEncoding } from './guess-encoding';
import { meaningOf } from './header-words';

/** The first bytes of an archive or workbook, an older workbook, a PDF, a PNG, a JPEG, gzip. */
const binary = ['504b0304', 'd0cf11e0', '25504446', '89504e47', 'ffd8ff', '1f8b'];
const isBinary = (sample: Buffer): boolean => {
  const start = sample.toString('hex', 0, 4);
  return binary.some((mark) => start.startsWith(mark));
};
/** A text holds a control character at times; what holds many is none. */
const isText = (text: string): boolean => (text.match(/[^\P{Cc}\s]/gu)?.length ?? 0) <= text.length / 20;

/** How well a separator explains the rows: the share of rows that have as many columns as most have, and then the number of columns. */
const fitOf = (rows: readonly (readonly string[])[]): { share: number; width: number } => {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, count] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [1, 0]);
  return width === 1 ? { share: 0, width } : { share: count / rows.length, width };
};

const sampleRowsMax = 100;

const guessSeparator = (text: string, isWhole: boolean): ImportSeparator => {
  const named = /^"?sep=(.)/i.exec(text)?.[1];
  const stated = importSeparators.find((one) => one === named);
  if (stated !== undefined) return stated;
  const fits = importSeparators.map((separator) => ({
    separator,
    ...fitOf(firstRows(text, separator, isWhole, sampleRowsMax)),
  }));
  return fits.reduce((best, one) =>
    one.share > best.share || (one.share === best.share && one.width > best.width) ? one : best
  ).separator;
};

const isContact = (cell: string): boolean => cell.includes('@') || cell.replace(/\D/g, '').length >= 6;

/** Nobody is called so. Other words of headers are parts of companies' names too: «Direct Assurance». */
const namesThePerson: ReadonlySet<string | null> = new Set(['lastName', 'firstName', 'fullName', 'name', 'jmeno']);

/** Whether a row consists of words for what stands below: one for a person's name, several, or one for every second column. */
const isOfHeaderWords = (row: readonly string[]): boolean => {
  const read = row.flatMap((cell) => meaningOf(cell)?.field ?? []);
  const filled = row.filter((cell) => cell.trim() !== '');
  return read.some((field) => namesThePerson.has(field)) || read.length > 1 || 2 * read.length > filled.length;
};

/** A header is of such words, or stands over addresses and is none; a row of a person has an address or a number. */
const guessHeader = ([first = [], ...others]: readonly (readonly string[])[]): boolean => {
  if (first.some(isContact)) return false;
  if (isOfHeaderWords(first)) return true;
  return first.some(
    (cell, at) => cell !== '' && others.length > 0 && others.every((row) => row[at]?.includes('@') ?? false)
  );
};

/** Cards may be folded in the middle of a letter, which looks like a broken one. */
const unfoldedCards = (sample: Buffer): Buffer => {
  const text = sample.toString('latin1');
  return /^(?:\xef\xbb\xbf)?\s*BEGIN:VCARD/i.test(text)
    ? Buffer.from(text.replace(/\r?\n[ \t]/g, ''), 'latin1')
    : sample;
};

/**
 * How a file is to be read, by its first `sampleBytesMax` bytes; `isWhole` says that it has no more. Never throws. A workbook, an archive and the like
 * are `binary`, whatever name they came by: nothing is unpacked.
 */
export const guessFormat = (bytes: Uint8Array, isWhole: boolean): Guess => {
  const sample = Buffer.from(bytes.subarray(0, sampleBytesMax));
  if (isBinary(sample)) return { kind: 'unreadable', reason: 'binary' };
  const encoding = guessEncoding(unfoldedCards(sample));
  const text = decodeSample(sample, encoding);
  if (text.trim() === '') return { kind: 'unreadable', reason: 'empty' };
  if (!isText(text)) return { kind: 'unreadable', reason: 'binary' };
  if (/^\s*BEGIN:VCARD\s/i.test(text)) return { kind: 'vcard', encoding };
  const isAll = isWhole && bytes.length <= sampleBytesMax;
  const separator = guessSeparator(text, isAll);
  return { kind: 'csv', encoding, separator, hasHeader: guessHeader(firstRows(text, separator, isAll, sampleRowsMax)) };
};
