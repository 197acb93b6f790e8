import type { Locale } from '../../../../contract';
import { asCsv, Download, type Column, type Strapi } from '../../kernel';
import { personWords } from '../contacts';
import type { ImportRecord } from './plan/repository';
import { rowsAfter, type RowRecord } from './plan/rows';
import { problemsOf } from './presenter';
import { guestWords, headings, problemWords, resultWords, undoWords } from './words';

const rowsAtOnce = 500;

async function* batchesOf(strapi: Strapi, importId: number): AsyncGenerator<readonly RowRecord[]> {
  for (let after = 0; ;) {
    const rows = await rowsAfter(strapi, importId, after, rowsAtOnce);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = last.id;
  }
}

/** What came of a row, in the reader's words. */
const resultOf = (row: RowRecord, locale: Locale): string | null => {
  if (row.undo_result !== null) return undoWords[row.undo_result][locale];
  return row.result && resultWords[row.result][locale];
};

const columnsOf = (locale: Locale): Column<RowRecord>[] => [
  { heading: headings.line, value: ({ line }) => String(line) },
  { heading: personWords.lastName, value: (row) => row.last_name },
  { heading: personWords.firstName, value: (row) => row.first_name },
  { heading: personWords.company, value: (row) => row.company },
  { heading: personWords.email, value: (row) => row.email },
  { heading: headings.phone, value: (row) => row.phone },
  { heading: headings.directLine, value: (row) => row.direct_line },
  { heading: headings.mobile, value: (row) => row.mobile },
  { heading: headings.result, value: (row) => resultOf(row, locale) },
  { heading: headings.guest, value: (row) => row.guest_result && guestWords[row.guest_result][locale] },
  {
    heading: headings.problems,
    value: (row) =>
      problemsOf(row)
        .map(({ code, value }) => `${problemWords[code][locale]}${value === '' ? '' : ` (${value})`}`)
        .join(' · '),
  },
];

/** A line a row of the file: who it is, what came of it, and what was wrong. */
export const reportOf = (strapi: Strapi, { id }: ImportRecord, locale: Locale): Download =>
  new Download('import.csv', 'text/csv', asCsv(columnsOf(locale), batchesOf(strapi, id), locale));
