import { importColumnsMax, type ImportSeparator } from '../../../../../contract';

/** Neither Excel (32,767 characters a cell) nor an address book writes a row of this length: a quotation mark is open, or it is no table. */
const rowCharsMax = 1_000_000;
/** As much as is shown of a row that could not be read. */
const shownChars = 100;

/** A row of a table; `line` is the line of the file that it begins on, from 1. */
export type Row =
  | { readonly kind: 'row'; readonly line: number; readonly cells: string[] }
  | { readonly kind: 'unreadable'; readonly line: number; readonly text: string };

/** `cells` is null where there are too many; `end` is where the next row begins; null: the text ends before the row does. */
type Cut = { readonly cells: string[] | null; readonly end: number } | null;

const lineEnd = /\r\n|\n|\r/g;
const plainUntil: Record<ImportSeparator, RegExp> = {
  ',': /[^,\r\n]*/y,
  ';': /[^;\r\n]*/y,
  '\t': /[^\t\r\n]*/y,
  '|': /[^|\r\n]*/y,
};
const openingQuote = / *"/y;

/** Where a pattern that matches at `at` ends; -1 where it does not match. */
const matchEnd = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

/** The quotation mark that closes a cell: one that is not doubled. -1 where there is none. */
const closingQuote = (text: string, from: number): number => {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
};

/** What stands between a closing quotation mark and the separator belongs to the cell: nothing is lost of what is wrongly quoted. */
const cutRow = (text: string, from: number, separator: ImportSeparator, isLast: boolean): Cut => {
  const plain = plainUntil[separator];
  const cells: string[] = [];
  let at = from;
  for (let count = 1; ; count++) {
    const quoted = matchEnd(openingQuote, text, at);
    const close = quoted < 0 ? -1 : closingQuote(text, quoted);
    if (quoted >= 0 && close < 0) return null;
    const begin = quoted < 0 ? at : close + 1;
    at = matchEnd(plain, text, begin);
    const cell = (quoted < 0 ? '' : text.slice(quoted, close).replaceAll('""', '"')) + text.slice(begin, at);
    if (count <= importColumnsMax) cells.push(cell);
    const isCut = at === text.length || (text[at] === '\r' && at + 1 === text.length);
    if (isCut && !isLast) return null;
    if (text[at] !== separator) {
      const end = text.startsWith('\r\n', at) ? at + 2 : Math.min(at + 1, text.length);
      return { cells: count > importColumnsMax ? null : cells, end };
    }
    at++;
  }
};

const countLines = (text: string): number => text.match(lineEnd)?.length ?? 0;
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');
/** The first line of a file that only Excel reads: `sep=;`. */
const namesSeparator = ({ line, cells }: { line: number; cells: readonly string[] }): boolean =>
  line === 1 && cells.length <= 2 && /^sep=.?$/i.test(cells[0] ?? '') && (cells[1] ?? '') === '';

/**
 * Cuts a text that comes in pieces into rows. Lines may end in CRLF, LF or CR, mixed too; blank rows and `sep=` are passed over.
 * A quotation mark that is not closed within a row's bounds is taken for a stray one: its line is unreadable, and the next line is read.
 * Holds at most a row and a piece, and looks at each character a bounded number of times, whatever the text.
 */
export const createRowCutter = (separator: ImportSeparator) => {
  let pending = '';
  let line = 1;
  /** Less text than this was not enough for the next row. */
  let wanted = 0;
  /** Within a line that is too long. */
  let isSkipping = false;

  /** Past the end of the line at `from`, or -1 where it is not there yet. */
  const nextLine = (from: number, isLast: boolean): number => {
    lineEnd.lastIndex = from;
    const found = lineEnd.exec(pending);
    if (found === null) return isLast ? pending.length : -1;
    return lineEnd.lastIndex === pending.length && found[0] === '\r' && !isLast ? -1 : lineEnd.lastIndex;
  };

  /** All rows that are whole once this piece has come; with `isLast` the last one too. */
  return function* (piece: string, isLast: boolean): Generator<Row> {
    pending += piece;
    if (pending.length < wanted && !isLast) return;
    let at = 0;
    while (at < pending.length) {
      if (isSkipping) {
        const end = nextLine(at, isLast);
        if (end < 0) {
          // A CR is kept: it may be half a line end.
          at = pending.endsWith('\r') ? pending.length - 1 : pending.length;
          break;
        }
        line += countLines(pending.slice(at, end));
        at = end;
        isSkipping = false;
        continue;
      }
      const cut = cutRow(pending, at, separator, isLast);
      if (cut === null && !isLast && pending.length - at <= rowCharsMax) break;
      if (cut !== null && cut.end - at <= rowCharsMax) {
        const row = { line, cells: cut.cells ?? [] };
        if (cut.cells === null) yield { kind: 'unreadable', line, text: pending.slice(at, at + shownChars) };
        else if (!isBlank(cut.cells) && !namesSeparator(row)) yield { kind: 'row', ...row };
        line += countLines(pending.slice(at, cut.end));
        at = cut.end;
      } else {
        yield { kind: 'unreadable', line, text: pending.slice(at, at + shownChars) };
        isSkipping = true;
      }
    }
    pending = pending.slice(at);
    wanted = Math.min(2 * pending.length, rowCharsMax + 1);
  };
};
