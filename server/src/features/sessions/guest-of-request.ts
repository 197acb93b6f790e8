import type { Context } from 'koa';
import type { GuestPrincipal, Strapi } from '../../kernel';
import { tokenOf } from './answers';
import { guestOfToken } from './service';

/** Whose session comes with a request; null for nobody's. */
export const guestOfRequest = async (strapi: Strapi, ctx: Context): Promise<GuestPrincipal | null> => {
  const token = tokenOf(ctx);
  return token === null ? null : guestOfToken(strapi, token);
};
