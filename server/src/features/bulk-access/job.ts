import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, GiveUp, onBehalfOf, type JobKind, type Strapi } from '../../kernel';
import type { Grants } from '../access';
import { findContacts } from '../contacts';
import { toGrants } from '../guests';
import { requireGuests } from '../settings';
import { contactGone, serve } from './contact';
import { readInput, type BulkInput } from './input';
import { requireStill } from './rules';
import { noOutcomes, readTally, withOutcome, type Tally } from './tally';

/** Few enough that nobody waits long for SQLite's one writer, or for the event loop. */
const contactsPerStep = 10;
/** So much longer than a step its pause is: five sixths of the instance's time are left to the site. */
const pausePerStep = 5;
/** But no longer than this for each contact: on a database that answers slowly, little of a step is the instance's own time. */
const msPerContact = 34;

const leaveRoom = async (tookMs: number, signal: AbortSignal): Promise<void> => {
  const longest = contactsPerStep * msPerContact - tookMs;
  await pause(Math.max(0, Math.min(tookMs * pausePerStep, longest)), undefined, { signal });
};

/** @throws `GiveUp` where something of it is gone: nobody else is given half of it */
const grantsOf = async (strapi: Strapi, { grants }: BulkInput): Promise<Grants | null> => {
  try {
    return grants && (await toGrants(strapi, grants));
  } catch (error) {
    if (codeOf(error) !== 'invalid_body') throw error;
    throw new GiveUp('Something that was to be given is not there any more');
  }
};

/**
 * Works off a selection, some contacts a step: what a step has done and what came of it are kept together, so that nobody gets two
 * keys or two mails, whatever dies.
 */
export const bulkAccessJob: JobKind<BulkInput, Tally> = {
  name: 'bulk-access.run',
  input: readInput,
  step: readTally,
  run: async (strapi, job) => {
    const { contactIds, issueKeys, mailKeys } = job.input;
    const total = contactIds.length;
    let tally = job.at ?? noOutcomes;
    while (tally.of.length < total) {
      const begunAt = performance.now();
      let next = tally;
      await job.step(() =>
        onBehalfOf(strapi, job.askedBy, async (caller) => {
          await requireGuests(strapi);
          requireStill(caller, job.input);
          const wish = { grants: await grantsOf(strapi, job.input), issueKeys, mailKeys };
          const ids = contactIds.slice(tally.of.length, tally.of.length + contactsPerStep);
          const found = new Map((await findContacts(strapi, ids)).map((one) => [one.documentId, one]));
          // A step that the database ended because of a deadlock begins again.
          next = tally;
          for (const id of ids) {
            const contact = found.get(id);
            next = withOutcome(next, contact ? await serve(strapi, caller, contact, wish) : contactGone);
          }
          return { at: next, done: next.of.length, total };
        })
      );
      tally = next;
      await leaveRoom(performance.now() - begunAt, job.signal);
    }
    return tally;
  },
};
