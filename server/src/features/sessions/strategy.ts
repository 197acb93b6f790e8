import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { failure, GUEST_STRATEGY, secretPrefixes, setGuest, type Strapi } from '../../kernel';
import { checkContentRequest, profileOf, requireHook } from '../access';
import { getSettings } from '../settings';
import { guestOfToken } from './service';

interface Ability {
  can(action: string): boolean;
}
interface Authentication {
  authenticated: boolean;
  credentials?: { guest: string };
  ability?: Ability;
}

const bearerOf = (ctx: Context): string | null => {
  const [scheme, token, ...more] = ctx.get('Authorization').split(/\s+/);
  return scheme?.toLowerCase() === 'bearer' && token && more.length === 0 ? token : null;
};

/** A bearer token that is ours to judge: of any of our kinds, so that a key shown as a token is refused, not passed on. */
const isOurs = (token: string): boolean => Object.values(secretPrefixes).some((prefix) => token.startsWith(prefix));

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
    const { scopes } = await profileOf(strapi, guest);
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
