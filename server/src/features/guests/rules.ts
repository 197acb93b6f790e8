import { strings } from '@strapi/utils';
import type { GuestState } from '../../../../contract';

/** What a login name is made of where nothing in the text can stand in one. */
const fallbackLogin = 'guest';
const loginLengthMax = 64;

/** A login name of a title or a name: in plain Latin letters, in lower case, words joined by hyphens. */
export const loginOf = (text: string): string =>
  strings
    .nameToSlug(text)
    .replace(/[^a-z0-9-]+/g, '')
    .slice(0, loginLengthMax)
    .replace(/^-+|-+$/g, '') || fallbackLogin;

/** `base`, or else the first of `base-2`, `base-3`, … that is not taken. */
export const freeLogin = (base: string, taken: ReadonlySet<string>): string => {
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const login = base.slice(0, loginLengthMax - suffix.length).replace(/-+$/, '') + suffix;
    if (!taken.has(login)) return login;
  }
};

interface GuestFacts {
  closed: boolean;
  waiting: boolean;
  hasPassword: boolean;
  hasKey: boolean;
}

/** How a guest stands, as the panel shows it. */
export const guestStateOf = ({ closed, waiting, hasPassword, hasKey }: GuestFacts): GuestState => {
  if (closed) return waiting ? 'waiting' : 'closed';
  return hasPassword || hasKey ? 'open' : 'invited';
};

interface PairedContact {
  id: number;
  documentId: string;
  emailKey: string | null;
}

/**
 * Of the contacts a guest is paired with, the one that is he: the one he was until now, else the one that has his address,
 * else the only one. A contact that is another guest's own is nobody else's.
 */
export const ownContactOf = (
  paired: readonly PairedContact[],
  guest: { ownContact: string | null; emailKey: string | null },
  taken: ReadonlySet<string>
): string | null => {
  if (paired.some(({ documentId }) => documentId === guest.ownContact)) return guest.ownContact;
  const free = paired.filter(({ documentId }) => !taken.has(documentId));
  const [same, ...more] = free.filter(({ emailKey }) => emailKey !== null && emailKey === guest.emailKey);
  if (same && more.length === 0) return same.documentId;
  return paired.length === 1 ? (free[0]?.documentId ?? null) : null;
};
