import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import {
  failure,
  GUEST_STRATEGY,
  routeOf,
  setGuest,
  type AuthStrategy,
  type GuestPrincipal,
  type Strapi,
} from '../../kernel';
import { checkContentRequest, profileOf, recheckCoverage, requireHook, trialOf, type Profile } from '../access';
import { featureOff, getSettings, reloadSettings } from '../settings';
import { tokenOf } from './answers';
import { guestOfRequest } from './guest-of-request';
import { isOurs } from './header';

const isOwnRoute = (ctx: Context): boolean =>
  (routeOf(ctx)?.config?.auth || undefined)?.strategies?.includes(GUEST_STRATEGY) ?? false;

/**
 * Refuses everybody while the switch *guests* is off, without a word about the session, which is kept: nobody logs out because
 * of it. *Off* is never said from memory, as another instance may have put it on.
 * @throws 403 `guests_off` for content; 404 `feature_off` for our own routes, which are not there meanwhile (O1)
 */
const requireOn = async (strapi: Strapi, ctx: Context): Promise<void> => {
  if ((await getSettings(strapi)).guests || (await reloadSettings(strapi)).guests) return;
  throw isOwnRoute(ctx) ? featureOff() : failure('guests_off', 'Guest access is switched off at the moment.');
};

/**
 * The profile, under settings whose ways in this instance has tried. Each save raises the version of every guest, so that the
 * query of the session also says whether another instance has saved new ones; with a new version they are read afresh.
 * @throws 403 `guests_off`
 */
const checkedProfile = async (strapi: Strapi, guest: GuestPrincipal, ctx: Context): Promise<Profile> => {
  const profile = await profileOf(strapi, guest);
  await requireOn(strapi, ctx);
  await requireHook(strapi);
  return (await recheckCoverage(strapi)) ? profileOf(strapi, guest) : profile;
};

const writing = /\.(create|update|delete)$/;

/**
 * The guest as Strapi's content API knows callers. A token of ours that is bad is 401 and never falls through to the
 * Public role; a route without a scope refuses guests (Users & Permissions would let any logged-in caller pass).
 */
export const guestStrategy = (strapi: Strapi): AuthStrategy => ({
  name: GUEST_STRATEGY,

  authenticate: async (ctx) => {
    const token = tokenOf(ctx);
    if (token === null || !isOurs(token)) return { authenticated: false };
    const trial = trialOf(ctx);
    if (trial) {
      setGuest(ctx, trial.guest);
      return { authenticated: true, ability: { can: (action) => action === trial.scope } };
    }
    const guest = await guestOfRequest(strapi, ctx);
    if (guest === null) {
      await requireOn(strapi, ctx);
      throw failure('invalid_session', 'Your session has ended. Please log in again.');
    }
    const { scopes } = await checkedProfile(strapi, guest, ctx);
    setGuest(ctx, guest);
    ctx.set('Cache-Control', 'private, no-store');
    ctx.vary('Authorization');
    ctx.vary('Cookie');
    checkContentRequest(strapi, ctx);
    return {
      authenticated: true,
      credentials: { guest: guest.documentId },
      ability: { can: (action) => scopes.has(action) && !(guest.readOnly && writing.test(action)) },
    };
  },

  verify: async ({ ability }, { scope }) => {
    const asked = typeof scope === 'string' ? [scope] : (scope ?? []);
    if (asked.length === 0 || !asked.every((action) => ability?.can(action))) throw new errors.ForbiddenError();
  },
});
