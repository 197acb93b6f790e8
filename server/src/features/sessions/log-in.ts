import type { Context } from 'koa';
import type { LogInByKey, ResponseOf, SessionCarrier } from '../../../../contract';
import { now, type Strapi } from '../../kernel';
import { record } from '../activity';
import { isJustSeen, nameOf, type GuestRow } from '../guests';
import { setSessionCookie } from './cookie';
import { seen } from './last-seen';
import { presentSelf } from './presenter';
import type { GuestDoor } from './repository';
import { newSession, type StartedSession } from './service';
import { groupCommit } from './group-commit';

/** Opens a session for a guest whom a door let in, and notes it. It ends with what let them in, by `until`. */
export const openSession = async (
  strapi: Strapi,
  guest: GuestRow,
  door: GuestDoor,
  ctx: Context,
  until: number | null = null
): Promise<StartedSession> => {
  const { documentId } = guest;
  const device = ctx.get('User-Agent') || null;
  const { insert, ...session } = newSession(strapi, { guest: documentId, door, device, until });
  const actor = { kind: 'guest', name: nameOf(guest) } as const;
  await groupCommit(strapi, async () => {
    await insert();
    await record(strapi, { action: 'guest.logged-in', guest: documentId, actor, ip: ctx.ip, details: { door } });
  });
  return session;
};

/** What the guest is answered; their session goes into the cookie or into the answer, never into both. */
export const handOver = async (
  strapi: Strapi,
  ctx: Context,
  { guest, session, carrier }: { guest: GuestRow; session: StartedSession; carrier: SessionCarrier }
): Promise<ResponseOf<typeof LogInByKey>> => {
  if (!isJustSeen(guest, now().getTime())) await seen(strapi, guest.documentId);
  if (carrier === 'cookie') setSessionCookie(strapi, ctx, session.token, session.endsAt);
  return {
    token: carrier === 'cookie' ? null : session.token,
    expiresAt: session.endsAt.toISOString(),
    guest: await presentSelf(strapi, guest),
  };
};
