import {
  leftContactsMax,
  type BulkAccess,
  type ContactOutcome,
  type GetBulkAccess,
  type ResponseOf,
} from '../../../../contract';
import { noOutcomes, outcomesOf, type Strapi, type Tally } from '../../kernel';
import { findContacts, fullName } from '../contacts';
import { toJob, type AskedJob } from '../jobs';
import { readInput } from './input';
import { contactCountsOf, isLeft, readTally } from './tally';

/** What has come of a job so far: in its result once it is done, and in its step until then. */
export const tallyOf = ({ step, result }: AskedJob): Tally<ContactOutcome> => {
  const kept = result ?? step;
  return kept === null ? noOutcomes : readTally(JSON.parse(kept));
};

export const toBulkAccess = (row: AskedJob): BulkAccess => {
  const { documentId, state, createdAt, endedAt } = toJob(row);
  const { contactIds, grants, issueKeys, mailKeys } = readInput(JSON.parse(row.input));
  const tally = tallyOf(row);
  return {
    documentId,
    state,
    createdAt,
    endedAt,
    asked: { access: grants !== null, key: issueKeys, mail: mailKeys },
    done: tally.of.length,
    total: contactIds.length,
    counts: contactCountsOf(tally),
  };
};

/** The same, with the first of those who did not get all. Contacts that are gone have no name. */
export const presentBulkAccess = async (strapi: Strapi, row: AskedJob): Promise<ResponseOf<typeof GetBulkAccess>> => {
  const { contactIds } = readInput(JSON.parse(row.input));
  const left = outcomesOf(tallyOf(row), contactIds).filter(([, outcome]) => isLeft(outcome));
  const shown = left.slice(0, leftContactsMax);
  const found = await findContacts(
    strapi,
    shown.map(([id]) => id)
  );
  const names = new Map(found.map((contact) => [contact.documentId, fullName(contact)]));
  return {
    ...toBulkAccess(row),
    left: {
      contacts: shown.map(([contactId, outcome]) => ({ ...outcome, contactId, name: names.get(contactId) ?? null })),
      total: left.length,
    },
  };
};
