import type { Context } from 'koa';
import { drawnFor, guestHeader } from '../../../../contract';
import { failure, type GuestPrincipal, type Strapi } from '../../kernel';
import { tokenOf } from './answers';
import { guestOfToken } from './service';

/**
 * Two tabs of a browser share one cookie: what a page asks that was drawn for one guest is not answered as another, whom
 * somebody has logged in since. A page that does not say for whom it was drawn is not asked.
 * @throws 409 `other_guest`
 */
const requireDrawnFor = (ctx: Context, { documentId, readOnly }: GuestPrincipal): void => {
  const wanted = ctx.get(guestHeader);
  if (wanted === '' || wanted === drawnFor(documentId, readOnly)) return;
  throw failure('other_guest', 'Somebody else is logged in by now. Nothing was done.');
};

/** Whose session comes with a request; null for nobody's. @throws 409 `other_guest` where its page was drawn for another */
export const guestOfRequest = async (strapi: Strapi, ctx: Context): Promise<GuestPrincipal | null> => {
  const token = tokenOf(ctx);
  const guest = token === null ? null : await guestOfToken(strapi, token);
  if (guest !== null) requireDrawnFor(ctx, guest);
  return guest;
};
