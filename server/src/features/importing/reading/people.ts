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
export type Reading = (CsvFormat & { readonly mapping: Mapping }) | CardFormat;

const unreadable = (line: number, text: string): RowResult => ({
  line,
  person: null,
  problems: [problem('unreadable-row', null, text)],
});

/**
 * The people in a file, a row or a card at a time; blank rows and the header are none. Throws what the source throws, and nothing of its own:
 * what is wrong stands in `problems`.
 */
export async function* readPeople(
  bytes: Bytes,
  reading: CsvFormat & { readonly mapping: Mapping }
): AsyncGenerator<RowResult> {
  const { mapping } = reading;
  let isHeader = reading.hasHeader;
  for await (const row of readRows(bytes, reading)) {
    if (row.kind === 'unreadable') yield unreadable(row.line, row.text);
    else if (!isHeader) yield { line: row.line, ...personOf(valuesOf(row.cells, mapping), mapping.nameOrder) };
    isHeader = false;
  }
}
