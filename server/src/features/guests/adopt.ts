import { attempt, emit, type Address, type Strapi } from '../../kernel';
import { findVouchedContacts } from '../contacts';
import { addressTaken } from './create';
import { advanceOne, findGuestOfContact, findHolder, takeAddress, writeGuest, type GuestRow } from './repository';

/**
 * The guest to whom a proved address belongs although he has none: the own guest of the one contact that has it. Null where
 * there is no such contact, where there are several, or where its guest has an address.
 */
export const adoptableGuest = async (strapi: Strapi, emailKey: string): Promise<GuestRow | null> => {
  const [contact, ...more] = await findVouchedContacts(strapi, emailKey, 2);
  if (!contact || more.length > 0) return null;
  const guest = await findGuestOfContact(strapi, contact.documentId);
  return guest?.emailKey === null ? guest : null;
};

/**
 * Gives a guest without an address the one that was proved to be his, and a password (a digest). Runs in the caller's
 * transaction. @throws 409 `address_taken`
 */
export const adoptAddress = async (
  strapi: Strapi,
  guest: GuestRow,
  { address, password }: { address: Address; password: string }
): Promise<GuestRow> => {
  const { documentId } = guest;
  const change = { email: address.address, emailKey: address.key, password, mustChangePassword: false };
  const outcome = await attempt(strapi, () => takeAddress(strapi, guest, change));
  if (outcome.kind === 'taken' || !outcome.value) {
    const holder = await findHolder(strapi, { emailKey: address.key, login: null });
    throw addressTaken(holder?.documentId ?? documentId);
  }
  // What the list of guests is searched by follows.
  await writeGuest(strapi, guest, change);
  await advanceOne(strapi, guest);
  // Whoever came by an older password comes by the new one.
  if (guest.password !== null) await emit(strapi, 'access.ended', { guestId: documentId, door: null });
  await emit(strapi, 'guest.address-changed', { guestId: documentId, from: null, to: address.address });
  return { ...guest, ...change, version: guest.version + 1 };
};
