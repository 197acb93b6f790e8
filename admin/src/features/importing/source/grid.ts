import { fold } from '../../../../../contract/fold';
import { importRowsMax, type ImportedField } from '../../../../../contract/importing';

/** A row of the grid, a text for each of its columns. */
export type GridRow = readonly string[];

/** The columns of the grid, in the order of the form of a contact. */
export const gridFields = [
  'lastName',
  'firstName',
  'email',
  'company',
  'phone',
  'directLine',
  'mobile',
  'locale',
] as const satisfies readonly ImportedField[];

const emptyRow: GridRow = gridFields.map(() => '');

/** So many rows without anything in them. */
export const emptyRows = (count: number): GridRow[] => Array.from({ length: count }, () => emptyRow);

/** A cell: a spreadsheet puts quotation marks around one with a tab, a line break or a quotation mark in it. */
const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;

/** A value stands on one line. */
const lineOf = (text: string): string => text.replace(/\s*[\n\t]+\s*/g, ' ').trim();

/** The cells of what was copied from a spreadsheet: tabs between them, a line a row. */
export const parsePaste = (text: string): string[][] => {
  const copied = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  const rows: string[][] = [[]];
  for (let at = 0; at <= copied.length; at += 1) {
    cell.lastIndex = at;
    const [whole = '', quoted, plain = ''] = cell.exec(copied) ?? [];
    rows.at(-1)?.push(lineOf(quoted?.replaceAll('""', '"') ?? plain));
    at += whole.length;
    if (copied[at] === '\n') rows.push([]);
  }
  return rows;
};

/** Whether a paste is more than a text for one cell. */
export const isTable = (text: string): boolean => /[\t\n\r]/.test(text.replace(/[\r\n]+$/, ''));

/** The rows with other texts from a cell on, to the right and down; rows are added as they are needed, columns beyond the last are not. */
export const fill = (
  rows: readonly GridRow[],
  at: { row: number; column: number },
  cells: readonly (readonly string[])[]
): GridRow[] => {
  const needed = Math.min(at.row + cells.length, importRowsMax);
  const all = [...rows, ...emptyRows(Math.max(0, needed - rows.length))];
  return all.map((row, index) => {
    const pasted = cells[index - at.row];
    if (pasted === undefined) return row;
    return row.map((text, column) => pasted[column - at.column] ?? text);
  });
};

/**
 * What was pasted with the names of the columns over it, in the order of the grid and without them; null where no names stand there. One name
 * alone may be a value.
 *
 * @param names of the columns, in the order of the grid
 */
export const byNames = (cells: readonly (readonly string[])[], names: readonly string[]): string[][] | null => {
  const [first = [], ...rest] = cells;
  const known = names.map(fold);
  const places = first.map((name) => (name === '' ? null : known.indexOf(fold(name))));
  if (places.includes(-1) || places.filter((place) => place !== null).length < 2) return null;
  return rest.map((row) => names.map((_name, column) => row[places.indexOf(column)] ?? ''));
};

const isEmpty = (row: GridRow): boolean => row.every((text) => text.trim() === '');

/** The rows in which something stands. */
export const filledRows = (rows: readonly GridRow[]): GridRow[] => rows.filter((row) => !isEmpty(row));

const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The filled rows as a table without a header. */
export const toCsv = (rows: readonly GridRow[]): string =>
  filledRows(rows)
    .map((row) => `${row.map(quote).join(',')}\r\n`)
    .join('');

/** How such a table is read. */
export const gridReading = {
  format: { kind: 'csv', encoding: 'utf-8', separator: ',', hasHeader: false },
  mapping: { fields: [...gridFields], nameOrder: 'last-first' },
} as const;
