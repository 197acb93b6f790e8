import { createRowCutter, type Row } from './csv';
import { decode, decodeSample } from './decode';
import { firstRows, sampleBytesMax } from './first-rows';
import type { Bytes, CsvFormat } from './format';
import { phoneFieldOf, headerWords } from './header-words';
import { mapColumns, type Mapping } from './mapping';
import type { Values } from './person';

/**
 * The rows of a table as they come, the header among them. Throws what the source throws, and nothing of its own: what cannot be read is a row
 * of the kind `unreadable`. Holds a row and a piece of 64 kB at a time.
 */
export async function* readRows(bytes: Bytes, format: CsvFormat): AsyncGenerator<Row> {
  const rowsOf = createRowCutter(format.separator);
  for await (const piece of decode(bytes, format.encoding)) yield* rowsOf(piece, false);
  yield* rowsOf('', true);
}

/** What somebody sees of a table before they say how it is to be read. */
export interface Sample {
  /** Null where the table has none. */
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  readonly mapping: Mapping;
}

export const sampleRowsMax = 20;

/**
 * The first 20 rows of a table by its first bytes, of which `sampleBytesMax` are looked at, and what its columns seem to hold. `isWhole` says that there
 * is no more of it.
 */
export const sampleOf = (bytes: Uint8Array, format: CsvFormat, isWhole: boolean): Sample => {
  const isAll = isWhole && bytes.length <= sampleBytesMax;
  const text = decodeSample(bytes.subarray(0, sampleBytesMax), format.encoding);
  const rows = firstRows(text, format.separator, isAll, sampleRowsMax + (format.hasHeader ? 1 : 0));
  const header = format.hasHeader ? (rows.shift() ?? null) : null;
  return { header, rows, mapping: mapColumns(header, rows) };
};

/** How Google writes several values into one cell; more than these are not read. */
const between = ' ::: ';
const valuesMax = 20;
/** `="0622"` and `'+33` are how texts are kept from a spreadsheet that would count with them, ours among them. */
const unguarded = (cell: string): string => cell.replace(/^="([^"]*)"$/, '$1').replace(/^'(?=[=+@-])/, '');

/** What a row says of a person, by what its columns hold. */
export const valuesOf = (cells: readonly string[], { fields }: Mapping): Values => {
  const values: Partial<Record<keyof Values, string[]>> = {};
  fields.forEach((field, at) => {
    if (field === null || field === 'phoneKind') return;
    const isLabelled = field === 'phone' && fields[at - 1] === 'phoneKind';
    const kind = isLabelled ? phoneFieldOf(headerWords(cells[at - 1] ?? '')) : field;
    if (kind === null) return;
    const filled = (cells[at] ?? '')
      .split(between, valuesMax)
      .map((one) => unguarded(one.trim()))
      .filter((one) => one !== '');
    (values[kind] ??= []).push(...filled);
  });
  return values;
};
