import { guestOutcome, type GuestOutcome } from '../../../../contract';
import { codeOf, GiveUp, now, selectionJob, unlessRefused, type PanelCaller, type Strapi } from '../../kernel';
import { findGuests, toGrants, type GuestRow } from '../guests';
import { requireGuests } from '../settings';
import { act } from './guest';
import { readInput, type BulkInput } from './input';
import { requireStill } from './rules';

/** @throws `GiveUp` where something that is to be given is gone: nobody else is given half of it */
const requireThere = async (strapi: Strapi, { action, grants }: BulkInput): Promise<void> => {
  if (action !== 'give' || grants === null) return;
  try {
    await toGrants(strapi, grants);
  } catch (error) {
    if (codeOf(error) !== 'invalid_body') throw error;
    throw new GiveUp('Something that was to be given is not there any more');
  }
};

/** @throws `GiveUp` where the moment that keys were to end at is past */
const requireToCome = ({ expiresAt }: BulkInput): void => {
  if (expiresAt !== null && new Date(expiresAt) <= now()) throw new GiveUp('The last day is past by now');
};

/** What one guest refuses is theirs alone: the selection goes on. */
const serveGuest = async (
  strapi: Strapi,
  guest: GuestRow,
  caller: PanelCaller,
  input: BulkInput
): Promise<GuestOutcome> => {
  const outcome = await unlessRefused(strapi, () => act(strapi, guest, caller, input));
  if ('value' in outcome) return outcome.value;
  return outcome.code === 'not_found' ? 'gone' : 'conflict';
};

export const bulkGuestsJob = selectionJob({
  name: 'bulk-guests.run',
  input: readInput,
  outcome: guestOutcome,
  idsOf: ({ guestIds }: BulkInput) => guestIds,
  serve: async (strapi, caller, input, ids) => {
    await requireGuests(strapi);
    requireStill(caller, input);
    requireToCome(input);
    await requireThere(strapi, input);
    const found = await findGuests(strapi, ids);
    const outcomes: GuestOutcome[] = [];
    for (const id of ids) {
      const guest = found.get(id);
      outcomes.push(guest === undefined ? 'gone' : await serveGuest(strapi, guest, caller, input));
    }
    return outcomes;
  },
});
