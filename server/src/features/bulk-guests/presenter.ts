import {
  guestOutcome,
  guestOutcomes,
  leftGuestsMax,
  type BulkGuests,
  type GetBulkGuests,
  type GuestOutcome,
  type ResponseOf,
} from '../../../../contract';
import { countsOf, noOutcomes, outcomesOf, tallyReader, type Strapi, type Tally } from '../../kernel';
import { fullName } from '../contacts';
import { findGuests } from '../guests';
import { toJob, type AskedJob } from '../jobs';
import { readInput } from './input';

const readTally = tallyReader(guestOutcome);

/** What has come of a job so far: in its result once it is done, and in its step until then. */
export const tallyOf = ({ step, result }: AskedJob): Tally<GuestOutcome> => {
  const kept = result ?? step;
  return kept === null ? noOutcomes : readTally(JSON.parse(kept));
};

/** Whether that was not done with a guest which was asked for. */
const isLeft = (outcome: GuestOutcome): boolean => outcome !== 'done' && outcome !== 'unchanged';

export const toBulkGuests = (row: AskedJob): BulkGuests => {
  const { documentId, state, createdAt, endedAt } = toJob(row);
  const { guestIds, action } = readInput(JSON.parse(row.input));
  const tally = tallyOf(row);
  return {
    ...{ documentId, state, createdAt, endedAt, action },
    done: tally.of.length,
    total: guestIds.length,
    counts: countsOf(tally, guestOutcomes, (outcome) => outcome),
  };
};

/** The same, with the first of those who were left. Guests who are gone have no name. */
export const presentBulkGuests = async (strapi: Strapi, row: AskedJob): Promise<ResponseOf<typeof GetBulkGuests>> => {
  const { guestIds } = readInput(JSON.parse(row.input));
  const left = outcomesOf(tallyOf(row), guestIds).filter(([, outcome]) => isLeft(outcome));
  const shown = left.slice(0, leftGuestsMax);
  const found = await findGuests(
    strapi,
    shown.map(([id]) => id)
  );
  return {
    ...toBulkGuests(row),
    left: {
      guests: shown.map(([guestId, outcome]) => {
        const guest = found.get(guestId);
        return { guestId, outcome, name: guest ? fullName({ ...guest, company: null }) : null };
      }),
      total: left.length,
    },
  };
};
