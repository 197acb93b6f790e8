import { emit, failure, now, transaction, type Strapi } from '../../kernel';
import { record } from '../activity';
import { proveAddress, type GuestRow } from '../guests';
import { findPassword, newPasswordDigest, passwordMatches, type Password } from '../passwords';
import { actorOf } from './names';
import { mailPasswordChanged } from './mails';
import { endTicketsOf, setPassword, takeTicket, type Ticket } from './repository';
import { invalidLink } from './tickets';

/** What may not stand in a guest's password. */
const namesOf = ({ lastName, firstName, email, login, title }: GuestRow) => [lastName, firstName, email, login, title];

const digestFor = async (
  strapi: Strapi,
  guest: GuestRow,
  password: string,
  present: Password | null
): Promise<string> => {
  const digest = await newPasswordDigest(strapi, password, namesOf(guest), 'chosen');
  if (present !== null && (await passwordMatches(strapi, password, present.digest))) {
    throw failure('weak_password', 'This is the present password. Please choose another.', { faults: ['unchanged'] });
  }
  return digest;
};

/**
 * Sets the password of a ticket's guest, and uses the ticket up. Whoever was in with the old one is out, and no other link to a
 * password is good any more. @throws 400 `weak_password` (the ticket stays good), 401 `invalid_link`
 */
export const setByTicket = async (strapi: Strapi, ticket: Ticket, guest: GuestRow, password: string): Promise<void> => {
  const digest = await digestFor(strapi, guest, password, await findPassword(strapi, guest.documentId));
  await transaction(strapi, async () => {
    const taken = await takeTicket(strapi, ticket, now().getTime());
    if (!taken || !(await setPassword(strapi, guest, digest))) throw invalidLink();
    // Whoever has the link reads the mail of the address that it went to.
    if (ticket.address !== null) await proveAddress(strapi, guest, ticket.address);
    await endTicketsOf(strapi, guest.documentId);
    await emit(strapi, 'access.ended', { guestId: guest.documentId, door: null });
    await record(strapi, { action: 'password.set', guest: guest.documentId, actor: actorOf(guest) });
    await mailPasswordChanged(strapi, guest);
  });
};

/**
 * Gives a guest another password in the place of the one they just showed. Their other sessions end.
 * @throws 400 `weak_password`, 403 `wrong_password` where it was changed meanwhile
 */
export const changePassword = async (
  strapi: Strapi,
  { guest, present }: { guest: GuestRow; present: Password },
  { password, sessionId }: { password: string; sessionId: number }
): Promise<void> => {
  const digest = await digestFor(strapi, guest, password, present);
  await transaction(strapi, async () => {
    if (!(await setPassword(strapi, guest, digest, present.digest))) throw wrongPassword();
    await endTicketsOf(strapi, guest.documentId);
    await emit(strapi, 'access.ended', { guestId: guest.documentId, door: null, except: sessionId });
    await record(strapi, { action: 'password.changed', guest: guest.documentId, actor: actorOf(guest) });
    await mailPasswordChanged(strapi, guest);
  });
};

export const wrongPassword = (): Error => failure('wrong_password', 'This is not your present password.');
