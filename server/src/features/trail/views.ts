import {
  actingGuest,
  currentContext,
  guestOf,
  isInTransaction,
  type DocumentMiddleware,
  type GuestPrincipal,
  type Strapi,
} from '../../kernel';
import { notice } from '../activity';
import { getSettings, isOfferable } from '../settings';

/** Looking at the same thing again within it is no news. */
const everyMs = 3_600_000;

const seenAs = { findOne: 'row.seen', findMany: 'list.seen' } as const;

/**
 * The guest whose own request is being answered: not one in whose name the site's code or the self-check reads. What is read in a
 * transaction is read back after a write.
 */
const asksItself = (strapi: Strapi): GuestPrincipal | null => {
  const [guest, ctx] = [actingGuest(strapi), currentContext(strapi)];
  if (guest === null || guest.readOnly || isInTransaction(strapi)) return null;
  return ctx && guestOf(ctx) === guest ? guest : null;
};

const isNothing = (result: unknown): boolean => result === null || result === undefined;

/**
 * Notes which lists and rows a guest reads, whichever API they ask: the ones they ask for, not what comes with them. An editor who looks
 * as a guest is not the guest.
 */
export const noteViews =
  (strapi: Strapi): DocumentMiddleware =>
  async (context, next) => {
    const guest = asksItself(strapi);
    const result = await next();
    if (guest === null || isNothing(result) || !isOfferable(context.uid)) return result;
    if (context.action !== 'findOne' && context.action !== 'findMany') return result;
    if (!(await getSettings(strapi)).trail.views) return result;
    const documentId = context.action === 'findOne' ? (context.params.documentId ?? null) : null;
    notice(strapi, {
      action: seenAs[context.action],
      guest: guest.documentId,
      row: { uid: context.uid, documentId },
      actor: { kind: 'guest', name: null },
      everyMs,
      counts: false,
    });
    return result;
  };
