import {
  asSystem,
  configOf,
  digest,
  isWellFormed,
  newSecret,
  now,
  pepperOf,
  type GuestPrincipal,
  type Strapi,
} from '../../kernel';
import { deleteSessionByDigest, findSession, insertSession, touchSession, type Door } from './repository';
import { decideSession } from './rules';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

export interface StartedSession {
  token: string;
  endsAt: Date;
}

interface Start {
  guest: string;
  door: Door;
  device: string | null;
  editor?: string | null;
  /** How long it may last, where that is not the site's usual time. */
  minutes?: number;
}

/** A session that starts as it is inserted. The token is in the answer and nowhere else. */
export const newSession = (
  strapi: Strapi,
  { guest, door, device, editor = null, minutes }: Start
): StartedSession & { insert: () => Promise<unknown> } => {
  const { idleMinutes, maxDays } = configOf(strapi).sessions;
  const token = newSecret('session');
  const startedAt = now().getTime();
  const endsAt = startedAt + (minutes === undefined ? maxDays * dayMs : minutes * minuteMs);
  const row = {
    digest: digest(pepperOf(strapi), token),
    guest,
    door,
    editor,
    device: device?.slice(0, 200) ?? null,
    startedAt,
    idleEndsAt: Math.min(startedAt + idleMinutes * minuteMs, endsAt),
    endsAt,
  };
  return { token, endsAt: new Date(endsAt), insert: () => insertSession(strapi, row) };
};

export const startSession = async (strapi: Strapi, start: Start): Promise<StartedSession> => {
  const { insert, ...session } = newSession(strapi, start);
  await insert();
  return session;
};

/** Ends the session of a token. */
export const endSession = (strapi: Strapi, token: string): Promise<unknown> =>
  deleteSessionByDigest(strapi, digest(pepperOf(strapi), token));

/** The guest of a token, or null where it lets nobody in (any more). A text without a token's form costs no query. */
export const guestOfToken = async (strapi: Strapi, token: string): Promise<GuestPrincipal | null> => {
  if (!isWellFormed('session', token)) return null;
  return asSystem(async () => {
    const session = await findSession(strapi, digest(pepperOf(strapi), token));
    const at = now().getTime();
    const decision = decideSession(session, at);
    if (session === null || decision.kind === 'reject') return null;
    if (decision.touch) {
      const idleEndsAt = Math.min(at + configOf(strapi).sessions.idleMinutes * minuteMs, session.endsAt);
      await touchSession(strapi, session.guest.sessionId, at, idleEndsAt);
    }
    return session.guest;
  });
};
