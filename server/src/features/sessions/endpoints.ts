import { GetMe, GetSite, LogInByKey, LogOut, locales, defaultLocale } from '../../../../contract';
import {
  addressGroup,
  configOf,
  count,
  failure,
  guarded,
  handle,
  notFound,
  requireGuest,
  requireLeft,
  siteUrl,
  type HandledEndpoint,
  type Limit,
  type Strapi,
} from '../../kernel';
import { findGuest, type GuestRow } from '../guests';
import { checkKey } from '../keys';
import { requireGuests } from '../settings';
import { clearSessionCookie, requireSameOrigin, setSessionCookie } from './cookie';
import { deleteSession } from './repository';
import { startSession } from './service';

const presentSelf = ({ documentId, firstName, lastName, language }: GuestRow) => ({
  documentId,
  firstName,
  lastName,
  locale: language,
});

const keyFailures = (strapi: Strapi): Limit => ({
  name: 'key-failures',
  points: configOf(strapi).limits.keyFailuresPerAddress,
  seconds: 15 * 60,
});

export const endpoints: HandledEndpoint[] = guarded(requireGuests, [
  handle(LogInByKey, async ({ strapi, body, ctx }) => {
    if (body.carrier === 'cookie') requireSameOrigin(strapi, ctx);
    const { enabled } = configOf(strapi).limits;
    const address = addressGroup(ctx.ip);
    if (enabled) await requireLeft(strapi, keyFailures(strapi), address);
    const { kind, guest } = await checkKey(strapi, body.key);
    if (kind === 'reject' || !guest) {
      if (enabled) await count(strapi, keyFailures(strapi), address);
      throw failure('invalid_key', 'This key does not open an access.');
    }
    const device = ctx.get('User-Agent') || null;
    const session = await startSession(strapi, { guest: guest.documentId, door: 'key', device });
    if (body.carrier === 'cookie') setSessionCookie(strapi, ctx, session.token, session.endsAt);
    return {
      token: body.carrier === 'cookie' ? null : session.token,
      expiresAt: session.endsAt.toISOString(),
      guest: presentSelf(guest),
    };
  }),

  handle(LogOut, async ({ strapi, ctx }) => {
    await deleteSession(strapi, requireGuest(ctx).sessionId);
    clearSessionCookie(strapi, ctx);
  }),

  handle(GetMe, async ({ strapi, ctx }) => {
    const guest = await findGuest(strapi, requireGuest(ctx).documentId);
    if (guest === null) throw notFound();
    return presentSelf(guest);
  }),

  handle(GetSite, async ({ strapi }) => ({
    name: new URL(siteUrl(strapi)).host,
    doors: ['key' as const],
    locales: [...locales],
    defaultLocale,
  })),
]);
