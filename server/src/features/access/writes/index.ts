import {
  actingGuest,
  asSystem,
  emit,
  isInTransaction,
  modelOf,
  transaction,
  type DocumentMiddleware,
  type DocumentParams,
  type Strapi,
} from '../../../kernel';
import { profileOf } from '../policy/profile';
import { proved } from '../reads/hook-liveness';
import { create, remove, update } from './actions';
import { isRehearsal } from './rehearsal';
import { localeOf } from './save';
import { forbidden, given, type Write } from './write';

type Next = () => Promise<unknown>;
/** Stands around each read. */
type Reading = (uid: string, params: object, read: Next) => Promise<unknown>;

const reads = new Set(['findOne', 'findMany', 'findFirst', 'count']);
const writes = { create, update, delete: remove } satisfies Record<string, (write: Write) => Promise<unknown>>;

const isWrite = (action: string): action is keyof typeof writes => Object.hasOwn(writes, action);

/** The document that was written: the one that was named, or the new one. */
const writtenId = ({ documentId }: DocumentParams, result: unknown): string | null => {
  if (documentId !== undefined) return documentId;
  const made = typeof result === 'object' && result !== null && 'documentId' in result ? result.documentId : null;
  return typeof made === 'string' ? made : null;
};

/**
 * What a guest reads and writes through Strapi's document service, which is what REST and GraphQL call. Reads prove that
 * the row filter was on. Writes are one transaction: the row must be visible and the action allowed, every row the body
 * names must be visible, then Strapi writes without the filter (its own checks must see all rows), then the row is read
 * back in the guest's name: what they cannot see afterwards they may not have written.
 */
export const guardDocuments =
  (strapi: Strapi, reading: Reading = (_uid, _params, read) => read()): DocumentMiddleware =>
  async (context, next) => {
    const guest = actingGuest(strapi);
    if (guest === null) return next();
    if (reads.has(context.action)) return proved(strapi, () => reading(context.uid, context.params, next));
    const profile = await profileOf(strapi, guest);
    const model = modelOf(strapi, context.uid);
    const { action } = context;
    // An open transaction of somebody else's would fire Strapi's events in the guest's name, which must not be.
    const isForeign = isInTransaction(strapi) && !isRehearsal();
    if (!isWrite(action) || model === null || guest.readOnly || isForeign) throw forbidden();
    const { documentId, data, locale: asked, status, fields, populate } = context.params;
    return asSystem(async () => {
      // Before the transaction: its first statement is to be the lock.
      const locale = await localeOf(strapi, model, asked);
      const now = new Date();
      return transaction(strapi, async (parts) => {
        // Strapi's own write gets no condition and no populate of the caller's: it runs without the row filter.
        const params = given({ documentId, data, locale: asked, status });
        context.params = params;
        const answer = given({ fields, populate });
        const written = { strapi, profile, model, params, locale, now, answer, transaction: parts, next };
        const result = await writes[action](written);
        const [guestId, { uid }] = [guest.documentId, model];
        await emit(strapi, 'row.written', { guestId, uid, documentId: writtenId({ documentId }, result), action });
        return result;
      });
    });
  };
