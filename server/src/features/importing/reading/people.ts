import { readCards } from './cards';
import type { Bytes, CardFormat, CsvFormat } from './format';
import type { Mapping } from './mapping';
import { personOf, problem, type Person, type Problem } from './person';
import { readRows, valuesOf } from './rows';

/** A row of a table or a card: who it is, and what is wrong. `person` is null where it could not be read at all. */
export interface RowResult {
  /** The line of the file that it begins on, from 1. */
  readonly line: number;
  readonly person: Person | null;
  readonly problems: readonly Problem[];
}

/** How a file is read to its end, as data that can be kept. */
export type Reading = TableReading | CardFormat;
type TableReading = CsvFormat & { readonly mapping: Mapping };

const unreadable = (line: number, text: string): RowResult => ({
  line,
  person: null,
  problems: [problem('unreadable-row', null, text)],
});

async function* readTable(bytes: Bytes, reading: TableReading): AsyncGenerator<RowResult> {
  const { mapping } = reading;
  let isHeader = reading.hasHeader;
  for await (const row of readRows(bytes, reading)) {
    if (row.kind === 'unreadable') yield unreadable(row.line, row.text);
    else if (!isHeader) yield { line: row.line, ...personOf(valuesOf(row.cells, mapping), mapping.nameOrder) };
    isHeader = false;
  }
}

async function* readAddressBook(bytes: Bytes, format: CardFormat): AsyncGenerator<RowResult> {
  for await (const { line, values } of readCards(bytes, format))
    yield values === null ? unreadable(line, '') : { line, ...personOf(values, 'first-last') };
}

/**
 * The people in a file, a row or a card at a time; blank rows and the header are none. Throws what the source throws, and nothing of its own:
 * what is wrong stands in `problems`.
 */
export const readPeople = (bytes: Bytes, reading: Reading): AsyncGenerator<RowResult> =>
  reading.kind === 'csv' ? readTable(bytes, reading) : readAddressBook(bytes, reading);
