import { failure, inTransaction, linkTo, now, siteName, type Strapi } from '../../kernel';
import { fullName, type ContactRow } from '../contacts';
import { findGuest, nameOf, type GuestRow } from '../guests';
import { enqueue, registerMessage } from '../mail';
import { GUEST } from '../settings';
import { findKeyOfGuest } from './repository';
import { makeKey, revealKey } from './service';
import { stateOf } from './states';

/** A second press within this time is the same message. */
const repeatSeconds = 60;

/** Puts the message with the link into the outbox (O7). @throws 409 `no_address`, 409 `no_key` */
export const sendKey = async (
  strapi: Strapi,
  contact: ContactRow,
  guest: GuestRow | null,
  senderName: string | null
): Promise<void> => {
  if (contact.email === null) {
    throw failure('no_address', `${fullName(contact)} has no e-mail address. Add one to the contact first.`);
  }
  const key = guest && (await findKeyOfGuest(strapi, guest.documentId));
  if (guest === null || key === null || stateOf(guest, key, now()) !== 'open') {
    throw failure('no_key', 'There is no key to send: obtain one first, and open the access.');
  }
  const window = Math.floor(now().getTime() / (repeatSeconds * 1000));
  await enqueue(strapi, {
    kind: 'access-key',
    to: contact.email,
    locale: contact.locale ?? guest.language,
    payload: { guestId: guest.documentId, senderName },
    dedupKey: `access-key:${guest.documentId}:${key.id}:${window}`,
    about: { type: GUEST, id: guest.documentId },
    ...(key.expiresAt === null ? {} : { expiresAt: new Date(key.expiresAt) }),
  });
};

/** Where the link in the message comes from: made or decrypted as it is sent, and stored nowhere. */
export const registerKeyMessage = (): void => {
  registerMessage('access-key', {
    variables: async (strapi, payload) => {
      const guest = await findGuest(strapi, String(payload['guestId']));
      const key = guest && (await findKeyOfGuest(strapi, guest.documentId));
      if (!guest || !key || stateOf(guest, key, now()) !== 'open') return 'cancel';
      const expiresAt = key.expiresAt === null ? null : new Date(key.expiresAt);
      const secret =
        (await revealKey(strapi, guest.documentId)) ??
        (await inTransaction(strapi, () => makeKey(strapi, guest.documentId, expiresAt)));
      return {
        guestName: nameOf(guest),
        siteName: siteName(strapi),
        link: linkTo(strapi, 'key', secret),
        expiresAt,
        senderName: typeof payload['senderName'] === 'string' ? payload['senderName'] : null,
      };
    },
  });
};
