import { sessionsMax } from '../../../../contract';
import {
  asSystem,
  batched,
  configOf,
  keyedDigest,
  findPanelUser,
  isWellFormed,
  newSecret,
  now,
  type GuestPrincipal,
  type Strapi,
} from '../../kernel';
import { reloadSettings } from '../settings';
import { seen } from './last-seen';
import {
  deleteSessionByDigest,
  endSurplus,
  findSession,
  findSessionsById,
  insertSession,
  touchSession,
  type Door,
  type FoundSession,
} from './repository';
import { decideSession, endsOf } from './rules';

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
  /** Who looks, where the door is `preview`. */
  looker?: Looker | null;
  /** When the key, link or preview that gives it ends, in milliseconds since 1970; null or left out where it has no end. */
  until?: number | null;
}

/** An editor who sees the portal as a guest: by documentId, and as the guest reads their name. */
export interface Looker {
  id: string;
  name: string;
}

/** Whether an editor may look as a guest now: nobody who is gone, was deactivated or has lost the right. */
export const mayLook = async (strapi: Strapi, editorId: string | null): Promise<boolean> =>
  editorId !== null && ((await findPanelUser(strapi, editorId))?.may('looksAsGuest') ?? false);

/** A session that starts as it is inserted; the guest's own that is one too many ends with that. The token is in the answer and nowhere else. */
export const newSession = (
  strapi: Strapi,
  { guest, door, device, looker = null, until = null }: Start
): StartedSession & { insert: () => Promise<unknown> } => {
  const { idleMinutes, maxDays } = configOf(strapi).sessions;
  const token = newSecret('session');
  const startedAt = now().getTime();
  const ends = endsOf(startedAt, { idleMs: idleMinutes * minuteMs, maxMs: maxDays * dayMs, until });
  const row = {
    digest: keyedDigest(strapi, token),
    guest,
    door,
    looker,
    device: device?.slice(0, 200) ?? null,
    startedAt,
    ...ends,
  };
  const insert = async () => {
    await insertSession(strapi, row);
    if (door !== 'preview') await endSurplus(strapi, guest, { max: sessionsMax, now: startedAt });
  };
  return { token, endsAt: new Date(ends.endsAt), insert };
};

export const startSession = async (strapi: Strapi, start: Start): Promise<StartedSession> => {
  const { insert, ...session } = newSession(strapi, start);
  await insert();
  return session;
};

/** Ends the session of a token. */
export const endSession = (strapi: Strapi, token: string): Promise<unknown> =>
  deleteSessionByDigest(strapi, keyedDigest(strapi, token));

/** Sessions by their row ids; none while guests are off, whichever instance has put them off. */
const sessionsNow = async (strapi: Strapi, ids: readonly number[]): Promise<ReadonlyMap<number, FoundSession>> =>
  (await reloadSettings(strapi)).guests ? findSessionsById(strapi, ids) : new Map();

const finders = new WeakMap<Strapi, (id: number) => Promise<FoundSession | undefined>>();
const sessionById = (strapi: Strapi, id: number): Promise<FoundSession | undefined> => {
  const find = finders.get(strapi) ?? batched((ids: readonly number[]) => sessionsNow(strapi, ids));
  finders.set(strapi, find);
  return find(id);
};

/**
 * The guest of a session, by its row id, as long as it is good. Many that are asked for at the same moment are one query; to ask
 * keeps no session from becoming idle.
 */
export const guestOfSession = async (strapi: Strapi, id: number): Promise<GuestPrincipal | null> => {
  const session = (await sessionById(strapi, id)) ?? null;
  if (session === null || decideSession(session, now().getTime()).kind === 'reject') return null;
  return session.guest.readOnly && !(await mayLook(strapi, session.editorId)) ? null : session.guest;
};

/** The guest of a token, or null where it lets nobody in (any more). A text without a token's form costs no query. */
export const guestOfToken = async (strapi: Strapi, token: string): Promise<GuestPrincipal | null> => {
  if (!isWellFormed('session', token)) return null;
  return asSystem(async () => {
    const session = await findSession(strapi, keyedDigest(strapi, token));
    const at = now().getTime();
    const decision = decideSession(session, at);
    if (session === null || decision.kind === 'reject') return null;
    if (session.guest.readOnly && !(await mayLook(strapi, session.editorId))) return null;
    if (decision.touch) {
      const idleEndsAt = Math.min(at + configOf(strapi).sessions.idleMinutes * minuteMs, session.endsAt);
      await touchSession(strapi, session.guest.sessionId, at, idleEndsAt);
      if (!session.guest.readOnly) await seen(strapi, session.guest.documentId);
    }
    return session.guest;
  });
};
