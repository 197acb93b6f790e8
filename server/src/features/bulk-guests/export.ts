import type { GuestOutcome, Locale } from '../../../../contract';
import { asCsv, Download, inBatches, outcomesOf, readableAddress, type Column, type Strapi } from '../../kernel';
import { personWords } from '../contacts';
import { findGuests, type GuestRow } from '../guests';
import type { AskedJob } from '../jobs';
import { readInput } from './input';
import { tallyOf } from './presenter';
import { actionWords, fileName, outcomeWords } from './words';

interface Line {
  guest: GuestRow | null;
  outcome: GuestOutcome;
}

/** What came of each guest so far, as a table, with the guests as they are now: who is gone has no name any more. */
export const exportReport = (strapi: Strapi, row: AskedJob, locale: Locale): Download => {
  const { guestIds, action } = readInput(JSON.parse(row.input));
  const columns: Column<Line>[] = [
    { heading: personWords.lastName, value: ({ guest }) => guest && guest.lastName },
    { heading: personWords.firstName, value: ({ guest }) => guest && guest.firstName },
    { heading: personWords.email, value: ({ guest }) => (guest?.email ? readableAddress(guest.email) : null) },
    { heading: actionWords[action], value: ({ outcome }) => outcomeWords[outcome][locale] },
  ];
  const lines = inBatches(outcomesOf(tallyOf(row), guestIds), async (batch): Promise<Line[]> => {
    const found = await findGuests(
      strapi,
      batch.map(([id]) => id)
    );
    return batch.map(([id, outcome]) => ({ guest: found.get(id) ?? null, outcome }));
  });
  return new Download(`${fileName[locale]}.csv`, 'text/csv', asCsv(columns, lines, locale));
};
