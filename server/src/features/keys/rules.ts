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

/** Whether a key lets in. The reason is for the log; outside, all refusals look the same. */
export const decideKey = (key: KeyFacts | null, now: Date): KeyDecision => {
  if (key === null) return { kind: 'reject', reason: 'unknown' };
  if (!isLive(key, now)) return { kind: 'reject', reason: 'expired' };
  if (key.guestClosed) return { kind: 'reject', reason: 'closed' };
  return { kind: 'accept', guestId: key.guestId, expiresAt: key.expiresAt };
};
