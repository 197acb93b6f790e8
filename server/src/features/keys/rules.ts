/** A key as far as the decision needs it, with the guest it belongs to. */
export interface KeyFacts {
  guestId: string;
  expiresAt: Date | null;
  guestClosed: boolean;
}

/** Whether there is a key, and it has not had its last moment. */
export const isLive = <Key extends Pick<KeyFacts, 'expiresAt'>>(key: Key | null, now: Date): key is Key =>
  key !== null && (key.expiresAt === null || key.expiresAt > now);

export type KeyDecision =
  | { kind: 'accept'; guestId: string; expiresAt: Date | null }
  | { kind: 'reject'; reason: 'unknown' | 'expired' | 'closed' };

interface Meant {
  guest: { email: string | null; emailProved: boolean | null } | null;
  contact: { email: string | null; emailUnvouched: boolean | null };
}

/**
 * Where the key of a contact's guest is mailed to: the guest's own address where it is proved to be theirs, else the
 * contact's; null where there is none. `vouched` is false for an address that was set by somebody who may not decide over
 * accesses: it may be anybody's.
 */
export const keyAddressOf = ({ guest, contact }: Meant): { address: string; vouched: boolean } | null => {
  if (guest?.emailProved && guest.email !== null) return { address: guest.email, vouched: true };
  return contact.email === null ? null : { address: contact.email, vouched: contact.emailUnvouched !== true };
};

/** Whether a key lets in. The reason is for the log; outside, all refusals look the same. */
export const decideKey = (key: KeyFacts | null, now: Date): KeyDecision => {
  if (key === null) return { kind: 'reject', reason: 'unknown' };
  if (!isLive(key, now)) return { kind: 'reject', reason: 'expired' };
  if (key.guestClosed) return { kind: 'reject', reason: 'closed' };
  return { kind: 'accept', guestId: key.guestId, expiresAt: key.expiresAt };
};
