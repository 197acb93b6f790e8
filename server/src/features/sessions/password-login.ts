import { failure, type Strapi } from '../../kernel';
import { issueTicket, setPassword } from '../credentials';
import { findGuestByName, type GuestRow } from '../guests';
import { findPassword, passwordMatches, renewedDigest, settledPassword, type Password } from '../passwords';
import { getSettings } from '../settings';
import { countAttempt } from './attempts';
import { noteRefusal } from './refusals';
import { decidePassword, withoutMargins } from './rules';

/** What every pair that does not let in is answered. */
export const invalidCredentials = (): Error =>
  failure('invalid_credentials', 'This login and password do not open an access.');

/** A guest who showed the right password, and the password as it was stored then. */
export interface LetIn {
  readonly guest: GuestRow;
  readonly stored: Password;
}

/**
 * Whether a guest who was let in a moment ago would be still: a change of their password that was under way meanwhile has ended
 * the sessions it knew of. Waits for such a change to come to its end.
 */
export const isStillLetIn = async (strapi: Strapi, { guest, stored }: LetIn, password: string): Promise<boolean> => {
  const found = await settledPassword(strapi, guest.documentId);
  if (found === null) return false;
  return found.digest === stored.digest || passwordMatches(strapi, password, found.digest);
};

/**
 * The password that was meant, where it is the stored one: as typed, else without what a paste put around a temporary one.
 * A space around one's own is one's own choice. What is worked out depends on what was typed alone, so that the time says nothing.
 */
const meantPassword = async (strapi: Strapi, typed: string, stored: Password | null): Promise<string | null> => {
  if (await passwordMatches(strapi, typed, stored?.digest ?? null)) return typed;
  const bare = withoutMargins(typed);
  if (bare === typed || !(await passwordMatches(strapi, bare, stored?.digest ?? null))) return null;
  return stored?.temporary ? bare : null;
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
): Promise<LetIn> => {
  // Read afresh by `requireGuests` a moment ago.
  if (!(await getSettings(strapi)).signInMethods.password) {
    throw failure('door_closed', 'Nobody logs in by password here.');
  }
  const forget = await countAttempt(strapi, ip, login);
  const guest = await findGuestByName(strapi, login);
  const stored = await findPassword(strapi, guest?.documentId ?? null);
  const meant = await meantPassword(strapi, password, stored).catch(async (error: unknown) => {
    await forget();
    throw error;
  });
  const decision = decidePassword(guest, stored, meant !== null);
  if (guest === null || stored === null || decision.kind === 'reject') {
    noteRefusal(strapi, guest);
    throw invalidCredentials();
  }
  await forget();
  if (decision.kind === 'change') {
    const { secret } = await issueTicket(strapi, guest.documentId, 'temporary');
    if (!(await isStillLetIn(strapi, { guest, stored }, meant ?? password))) throw invalidCredentials();
    throw failure('password_change_required', 'Please choose a password of your own.', { token: secret });
  }
  return { guest, stored };
};

/** Keeps the password under today's parameters, where it is under older ones. A rush is no time for that. */
export const renewDigest = async (strapi: Strapi, { guest, stored }: LetIn, password: string): Promise<void> => {
  const renewed = await renewedDigest(password, stored.digest).catch(() => null);
  if (renewed !== null) await setPassword(strapi, guest, renewed, stored.digest);
};
