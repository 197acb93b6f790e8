import type { Context } from 'koa';
import {
  EndGuestSessions,
  EndMySession,
  EndMySessions,
  ListGuestSessions,
  ListMySessions,
  LogInByKey,
  LogInByPassword,
  LogInByPreview,
  LogOut,
  sessionsMax,
  StartPreview,
} from '../../../../contract';
import {
  addressGroup,
  configOf,
  callerOf,
  failure,
  giveBack,
  guarded,
  handle,
  notFound,
  now,
  requireGuest,
  take,
  type HandledEndpoint,
  type Limit,
  type Strapi,
} from '../../kernel';
import { findGuest, type GuestRow } from '../guests';
import { checkKey, isStillThere } from '../keys';
import { getSettings, requireGuests } from '../settings';
import { clearSessionCookie, requireSameOrigin, setSessionCookie } from './cookie';
import { handOver, openSession } from './log-in';
import { endAllAsEditor, endAllOwn, endOwn } from './own';
import { checkPassword, invalidCredentials, isStillLetIn, renewDigest } from './password-login';
import { presentOwnSession, presentSelf, presentSession } from './presenter';
import { redeemTicket, startPreview } from './preview';
import { noteRefusal } from './refusals';
import { deleteSession, findOwnSessions } from './repository';
import { endSession, type Looker } from './service';

/** An editor who looks is named in any case. */
const lookerOf = (ctx: Context): Looker => {
  const { documentId, name, email } = callerOf(ctx);
  return { id: documentId, name: name ?? email };
};

const keyFailures = (strapi: Strapi): Limit => ({
  name: 'key-failures',
  points: configOf(strapi).limits.keyFailuresPerAddress,
  seconds: 15 * 60,
});

/** @throws 404 */
const guestOf = async (strapi: Strapi, guestId: string): Promise<GuestRow> => {
  const guest = await findGuest(strapi, guestId);
  if (guest === null) throw notFound();
  return guest;
};

const invalidKey = (): Error => failure('invalid_key', 'This key does not open an access.');

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(LogInByKey, async ({ strapi, body, ctx }) => {
    if (body.carrier === 'cookie') requireSameOrigin(strapi, ctx);
    // Read afresh by `requireGuests`, as for each call of this list.
    if (!(await getSettings(strapi)).signInMethods.key) throw failure('door_closed', 'Nobody logs in by key here.');
    const { enabled } = configOf(strapi).limits;
    const address = addressGroup(ctx.ip);
    if (enabled) await take(strapi, keyFailures(strapi), address);
    const { guest, ...decision } = await checkKey(strapi, body.key);
    if (decision.kind === 'reject' || !guest) {
      noteRefusal(strapi, guest ?? null);
      throw invalidKey();
    }
    if (enabled) await giveBack(strapi, keyFailures(strapi), address);
    const session = await openSession(strapi, guest, 'key', ctx, decision.expiresAt?.getTime() ?? null);
    if (!(await isStillThere(strapi, body.key, decision.expiresAt))) {
      await endSession(strapi, session.token);
      throw invalidKey();
    }
    return handOver(strapi, ctx, { guest, session, carrier: body.carrier });
  }),

  handle(LogInByPassword, async ({ strapi, body: { carrier, ...given }, ctx }) => {
    if (carrier === 'cookie') requireSameOrigin(strapi, ctx);
    const letIn = await checkPassword(strapi, given, ctx.ip);
    const { guest } = letIn;
    const session = await openSession(strapi, guest, 'password', ctx);
    if (!(await isStillLetIn(strapi, letIn, given.password))) {
      await endSession(strapi, session.token);
      throw invalidCredentials();
    }
    await renewDigest(strapi, letIn, given.password);
    return handOver(strapi, ctx, { guest, session, carrier });
  }),

  handle(ListMySessions, async ({ strapi, ctx }) => {
    const { documentId, sessionId } = requireGuest(ctx);
    const own = await findOwnSessions(strapi, documentId, now().getTime());
    return { sessions: own.map((session) => presentOwnSession(session, sessionId)), sessionsMax };
  }),

  handle(EndMySession, async ({ strapi, params, ctx }) => {
    const { documentId, sessionId } = requireGuest(ctx);
    const ended = await endOwn(strapi, documentId, params.sessionId);
    if (ended === sessionId) clearSessionCookie(strapi, ctx);
  }),

  handle(EndMySessions, async ({ strapi, ctx }) => {
    await endAllOwn(strapi, requireGuest(ctx).documentId);
    clearSessionCookie(strapi, ctx);
  }),

  handle(LogOut, async ({ strapi, ctx }) => {
    await deleteSession(strapi, requireGuest(ctx).sessionId);
    clearSessionCookie(strapi, ctx);
  }),

  handle(ListGuestSessions, async ({ strapi, params }) => {
    const { documentId } = await guestOf(strapi, params.guestId);
    return { sessions: (await findOwnSessions(strapi, documentId, now().getTime())).map(presentSession) };
  }),

  handle(EndGuestSessions, async ({ strapi, params, ctx }) => {
    const { documentId } = await guestOf(strapi, params.guestId);
    await endAllAsEditor(strapi, documentId, callerOf(ctx).name);
  }),

  handle(StartPreview, async ({ strapi, params, ctx }) => {
    const guest = await guestOf(strapi, params.guestId);
    if (guest.closed || guest.waiting) {
      throw failure('conflict', 'This access is closed or waits for approval: nothing is to be seen as this guest.');
    }
    return { link: await startPreview(strapi, guest.documentId, lookerOf(ctx)) };
  }),

  handle(LogInByPreview, async ({ strapi, body, ctx }) => {
    requireSameOrigin(strapi, ctx);
    const redeemed = await redeemTicket(strapi, body.ticket, ctx.get('User-Agent') || null);
    const guest = redeemed && (await findGuest(strapi, redeemed.guest));
    if (!redeemed || !guest)
      throw failure('invalid_key', 'This link has been used or has run out. Start the preview again.');
    const { token, endsAt } = redeemed.session;
    setSessionCookie(strapi, ctx, token, endsAt);
    return { expiresAt: endsAt.toISOString(), guest: await presentSelf(strapi, guest) };
  }),
]);
