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
