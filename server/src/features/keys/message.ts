import {
  accessDecides,
  currentPanelCaller,
  failure,
  inTransaction,
  linkTo,
  now,
  parseAddress,
  siteName,
  type Strapi,
} from '../../kernel';
import { keyAddressOf } from '../contact-access';
import { findContact, fullName, type ContactRow } from '../contacts';
import { findGuest, nameTo, type GuestRow } from '../guests';
import { enqueue, registerMessage } from '../mail';
import { GUEST } from '../settings';
import { findKeyOfGuest } from './repository';
import { isLive } from './rules';
import { makeKey, revealKey } from './service';

/** A second press within this time is the same message. */
const repeatSeconds = 60;

/** Where the key of a guest goes now; null where their contact is gone or there is no address. */
const currentAddress = async (strapi: Strapi, guest: GuestRow): Promise<string | null> => {
  const contact = guest.ownContact === null ? null : await findContact(strapi, guest.ownContact);
  return contact && (keyAddressOf({ guest, contact })?.address ?? null);
};

/**
 * Puts the message with the link into the outbox, or says why not: there is no address, or none that mail goes to; there is no good
 * key, or the access is closed; the address was set by somebody who may not decide over accesses, and whoever asks may not either.
 * `repeated`: it was put there a moment ago.
 */
export const mailKey = async (
  strapi: Strapi,
  contact: ContactRow,
  guest: GuestRow | null,
  senderName: string | null
): Promise<'queued' | 'repeated' | 'no-address' | 'unusable-address' | 'no-key' | 'unvouched-address'> => {
  const to = keyAddressOf({ guest, contact });
  if (to === null) return 'no-address';
  const key = guest && (await findKeyOfGuest(strapi, guest.documentId));
  if (guest === null || guest.closed || !isLive(key, now())) return 'no-key';
  const caller = currentPanelCaller(strapi);
  if (!to.vouched && caller !== null && !caller.may('changesWhoIsMeant')) return 'unvouched-address';
  const parsed = parseAddress(to.address);
  if (parsed.kind !== 'address' || parsed.address !== to.address) return 'unusable-address';
  const window = Math.floor(now().getTime() / (repeatSeconds * 1000));
  const outcome = await enqueue(strapi, {
    kind: 'access-key',
    to: to.address,
    locale: contact.locale ?? guest.language,
    payload: { guestId: guest.documentId, senderName, address: to.address },
    dedupKey: `access-key:${guest.documentId}:${key.id}:${window}`,
    about: { type: GUEST, id: guest.documentId },
    ...(key.expiresAt === null ? {} : { expiresAt: new Date(key.expiresAt) }),
  });
  return outcome === 'created' ? 'queued' : 'repeated';
};

/**
 * The same for an editor who waits for it (O7). @throws 409 `no_address`, 409 `no_key`; 403 `access_decides` for an
 * address that was set by somebody who may not decide over accesses, where the caller may not either
 */
export const sendKey = async (
  strapi: Strapi,
  contact: ContactRow,
  guest: GuestRow | null,
  senderName: string | null
): Promise<void> => {
  switch (await mailKey(strapi, contact, guest, senderName)) {
    case 'no-address':
    case 'unusable-address':
      throw failure('no_address', `${fullName(contact)} has no e-mail address. Add one to the contact first.`);
    case 'no-key':
      throw failure('no_key', 'There is no key to send: obtain one first, and open the access.');
    case 'unvouched-address':
      throw accessDecides(
        'email',
        'The contact’s address was set by somebody who may not give accesses: to send the key there takes the right to manage them.'
      );
    case 'queued':
    case 'repeated':
  }
};

/** Where the link in the message comes from: made or decrypted as it is sent, and stored nowhere. */
export const registerKeyMessage = (): void => {
  registerMessage('access-key', {
    variables: async (strapi, payload, to) => {
      const guest = await findGuest(strapi, String(payload['guestId']));
      const key = guest && (await findKeyOfGuest(strapi, guest.documentId));
      if (!guest || guest.closed || !isLive(key, now())) return 'cancel';
      // Messages of older versions do not say where they go.
      const { address = null } = payload;
      if (address !== null && address !== (await currentAddress(strapi, guest))) return 'cancel';
      const expiresAt = key.expiresAt === null ? null : new Date(key.expiresAt);
      const secret =
        (await revealKey(strapi, guest.documentId)) ??
        (await inTransaction(strapi, () => makeKey(strapi, guest.documentId, expiresAt)));
      return {
        guestName: nameTo(guest, to),
        siteName: siteName(strapi),
        link: linkTo(strapi, 'key', secret),
        expiresAt,
        senderName: typeof payload['senderName'] === 'string' ? payload['senderName'] : null,
      };
    },
  });
};
