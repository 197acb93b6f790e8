import { stringify } from 'csv-stringify/sync';
import type { Locale } from '../../../../contract';

/** A value in each language of the plugin. */
export type Worded = Readonly<Record<Locale, string>>;

export interface Column<Row> {
  readonly heading: Worded;
  readonly value: (row: Row) => string | null;
}

/** Excel opens a file by what it takes for a list separator where its reader is. */
const delimiters: Readonly<Record<Locale, string>> = { fr: ';', en: ',', cs: ';' };
/** By it Excel knows that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * Batches of rows as a table for a spreadsheet, piece by piece, the headings first. A text that a spreadsheet would run as a formula
 * has a `'` before it (OWASP, CSV injection), a telephone number that begins with `+` too.
 */
export async function* asCsv<Row>(
  columns: readonly Column<Row>[],
  batches: AsyncIterable<readonly Row[]>,
  locale: Locale
): AsyncGenerator<string> {
  const options = { delimiter: delimiters[locale], record_delimiter: '\r\n', escape_formulas: true };
  yield byteOrderMark + stringify([columns.map(({ heading }) => heading[locale])], options);
  for await (const batch of batches) {
    yield stringify(
      batch.map((row) => columns.map(({ value }) => value(row) ?? '')),
      options
    );
  }
}
