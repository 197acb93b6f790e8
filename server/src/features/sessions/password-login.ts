import { failure, sql, type Strapi } from '../../kernel';
import { issueTicket, setPassword } from '../credentials';
import { findGuestByName, guestTable, type GuestRow } from '../guests';
import { passwordMatches, renewedDigest } from '../passwords';
import { getSettings } from '../settings';
import { countAttempt } from './attempts';
import { decidePassword } from './rules';

/** What every pair that does not let in is answered. */
export const invalidCredentials = (): Error =>
  failure('invalid_credentials', 'This login and password do not open an access.');

/**
 * Whether a guest who was let in a moment ago would be still: a change of his password that was under way meanwhile has ended
 * the sessions it knew of. Waits for such a change to come to its end.
 */
export const isStillLetIn = async (strapi: Strapi, guest: GuestRow, password: string): Promise<boolean> => {
  const found = await sql(strapi, (knex) =>
    knex(guestTable(strapi))
      .where({ id: guest.id })
      .forShare()
      .first<{ password: string | null } | undefined>('password')
  );
  if (found === undefined || found.password === null) return false;
  return found.password === guest.password || passwordMatches(strapi, password, found.password);
};

/**
 * The guest whom a login name or an address and a password let in. All refusals look the same and take the same time.
 * @throws 401 `invalid_credentials`; 403 `password_change_required` with `details.token` for a right temporary one; 403
 * `door_closed`; 429 `too_many_requests`
 */
export const checkPassword = async (
  strapi: Strapi,
  { login, password }: { login: string; password: string },
  ip: string
): Promise<GuestRow> => {
  // Read afresh by `requireGuests` a moment ago.
  if (!(await getSettings(strapi)).doors.password) {
    throw failure('door_closed', 'Nobody logs in by password here.');
  }
  const forget = await countAttempt(strapi, ip, login);
  const guest = await findGuestByName(strapi, login);
  const matches = await passwordMatches(strapi, password, guest?.password ?? null).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const decision = decidePassword(guest, matches);
  if (guest === null || decision.kind === 'reject') throw invalidCredentials();
  await forget();
  if (decision.kind === 'change') {
    const { secret } = await issueTicket(strapi, guest.documentId, 'temporary');
    if (!(await isStillLetIn(strapi, guest, password))) throw invalidCredentials();
    throw failure('password_change_required', 'Please choose a password of your own.', { token: secret });
  }
  return guest;
};

/** Keeps the password under today's parameters, where it is under older ones. A rush is no time for that. */
export const renewDigest = async (strapi: Strapi, guest: GuestRow, password: string): Promise<void> => {
  if (guest.password === null) return;
  const renewed = await renewedDigest(password, guest.password).catch(() => null);
  if (renewed !== null) await setPassword(strapi, guest, renewed, guest.password);
};
