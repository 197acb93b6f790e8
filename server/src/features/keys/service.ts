import type { AdminKey } from '../../../../contract';
import {
  asSystem,
  canReveal,
  emit,
  failure,
  inTransaction,
  isWellFormed,
  keyedDigest,
  newSecret,
  now,
  reveal,
  seal,
  type Strapi,
} from '../../kernel';
import type { ContactRow } from '../contacts';
import {
  advanceOpen,
  findGuest,
  findGuestOfContact,
  openSeen,
  requireOpening,
  type GuestRow,
  type KeyPort,
} from '../guests';
import {
  deleteKeyOfGuest,
  findKeyByDigest,
  findKeyOfGuest,
  guestsWithKey,
  hasKey,
  keyEndsOf,
  markUsed,
  replaceKey,
  setKeyEnd,
} from './repository';
import { decideKey, isLive, type KeyDecision } from './rules';

/** Makes a key and puts it in the place of the guest's old one. The secret is in the answer and nowhere else. */
export const makeKey = async (strapi: Strapi, guestId: string, expiresAt: Date | null): Promise<string> => {
  const key = newSecret('key');
  await replaceKey(strapi, guestId, {
    ...seal(strapi, key),
    lastFour: key.slice(-4),
    issuedAt: now(),
    expiresAt,
  });
  await emit(strapi, 'access.ended', { guestId, door: 'key' });
  return key;
};

/**
 * The open access of a contact whose key is there already and is put out of use: whoever regenerates it takes something away,
 * so that no other change is in the way. Null where there is no such key, or where the editor saw no access at all.
 */
const regenerated = async (strapi: Strapi, guest: GuestRow | null, version: number): Promise<GuestRow | null> => {
  if (guest === null || guest.closed || version === 0) return null;
  if (!isLive(await findKeyOfGuest(strapi, guest.documentId), now())) return null;
  return (await advanceOpen(strapi, guest)) ? guest : null;
};

/** @throws 400 `invalid_body` */
export const requireToCome = (expiresAt: Date | null): void => {
  if (expiresAt === null || expiresAt > now()) return;
  throw failure('invalid_body', 'expiresAt: an instant to come', {
    errors: [{ path: ['expiresAt'], message: 'an instant to come', name: 'ValidationError' }],
  });
};

/**
 * Sets the last moment of the key that a guest has, expired or not; null for none. The link stays, and the sessions that it opened end
 * no later. @returns whether there is a key. @throws 400 `invalid_body` for an instant that is past
 */
export const prolongKey = (strapi: Strapi, guestId: string, expiresAt: Date | null): Promise<boolean> => {
  requireToCome(expiresAt);
  return inTransaction(strapi, async () => {
    if (!(await setKeyEnd(strapi, guestId, expiresAt))) return false;
    await emit(strapi, 'key.prolonged', { guestId, until: expiresAt?.getTime() ?? null });
    return true;
  });
};

/**
 * Obtains a key, and opens the access, of two editors for one; or regenerates it, for everybody. @throws 403 `access_decides`
 * where it is not open and its caller may not open it; 409 `conflict`, 400 `invalid_body`
 */
export const issueKey = async (
  strapi: Strapi,
  contact: ContactRow,
  { version, expiresAt }: { version: number; expiresAt: Date | null }
): Promise<{ guestId: string; key: string }> => {
  requireToCome(expiresAt);
  return inTransaction(strapi, async () => {
    const known = await findGuestOfContact(strapi, contact.documentId);
    requireOpening(strapi, known);
    const guest = (await regenerated(strapi, known, version)) ?? (await openSeen(strapi, contact, version));
    return { guestId: guest.documentId, key: await makeKey(strapi, guest.documentId, expiresAt) };
  });
};

/**
 * Obtains a key for an access that is open, where there is none that is good. Nobody reads it: it is mailed, or shown later.
 * Of two who do so at once one makes it.
 */
export const obtainKey = async (
  strapi: Strapi,
  guest: Pick<GuestRow, 'id' | 'documentId'>
): Promise<'issued' | 'kept' | 'closed'> => {
  const isThere = async () => isLive(await findKeyOfGuest(strapi, guest.documentId), now());
  return inTransaction(strapi, async () => {
    if (await isThere()) return 'kept';
    if (!(await advanceOpen(strapi, guest))) return 'closed';
    // Whoever obtained one meanwhile had the guest's row until now.
    if (await isThere()) return 'kept';
    await makeKey(strapi, guest.documentId, null);
    return 'issued';
  });
};

/** A guest's key as an editor sees it; null where there is none. */
const keyOf = async (strapi: Strapi, guestId: string): Promise<AdminKey | null> => {
  const key = await findKeyOfGuest(strapi, guestId);
  return (
    key && {
      createdAt: key.issuedAt.toISOString(),
      expiresAt: key.expiresAt?.toISOString() ?? null,
      lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
      lastFour: key.lastFour,
      canReveal: canReveal(strapi, key),
    }
  );
};

export const keyPort: KeyPort = { guestsWithKey, keyEndsOf, keyOf };

/** The guest's key once more, or null where it is not kept or the site's encryption key is another one now. */
export const revealKey = async (strapi: Strapi, guestId: string): Promise<string | null> => {
  const key = await findKeyOfGuest(strapi, guestId);
  return key && reveal(strapi, key);
};

/** The key is dead, and what it opened ends. */
export const revokeKey = async (strapi: Strapi, guestId: string): Promise<void> =>
  inTransaction(strapi, async () => {
    await deleteKeyOfGuest(strapi, guestId);
    await emit(strapi, 'access.ended', { guestId, door: 'key' });
  });

/** Written at most this often. */
const usedEveryMs = 60_000;

/** Decides on a key that somebody shows. A text without a key's form and checksum costs no query. */
export const checkKey = async (strapi: Strapi, key: string): Promise<KeyDecision & { guest?: GuestRow }> => {
  if (!isWellFormed('key', key)) return { kind: 'reject', reason: 'unknown' };
  return asSystem(async () => {
    const row = await findKeyByDigest(strapi, keyedDigest(strapi, key));
    const guest = row && (await findGuest(strapi, row.guest));
    const facts = row &&
      guest && {
        guestId: guest.documentId,
        expiresAt: row.expiresAt,
        guestClosed: guest.closed,
      };
    const decision = decideKey(facts, now());
    if (decision.kind === 'reject' || !row || !guest) return { ...decision, ...(guest && { guest }) };
    if (row.lastUsedAt === null || now().getTime() - row.lastUsedAt.getTime() > usedEveryMs) {
      await markUsed(strapi, row.id, now());
    }
    return { ...decision, guest };
  });
};

/**
 * Whether a key that let somebody in a moment ago is still there, and ends when it did: who took it away or shortened it meanwhile has
 * ended the sessions that they knew of, and not the one that was just being opened.
 */
export const isStillThere = (strapi: Strapi, key: string, expiresAt: Date | null): Promise<boolean> =>
  hasKey(strapi, keyedDigest(strapi, key), expiresAt);
