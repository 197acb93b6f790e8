import type { Context, Next } from 'koa';
import { secretPrefixes } from '../../kernel';

/** A token that is ours to judge: of any of our kinds, so that a key shown as a token is refused, not passed on. */
export const isOurs = (token: string): boolean =>
  Object.values(secretPrefixes).some((prefix) => token.startsWith(prefix));

/** The token of a header `Bearer <token>`, of no other form. */
export const bearerOf = (ctx: Context): string | null => {
  const [scheme, token, ...more] = ctx.get('Authorization').trim().split(/\s+/);
  return scheme?.toLowerCase() === 'bearer' && token && more.length === 0 ? token : null;
};

/**
 * A header that holds something of ours in another form (two tokens, another scheme) is made one that is ours and bad. Users
 * & Permissions would take it for none, and its sender for the public.
 */
export const refuseStrangeHeader = async (ctx: Context, next: Next): Promise<void> => {
  const hasOurs = ctx
    .get('Authorization')
    .split(/[\s,;:="']+/)
    .some(isOurs);
  const token = bearerOf(ctx);
  if (hasOurs && (token === null || !isOurs(token))) ctx.req.headers.authorization = `Bearer ${secretPrefixes.session}`;
  return next();
};
