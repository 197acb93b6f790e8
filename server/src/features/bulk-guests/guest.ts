import type { BulkGuestAction, GuestOutcome } from '../../../../contract';
import type { PanelCaller, Strapi } from '../../kernel';
import { noteOf } from '../contact-access';
import { findContact } from '../contacts';
import {
  approveGuest,
  extendGuest,
  inviteGuest,
  removeGuest,
  setClosed,
  takeFromGuest,
  type GivenGrants,
  type GuestRow,
} from '../guests';
import { mailKey, obtainKey, prolongKey } from '../keys';
import type { BulkInput } from './input';

/** What is done with one guest in the name of whoever asked for it, in the transaction of a step. */
type Act = (strapi: Strapi, guest: GuestRow, caller: PanelCaller, input: BulkInput) => Promise<GuestOutcome>;

/** Why somebody is not let in at the moment; null where they are. */
const keptOut = ({ waiting, closed }: GuestRow): 'waiting' | 'closed' | null =>
  waiting ? 'waiting' : closed ? 'closed' : null;

const sendKey: Act = async (strapi, guest, caller, { obtain }) => {
  const out = keptOut(guest);
  if (out !== null) return out;
  const contact = guest.ownContact === null ? null : await findContact(strapi, guest.ownContact);
  if (contact === null) return 'no-contact';
  const note = noteOf(strapi, caller);
  if (obtain && (await obtainKey(strapi, guest)) === 'issued') await note('key.issued', guest.documentId);
  const outcome = await mailKey(strapi, contact, guest, caller.name);
  if (outcome === 'repeated') return 'unchanged';
  if (outcome !== 'queued') return outcome;
  await note('key.sent', guest.documentId);
  return 'done';
};

/** @throws where the action has none: the contract does not let it come to that */
const grantsOf = ({ grants }: BulkInput): GivenGrants => {
  if (grants === null) throw new Error('Nothing is given or taken');
  return grants;
};

const acts: Readonly<Record<BulkGuestAction, Act>> = {
  approve: async (strapi, guest, { name }) => {
    if (!guest.waiting) return 'unchanged';
    await approveGuest(strapi, guest.documentId, name);
    return 'done';
  },

  close: async (strapi, guest, { name }) => {
    if (guest.closed && !guest.waiting) return 'unchanged';
    const closed = await setClosed(strapi, guest.documentId, { version: guest.version, closed: true }, name);
    return closed ? 'done' : 'unchanged';
  },

  reopen: async (strapi, guest, { name }) => {
    if (guest.waiting) return 'waiting';
    if (!guest.closed) return 'unchanged';
    await setClosed(strapi, guest.documentId, { version: guest.version, closed: false }, name);
    return 'done';
  },

  prolong: async (strapi, guest, caller, { expiresAt }) => {
    if (!(await prolongKey(strapi, guest.documentId, expiresAt === null ? null : new Date(expiresAt)))) return 'no-key';
    await noteOf(strapi, caller)('key.prolonged', guest.documentId);
    return 'done';
  },

  'send-keys': sendKey,

  invite: async (strapi, guest, { name }) => {
    const out = keptOut(guest);
    if (out !== null) return out;
    if (guest.email === null) return 'no-address';
    await inviteGuest(strapi, guest.documentId, name);
    return 'done';
  },

  give: async (strapi, guest, caller, input) => {
    if (!(await extendGuest(strapi, guest, grantsOf(input)))) return 'unchanged';
    await noteOf(strapi, caller)('access.saved', guest.documentId, { closed: guest.closed });
    return 'done';
  },

  take: async (strapi, guest, caller, input) => {
    if (!(await takeFromGuest(strapi, guest, grantsOf(input)))) return 'unchanged';
    await noteOf(strapi, caller)('access.saved', guest.documentId, { closed: guest.closed });
    return 'done';
  },

  delete: async (strapi, guest, { name }) => {
    await removeGuest(strapi, guest.documentId, name);
    return 'done';
  },
};

export const act: Act = (strapi, guest, caller, input) => acts[input.action](strapi, guest, caller, input);
