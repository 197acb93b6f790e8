import type { Context } from 'koa';
import {
  defaultLocale,
  doors as allDoors,
  GetMe,
  GetSite,
  ListColleagues,
  locales,
  LogInByKey,
  LogInByPreview,
  LogOut,
  passwordPolicies,
  StartPreview,
} from '../../../../contract';
import {
  addressGroup,
  asSystem,
  configOf,
  failure,
  giveBack,
  guarded,
  handle,
  notFound,
  requireGuest,
  siteName,
  take,
  type HandledEndpoint,
  type Limit,
  type Strapi,
} from '../../kernel';
import { record } from '../activity';
import { colleaguesOf, findGuest, photoUrlOf } from '../guests';
import { checkKey } from '../keys';
import { reloadSettings, requireGuests } from '../settings';
import { clearSessionCookie, requireSameOrigin, setSessionCookie } from './cookie';
import { redeemTicket, startPreview } from './preview';
import { deleteSession, findPreview } from './repository';
import { presentSelf, type Self } from './presenter';
import { newSession } from './service';
import { together } from './together';

const previewOf = async (strapi: Strapi, sessionId: number): Promise<Self['preview']> => {
  const found = await findPreview(strapi, sessionId);
  return found && { editorName: found.editor, endsAt: new Date(found.endsAt).toISOString() };
};

const editorName = (ctx: Context): string => {
  const { user } = ctx.state as { user?: { firstname?: string | null; lastname?: string | null; email?: string } };
  return [user?.firstname, user?.lastname].filter(Boolean).join(' ') || (user?.email ?? '');
};

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
    if (enabled) await take(strapi, keyFailures(strapi), address);
    const { kind, guest } = await checkKey(strapi, body.key);
    if (kind === 'reject' || !guest) throw failure('invalid_key', 'This key does not open an access.');
    if (enabled) await giveBack(strapi, keyFailures(strapi), address);
    const device = ctx.get('User-Agent') || null;
    const { documentId, firstName, lastName } = guest;
    const name = [firstName, lastName].filter(Boolean).join(' ');
    const { insert, ...session } = newSession(strapi, { guest: documentId, door: 'key', device });
    await together(strapi, async () => {
      await insert();
      await record(strapi, { action: 'guest.logged-in', guest: documentId, actor: { kind: 'guest', name } });
    });
    if (body.carrier === 'cookie') setSessionCookie(strapi, ctx, session.token, session.endsAt);
    return {
      token: body.carrier === 'cookie' ? null : session.token,
      expiresAt: session.endsAt.toISOString(),
      guest: presentSelf(guest, await photoUrlOf(strapi, guest)),
    };
  }),

  handle(LogOut, async ({ strapi, ctx }) => {
    await deleteSession(strapi, requireGuest(ctx).sessionId);
    clearSessionCookie(strapi, ctx);
  }),

  handle(GetMe, async ({ strapi, ctx }) => {
    const { documentId, sessionId } = requireGuest(ctx);
    const guest = await asSystem(() => findGuest(strapi, documentId));
    if (guest === null) throw notFound();
    return presentSelf(guest, await photoUrlOf(strapi, guest), await previewOf(strapi, sessionId));
  }),

  handle(ListColleagues, async ({ strapi, ctx }) => {
    const { documentId } = requireGuest(ctx);
    return { colleagues: await asSystem(() => colleaguesOf(strapi, documentId)) };
  }),

  handle(StartPreview, async ({ strapi, params, ctx }) => {
    const guest = await findGuest(strapi, params.guestId);
    if (guest === null) throw notFound();
    return { link: await startPreview(strapi, guest.documentId, editorName(ctx)) };
  }),

  handle(LogInByPreview, async ({ strapi, body, ctx }) => {
    requireSameOrigin(strapi, ctx);
    const redeemed = await redeemTicket(strapi, body.ticket, ctx.get('User-Agent') || null);
    const guest = redeemed && (await findGuest(strapi, redeemed.guest));
    if (!redeemed || !guest)
      throw failure('invalid_key', 'This link has been used or has run out. Start the preview again.');
    const { token, endsAt } = redeemed.session;
    setSessionCookie(strapi, ctx, token, endsAt);
    return { expiresAt: endsAt.toISOString(), guest: presentSelf(guest, await photoUrlOf(strapi, guest)) };
  }),

  handle(GetSite, async ({ strapi }) => {
    const { doors, joining, brand, passwordPolicy } = await reloadSettings(strapi);
    const open = { ...doors, join: joining.mode !== 'nobody' };
    return {
      name: siteName(strapi),
      doors: allDoors.filter((door) => open[door]),
      locales: [...locales],
      defaultLocale,
      brand,
      passwordPolicy: passwordPolicies[passwordPolicy],
    };
  }),
]);
