/** Instants in milliseconds since 1970. */
export interface SessionFacts {
  closed: boolean;
  seenAt: number;
  idleEndsAt: number;
  endsAt: number;
}

/** `touch`: it is time to note that the session is in use. */
export type SessionDecision = { kind: 'accept'; touch: boolean } | { kind: 'reject' };

/** Noted at most this often, so that reading does not mean writing. */
const touchEveryMs = 60_000;

export const decideSession = (session: SessionFacts | null, now: number): SessionDecision => {
  if (session === null || session.closed || session.idleEndsAt <= now || session.endsAt <= now)
    return { kind: 'reject' };
  return { kind: 'accept', touch: now - session.seenAt >= touchEveryMs };
};

/** Instants and spans in milliseconds. */
interface Limits {
  idleMs: number;
  maxMs: number;
  /** When what gave the session ends: the key, the link, the preview. Null where it has no end. */
  until: number | null;
}

/** When a session ends that starts now: no later than the site says, nor than what gave it. */
export const endsOf = (startedAt: number, { idleMs, maxMs, until }: Limits): { idleEndsAt: number; endsAt: number } => {
  const endsAt = Math.min(startedAt + maxMs, until ?? Infinity);
  return { endsAt, idleEndsAt: Math.min(startedAt + idleMs, endsAt) };
};

/** A text without the spaces, line breaks and invisible characters that stand around it. */
export const withoutMargins = (text: string): string =>
  text.replace(/^[\s\u00ad\u200b-\u200d\u2060\ufeff]+|[\s\u00ad\u200b-\u200d\u2060\ufeff]+$/g, '');

export type PasswordDecision = { kind: 'accept' } | { kind: 'change' } | { kind: 'reject' };

/** Whether a password lets its guest in. A temporary one lets them in to change it. */
export const decidePassword = (
  guest: { closed: boolean; waiting: boolean } | null,
  password: { temporary: boolean } | null,
  matches: boolean
): PasswordDecision => {
  if (guest === null || password === null || !matches || guest.closed || guest.waiting) return { kind: 'reject' };
  return { kind: password.temporary ? 'change' : 'accept' };
};
