import type { Context, Next } from 'koa';
import { failure, secretPrefixes, siteUrl, type Strapi } from '../../kernel';

/**
 * The portal's session cookie. `__Host-` and Secure where the site has https; on a plain http address, as in development,
 * browsers would not keep such a cookie.
 */
const isSecure = (strapi: Strapi): boolean => siteUrl(strapi).startsWith('https:');
const nameOf = (strapi: Strapi): string => (isSecure(strapi) ? '__Host-guest-access' : 'guest-access');

const attributesOf = (strapi: Strapi): string =>
  `Path=/; HttpOnly; SameSite=Strict${isSecure(strapi) ? '; Secure' : ''}`;

export const setSessionCookie = (strapi: Strapi, ctx: Context, token: string, endsAt: Date): void => {
  ctx.append('Set-Cookie', `${nameOf(strapi)}=${token}; ${attributesOf(strapi)}; Expires=${endsAt.toUTCString()}`);
};

export const clearSessionCookie = (strapi: Strapi, ctx: Context): void => {
  ctx.append('Set-Cookie', `${nameOf(strapi)}=; ${attributesOf(strapi)}; Max-Age=0`);
};

/** The header by which a page says that it means its cookie. A page of another site cannot send it without being asked. */
export const COOKIE_HEADER = 'Guest-Access';

const safe = new Set(['GET', 'HEAD']);

/**
 * Whether a request comes from a page of the site itself.
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
const isFromSite = (strapi: Strapi, ctx: Context): boolean => {
  if (ctx.get('Sec-Fetch-Site') && ctx.get('Sec-Fetch-Site') !== 'same-origin') return false;
  const origin = ctx.get('Origin');
  // A browser sends no Origin with a read of its own site's page.
  if (origin === '') return safe.has(ctx.method);
  return origin === new URL(siteUrl(strapi)).origin || origin === `${ctx.protocol}://${ctx.host}`;
};

/** @throws 403 `origin_refused` where a page of another site asks */
export const requireSameOrigin = (strapi: Strapi, ctx: Context): void => {
  if (!isFromSite(strapi, ctx)) throw failure('origin_refused', 'This request did not come from this site.');
};

/**
 * Turns the portal's cookie into the bearer header, before anybody authenticates. Only where the page asks for it by the
 * header `Guest-Access: cookie`, so that a guest's cookie changes nothing for the rest of the site.
 */
export const cookieToBearer =
  (strapi: Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    if (ctx.get(COOKIE_HEADER) !== 'cookie') return next();
    const kept = ctx.cookies.get(nameOf(strapi));
    // Without a cookie the page's guest is logged out: a token that is ours and bad keeps them from being the public.
    const token = kept?.startsWith(secretPrefixes.session) ? kept : secretPrefixes.session;
    if (ctx.get('Authorization')) {
      return answer(ctx, failure('ambiguous_credentials', 'Send either the session cookie or a token, not both.'), 400);
    }
    if (!isFromSite(strapi, ctx)) {
      return answer(ctx, failure('origin_refused', 'This request did not come from this site.'), 403);
    }
    ctx.req.headers.authorization = `Bearer ${token}`;
    return next();
  };

/** Answers ahead of Strapi's own error middleware, in its form. */
export const answer = (ctx: Context, error: Error, status: number): void => {
  const { name, message } = error;
  const details: unknown = 'details' in error ? error.details : {};
  ctx.status = status;
  ctx.set('Cache-Control', 'private, no-store');
  ctx.body = { data: null, error: { status, name, message, details } };
};
