import { randomUUID } from 'node:crypto';
import type { Context, Next } from 'koa';
import { failure, isVeil, secretPrefixes, unveilBody, veilBody, type Strapi } from '../../kernel';
import { isBehindCache, isContentPath, isProved, trialOf } from '../access';
import { answer } from './cookie';
import { bearerOf, isOurs } from './header';

const tokens = new WeakMap<object, { shown: string; token: string }>();

/**
 * Shows another token to all that follows, a new one for each request: who stores answers by address and token then never has
 * one for a guest, whose access may have ended meanwhile. Nor does anybody on the way see what a guest's session is.
 */
const hideToken = (ctx: Context, token: string): void => {
  const shown = secretPrefixes.session + randomUUID();
  tokens.set(ctx.req, { shown, token });
  ctx.req.headers.authorization = `Bearer ${shown}`;
};

/** The token of a request, as the guest sent it. */
export const tokenOf = (ctx: Context): string | null => {
  const bearer = bearerOf(ctx);
  const hidden = tokens.get(ctx.req);
  return hidden && hidden.shown === bearer ? hidden.token : bearer;
};

const sayEveryMs = 60_000;
const saidAt = new WeakMap<Strapi, number>();

const refuse = (ctx: Context): void => {
  answer(ctx, failure('row_security_off', 'The site cannot answer this now. Please try again later.'), 503);
};

const throwAway = (strapi: Strapi, ctx: Context): void => {
  if (Date.now() - (saidAt.get(strapi) ?? 0) > sayEveryMs) {
    saidAt.set(strapi, Date.now());
    strapi.log.error(
      `guest-access: an answer was thrown away: ${ctx.method} ${ctx.path} was answered in the place of its handler. ` +
        'Keep requests with an Authorization header out of the response cache.'
    );
  }
  for (const name of ['ETag', 'Last-Modified', 'Content-Encoding', 'Expires']) ctx.remove(name);
  refuse(ctx);
};

/**
 * The outermost middleware. What a guest is answered is kept out of every response cache in the site, and nothing is sent to a
 * guest that did not come through our strategy and the handler: 503 instead.
 */
export const guardAnswers =
  (strapi: Strapi) =>
  async (ctx: Context, next: Next): Promise<void> => {
    const token = bearerOf(ctx);
    if (token === null || !isOurs(token)) {
      await next();
      if (isVeil(ctx.body)) throwAway(strapi, ctx);
      return;
    }
    const trial = trialOf(ctx);
    if (trial === null && isContentPath(strapi, ctx) && (await isBehindCache(strapi))) return refuse(ctx);
    hideToken(ctx, token);
    if (!trial?.stored) veilBody(ctx);
    try {
      await next();
    } finally {
      unveilBody(ctx);
    }
    if (trial === null && (isVeil(ctx.body) || !isProved(strapi, ctx))) throwAway(strapi, ctx);
  };
