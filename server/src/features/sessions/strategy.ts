import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { failure, GUEST_STRATEGY, setGuest, type GuestPrincipal, type Strapi } from '../../kernel';
import { checkContentRequest, profileOf, recheckCoverage, requireHook, type Profile } from '../access';
import { getSettings } from '../settings';
import { bearerOf, isOurs } from './header';
import { guestOfToken } from './service';

interface Ability {
  can(action: string): boolean;
}
interface Authentication {
  authenticated: boolean;
  credentials?: { guest: string };
  ability?: Ability;
}

/** The profile, under settings whose ways in this instance has tried: another may have saved new ones. */
const checkedProfile = async (strapi: Strapi, guest: GuestPrincipal): Promise<Profile> => {
  const profile = await profileOf(strapi, guest);
  return (await recheckCoverage(strapi)) ? profileOf(strapi, guest) : profile;
};

const writing = /\.(create|update|delete)$/;

/**
 * The guest as Strapi's content API knows callers. A token of ours that is bad is 401 and never falls through to the
 * Public role; a route without a scope refuses guests (Users & Permissions would let any logged-in caller pass).
 */
export const guestStrategy = (strapi: Strapi) => ({
  name: GUEST_STRATEGY,

  authenticate: async (ctx: Context): Promise<Authentication> => {
    const token = bearerOf(ctx);
    if (token === null || !isOurs(token)) return { authenticated: false };
    const { guests } = await getSettings(strapi);
    const guest = guests ? await guestOfToken(strapi, token) : null;
    if (guest === null) throw failure('invalid_session', 'Your session has ended. Please log in again.');
    await requireHook(strapi);
    const { scopes } = await checkedProfile(strapi, guest);
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

  verify: async ({ ability }: { ability?: Ability }, { scope }: { scope?: string[] | string }): Promise<void> => {
    const asked = typeof scope === 'string' ? [scope] : (scope ?? []);
    if (asked.length === 0 || !asked.every((action) => ability?.can(action))) throw new errors.ForbiddenError();
  },
});
