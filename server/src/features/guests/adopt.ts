import { attempt, emit, type Strapi } from '../../kernel';
import { addGrants, grantsOf } from '../access';
import { findVouchedContacts } from '../contacts';
import { findPassword, putPassword } from '../passwords';
import { findHolder } from './addresses';
import { addressTaken, giveContact } from './create';
import type { Address } from './input';
import { advanceOne, agree, findGuest, findGuestOfContact, takeAddress, writeGuest, type GuestRow } from './repository';
import { isTakenOverBy } from './rules';
import { deleteGuest } from './service';

/**
 * The guest of the one contact that has an address, who has none of their own; and whether whoever proves the address takes
 * their access over. Null where there is no such contact, where there are several, or where its guest has an address.
 */
export const guestByContactAddress = async (
  strapi: Strapi,
  addressKey: string
): Promise<{ guest: GuestRow; takenOver: boolean } | null> => {
  const [contact, ...more] = await findVouchedContacts(strapi, addressKey, 2);
  if (!contact || more.length > 0) return null;
  const guest = await findGuestOfContact(strapi, contact.documentId);
  return guest?.emailKey === null ? { guest, takenOver: isTakenOverBy(guest, addressKey) } : null;
};

/**
 * Gives a guest without an address the one that was proved to be theirs, and a password (a digest). Runs in the caller's
 * transaction. @throws 409 `address_taken`
 */
export const adoptAddress = async (
  strapi: Strapi,
  guest: GuestRow,
  { address, password }: { address: Address; password: string }
): Promise<GuestRow> => {
  const { documentId } = guest;
  const change = { email: address.address, emailKey: address.key, emailProved: true };
  const outcome = await attempt(strapi, () => takeAddress(strapi, guest, change));
  if (outcome.kind === 'taken' || !outcome.value) {
    const holder = await findHolder(strapi, { emailKey: address.key, login: null });
    throw addressTaken(holder?.documentId ?? documentId);
  }
  // What the list of guests is searched by follows.
  await writeGuest(strapi, guest, change);
  await advanceOne(strapi, guest);
  const older = await findPassword(strapi, documentId);
  await putPassword(strapi, documentId, { digest: password, temporary: false });
  // Whoever came by an older password comes by the new one.
  if (older !== null) await emit(strapi, 'access.ended', { guestId: documentId, door: null });
  await emit(strapi, 'guest.address-changed', { guestId: documentId, from: null, to: address.address, by: 'guest' });
  return { ...guest, ...change, version: guest.version + 1 };
};

/**
 * Lets in a guest who waits for the access of a contact. They become its guest, with what they were to be given beside what
 * it holds, and are no other guest any more. Where the access is closed by now, gone, somebody's, or its contact has another
 * address, they come in as themselves. @returns the guest who came in; null where they do not wait
 */
export const agreeToTakeOver = async (strapi: Strapi, waiting: GuestRow): Promise<GuestRow | null> => {
  const { email, emailKey } = waiting;
  const password = await findPassword(strapi, waiting.documentId);
  const found = emailKey === null ? null : await guestByContactAddress(strapi, emailKey);
  const isThere = found?.takenOver && found.guest.documentId === waiting.takesOver && !found.guest.closed;
  // Of two editors who agree at once, one wins.
  if (!(await agree(strapi, waiting))) return null;
  if (!isThere || email === null || emailKey === null || password === null) {
    await giveContact(strapi, waiting);
    return findGuest(strapi, waiting.documentId);
  }
  const given = await grantsOf(strapi, waiting.documentId);
  await deleteGuest(strapi, waiting);
  const guest = await adoptAddress(strapi, found.guest, {
    address: { address: email, key: emailKey },
    password: password.digest,
  });
  await addGrants(strapi, guest.documentId, given, waiting.origin === 'domain' ? 'domain' : null);
  return guest;
};
