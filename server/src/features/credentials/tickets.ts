import { keyedDigest, failure, isWellFormed, newSecret, now, type SecretKind, type Strapi } from '../../kernel';
import { findGuest, type GuestRow } from '../guests';
import { findTicket, renameTicket, replaceTicket, type Ticket } from './repository';
import { isForHim, isGood, purposes, type Purpose } from './rules';

export interface Issued {
  id: string;
  /** Is in the answer and nowhere else. */
  secret: string;
  endsAt: Date;
}

/** A new ticket; the guest's earlier one for the same purpose is no good any more. */
export const issueTicket = async (
  strapi: Strapi,
  guest: string,
  purpose: Purpose,
  address: string | null = null
): Promise<Issued> => {
  const secret = newSecret(purposes[purpose].secret);
  const madeAt = now().getTime();
  const endsAt = madeAt + purposes[purpose].lastsMs;
  const id = await replaceTicket(strapi, {
    digest: keyedDigest(strapi, secret),
    purpose,
    guest,
    address,
    madeAt,
    endsAt,
  });
  return { id, secret, endsAt: new Date(endsAt) };
};

/** A new secret, and its whole time, for a ticket that is still good; null where it is not. */
export const reissueTicket = async (
  strapi: Strapi,
  id: string,
  purpose: Purpose
): Promise<Omit<Issued, 'id'> | null> => {
  const secret = newSecret(purposes[purpose].secret);
  const endsAt = now().getTime() + purposes[purpose].lastsMs;
  const renamed = await renameTicket(strapi, id, keyedDigest(strapi, secret), endsAt);
  return renamed ? { secret, endsAt: new Date(endsAt) } : null;
};

/** What a link that is not good is answered, whatever is wrong with it. */
export const invalidLink = (): Error =>
  failure('invalid_link', 'This link has been used, has run out or is incomplete. Please ask for a new one.');

/** A ticket by its secret. A text without the form and the checksum of its kind costs no query. */
export const ticketOf = async (strapi: Strapi, kind: SecretKind, secret: string): Promise<Ticket | null> =>
  isWellFormed(kind, secret) ? findTicket(strapi, keyedDigest(strapi, secret)) : null;

/** A good ticket for one of these purposes, and its guest, who may come in. @throws 401 `invalid_link` */
export const requireTicket = async (
  strapi: Strapi,
  kind: SecretKind,
  secret: string,
  wanted: readonly Purpose[]
): Promise<{ ticket: Ticket; guest: GuestRow }> => {
  const ticket = await ticketOf(strapi, kind, secret);
  const guest = ticket && isGood(ticket, wanted, now().getTime()) ? await findGuest(strapi, ticket.guest) : null;
  if (ticket === null || guest === null || guest.closed || !isForHim(ticket, guest)) throw invalidLink();
  return { ticket, guest };
};
