import type { ContactOutcome, KeyOutcome, MailOutcome } from '../../../../contract';
import type { PanelCaller, Strapi } from '../../kernel';
import type { Grants } from '../access';
import type { Happening } from '../activity';
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

/**
 * What is done with one contact in the name of whoever asked for it, in the transaction of a step.
 * @param happened what is to be noted is put there: a step writes it at once
 */
export const serve = async (
  strapi: Strapi,
  caller: PanelCaller,
  contact: ContactRow,
  { grants, issueKeys, mailKeys }: Wish,
  happened: Happening[]
): Promise<ContactOutcome> => {
  const note = (action: Happening['action'], { documentId }: GuestRow, details: Happening['details'] = {}) =>
    happened.push({
      ...{ action, guest: documentId, contact: contact.documentId, details },
      actor: { kind: 'editor', name: caller.name },
    });
  const given = grants && (await giveAccess(strapi, contact, grants));
  if (given) note('access.saved', given.guest, { closed: given.guest.closed });
  const guest = given ? given.guest : await findGuestOfContact(strapi, contact.documentId);

  const keyOf = async (): Promise<KeyOutcome> => {
    const out = keptOut(guest);
    if (guest === null || out !== null) return out ?? 'no-access';
    const outcome = await obtainKey(strapi, guest);
    if (outcome === 'issued') note('key.issued', guest);
    return outcome;
  };
  const mailOf = async (key: KeyOutcome | null): Promise<MailOutcome> => {
    const out = keptOut(guest);
    if (out !== null) return out;
    if (key === 'closed') return 'closed';
    if (mailKeys === 'new' && key !== 'issued') return 'had-key';
    const outcome = await mailKey(strapi, contact, guest, caller.name);
    if (outcome === 'queued' && guest) note('key.sent', guest);
    return outcome;
  };
  const key = issueKeys ? await keyOf() : null;
  return { access: given ? given.outcome : null, key, mail: mailKeys === 'none' ? null : await mailOf(key) };
};
