import type { ContactOutcome, KeyOutcome, MailOutcome } from '../../../../contract';
import type { PanelCaller, Strapi } from '../../kernel';
import type { Grants } from '../access';
import { noteOf } from '../contact-access';
import type { ContactRow } from '../contacts';
import { findGuestOfContact, giveAccess, type GuestRow } from '../guests';
import { mailKey, obtainKey } from '../keys';
import type { BulkInput } from './input';

/** What is done with each contact. */
export interface Wish extends Pick<BulkInput, 'issueKeys' | 'mailKeys'> {
  /** Known to be there. */
  readonly grants: Grants | null;
}

export const contactGone: ContactOutcome = { access: 'contact-gone', key: null, mail: null };

/** Why an access gets no key; null where it may have one. */
const keptOut = (guest: GuestRow | null): 'no-access' | 'closed' | 'waiting' | null => {
  if (guest === null) return 'no-access';
  if (guest.waiting) return 'waiting';
  return guest.closed ? 'closed' : null;
};

/** What is done with one contact in the name of whoever asked for it, in the transaction of a step. */
export const serve = async (
  strapi: Strapi,
  caller: PanelCaller,
  contact: ContactRow,
  { grants, issueKeys, mailKeys }: Wish
): Promise<ContactOutcome> => {
  const note = noteOf(strapi, caller);
  const given = grants && (await giveAccess(strapi, contact, grants));
  if (given) await note('access.saved', given.guest.documentId, { closed: given.guest.closed });
  const guest = given ? given.guest : await findGuestOfContact(strapi, contact.documentId);

  const keyOf = async (): Promise<KeyOutcome> => {
    const out = keptOut(guest);
    if (guest === null || out !== null) return out ?? 'no-access';
    const outcome = await obtainKey(strapi, guest);
    if (outcome === 'issued') await note('key.issued', guest.documentId);
    return outcome;
  };
  const mailOf = async (key: KeyOutcome | null): Promise<MailOutcome> => {
    const out = keptOut(guest);
    if (out !== null) return out;
    if (key === 'closed') return 'closed';
    if (mailKeys === 'new' && key !== 'issued') return 'had-key';
    const outcome = await mailKey(strapi, contact, guest, caller.name);
    if (outcome === 'queued' && guest) await note('key.sent', guest.documentId);
    return outcome;
  };
  const key = issueKeys ? await keyOf() : null;
  return { access: given ? given.outcome : null, key, mail: mailKeys === 'none' ? null : await mailOf(key) };
};
