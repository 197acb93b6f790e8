import { decode } from './decode';
import type { Bytes, CardFormat } from './format';

/** A line of a card as it was before it was folded, its bytes as the characters of a text (Latin-1). */
export interface CardLine {
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
  readonly text: string;
}

/** More of a line is not kept: it is a picture, or no field holds it. */
const lineBytesMax = 8 * 1024;

/** Bytes as characters; UTF-16 as the bytes of UTF-8, since its line ends are none of a byte. */
async function* bytesAsText(bytes: Bytes, encoding: CardFormat['encoding']): AsyncGenerator<string> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    for await (const piece of decode(bytes, encoding)) yield Buffer.from(piece).toString('latin1');
  else for await (const chunk of bytes) yield Buffer.from(chunk).toString('latin1');
}

/** The lines as they stand in the file, at most `lineBytesMax` of each. */
async function* linesAsTheyStand(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let line = '';
  let isAfterCr = false;
  for await (const piece of pieces) {
    for (const [part] of piece.matchAll(/[^\r\n]+|\r\n|\n|\r/g)) {
      const isRestOfEnd = isAfterCr && part === '\n';
      isAfterCr = part === '\r';
      if (isRestOfEnd) continue;
      if (/^[\r\n]/.test(part)) {
        yield line;
        line = '';
      } else if (line.length < lineBytesMax) line += part.slice(0, lineBytesMax - line.length);
    }
  }
  if (line !== '') yield line;
}

const isQuotedPrintable = (text: string): boolean => /^[^:]*quoted-printable/i.test(text);

/** A line that may go on: its pieces, of which no more are kept than fit. */
const begin = (line: number, text: string) => {
  const isQuoted = isQuotedPrintable(text);
  const pieces: string[] = [];
  let length = 0;
  let isSoft = false;
  const add = (piece: string): void => {
    isSoft = isQuoted && piece.endsWith('=');
    if (length < lineBytesMax) pieces.push(isSoft ? piece.slice(0, -1) : piece);
    length += piece.length;
  };
  add(text);
  return {
    add,
    /** Whether its last piece says that a next one follows. */
    isOpen: (): boolean => isSoft,
    whole: (): CardLine => ({ line, text: pieces.join('').slice(0, lineBytesMax) }),
  };
};

/**
 * The lines of cards, unfolded: what begins with a space goes on from the line before, and so does a line of quoted-printable that ends in `=`.
 * Byte by byte, so that a fold in the middle of a letter does no harm. Holds a line at a time.
 */
export async function* readCardLines(bytes: Bytes, { encoding }: CardFormat): AsyncGenerator<CardLine> {
  let line = 0;
  let current = begin(0, '');
  let isFoldedAtSpaces = false;
  for await (const read of linesAsTheyStand(bytesAsText(bytes, encoding))) {
    line++;
    const text = line === 1 ? read.replace(/^\xef\xbb\xbf/, '') : read;
    if (current.isOpen()) current.add(text);
    // Version 2.1 breaks a line before a space that is meant; later ones put one there.
    else if (/^[ \t]/.test(text)) current.add(isFoldedAtSpaces ? text : text.slice(1));
    else {
      if (line > 1) yield current.whole();
      current = begin(line, text);
    }
    if (/^(?:BEGIN|VERSION):/i.test(text)) isFoldedAtSpaces = /^VERSION:\s*2\.1/i.test(text);
  }
  yield current.whole();
}
