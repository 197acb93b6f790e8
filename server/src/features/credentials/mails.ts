import { defaultLocale } from '../../../../contract';
import { keyedDigest, now, type Address, type Strapi } from '../../kernel';
import type { GuestRow } from '../guests';
import { enqueue, mayMailGuest } from '../mail';
import { GUEST } from '../settings';
import { masked, purposes, type Purpose } from './rules';

type Writable = Pick<GuestRow, 'documentId' | 'email' | 'language'>;

/** A second press within this time is the same message. */
const repeatMs = 60_000;

const pressed = (kind: string, whom: string): string => `${kind}:${whom}:${Math.floor(now().getTime() / repeatMs)}`;

const untilEndOf = (purpose: Purpose): Date => new Date(now().getTime() + purposes[purpose].lastsMs);

/** The link by which an invited guest sets their password. One without an address is not written to. */
export const mailInvitation = async (
  strapi: Strapi,
  { documentId, email, language }: Writable,
  senderName: string | null
): Promise<void> => {
  if (email === null) return;
  await enqueue(strapi, {
    kind: 'guest-invitation',
    to: email,
    locale: language,
    payload: { guestId: documentId, address: email, senderName },
    dedupKey: pressed('guest-invitation', keyedDigest(strapi, `${documentId} ${email}`)),
    about: { type: GUEST, id: documentId },
    expiresAt: untilEndOf('set-password'),
  });
};

/**
 * The link to a new password, which somebody asked for who is not logged in. Where nobody is known at the address a message is
 * written too, and dropped as it would be sent: the request takes the same work. What is beyond the limits goes nowhere.
 */
export const mailReset = async (strapi: Strapi, asked: Address, guest: Writable | null): Promise<void> => {
  if (!(await mayMailGuest(strapi, asked, guest !== null))) return;
  const to = guest?.email ?? asked.address;
  await enqueue(strapi, {
    kind: 'password-reset',
    to,
    locale: guest?.language ?? defaultLocale,
    payload: { guestId: guest?.documentId ?? null, address: to },
    dedupKey: pressed('password-reset', keyedDigest(strapi, asked.key)),
    about: { type: GUEST, id: guest?.documentId ?? '' },
    expiresAt: untilEndOf('reset'),
  });
};

/** The link to a new password, after the old one was made useless. Once, and whatever the limits say. */
export const mailResetAfterUndo = async (
  strapi: Strapi,
  { documentId, email, language }: Writable,
  ticketId: string
): Promise<void> => {
  if (email === null) return;
  await enqueue(strapi, {
    kind: 'password-reset',
    to: email,
    locale: language,
    payload: { guestId: documentId, address: email },
    dedupKey: `password-reset:${ticketId}`,
    about: { type: GUEST, id: documentId },
    expiresAt: untilEndOf('reset'),
  });
};

/** Tells a guest that their password is another one. */
export const mailPasswordChanged = async (strapi: Strapi, { documentId, email, language }: Writable): Promise<void> => {
  if (email === null) return;
  const at = now().getTime();
  await enqueue(strapi, {
    kind: 'password-changed',
    to: email,
    locale: language,
    payload: { guestId: documentId, at },
    dedupKey: `password-changed:${documentId}:${at}`,
  });
};

/** The link that proves a new address, to that address; or, where it is another guest's, word to them that they have an access. */
export const mailNewAddress = async (
  strapi: Strapi,
  { guest, address, ticketId, holder }: { guest: Writable; address: string; ticketId: string; holder: Writable | null }
): Promise<void> => {
  await enqueue(strapi, {
    kind: holder === null ? 'email-confirm' : 'already-guest',
    to: holder?.email ?? address,
    locale: (holder ?? guest).language,
    payload: holder === null ? { guestId: guest.documentId, ticketId } : { guestId: holder.documentId },
    dedupKey: `email-confirm:${ticketId}`,
    expiresAt: untilEndOf('change-email'),
  });
};

/** Tells the address that a guest has had what becomes of it: asked to be another, or another by now. */
export const mailOldAddress = async (
  strapi: Strapi,
  kind: 'email-change-asked' | 'email-changed',
  { documentId, language }: Omit<Writable, 'email'>,
  { from, to }: { from: string | null; to: string }
): Promise<void> => {
  if (from === null) return;
  const at = now().getTime();
  await enqueue(strapi, {
    kind,
    to: from,
    locale: language,
    payload: { guestId: documentId, newAddress: masked(to), at },
    dedupKey: `${kind}:${documentId}:${at}`,
  });
};

/** Tells the address that a guest had until now, with a link that brings it back. */
export const mailUndo = async (
  strapi: Strapi,
  { documentId, language }: Omit<Writable, 'email'>,
  { from, to, ticketId }: { from: string; to: string; ticketId: string }
): Promise<void> => {
  await enqueue(strapi, {
    kind: 'email-undo',
    to: from,
    locale: language,
    payload: { guestId: documentId, newAddress: masked(to), at: now().getTime(), ticketId },
    dedupKey: `email-undo:${ticketId}`,
    expiresAt: untilEndOf('undo-email'),
  });
};
