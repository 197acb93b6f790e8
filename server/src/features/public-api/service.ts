import type { AccessAction } from '../../../../contract';
import {
  asSystem,
  failure,
  inNameOf,
  modelOf,
  notFound,
  on,
  requireEffect,
  transaction,
  type GuestPrincipal,
  type Strapi,
  type Where,
} from '../../kernel';
import { documentsWhere, nothing, profileOf, reachedRows } from '../access';
import { hearAfterCommit, record } from '../activity';
import { findContact } from '../contacts';
import { extendAccess, extendGuest, findGuest, principalOf, type GivenGrants } from '../guests';
import type { Granted, GrantTarget, GuestAccess, RowPermission } from './types';

const actions: Record<RowPermission, AccessAction> = { read: 'find', update: 'update', delete: 'delete' };

const pageSize = { default: 100, max: 1_000 };

/** A guest who may come in, as the row filter takes them; null for one who is closed or unknown. */
const openGuest = async (strapi: Strapi, guestId: string): Promise<GuestPrincipal | null> => {
  const guest = await findGuest(strapi, guestId);
  return guest === null || guest.closed ? null : { ...principalOf(guest), readOnly: false };
};

const reached = async (strapi: Strapi, guestId: string, uid: string, permission: RowPermission): Promise<Where> => {
  const guest = await openGuest(strapi, guestId);
  if (guest === null || modelOf(strapi, uid) === null) return nothing;
  return reachedRows(strapi, await profileOf(strapi, guest), uid, actions[permission]);
};

const checkedLimit = (limit: number): number => {
  if (Number.isInteger(limit) && limit >= 1 && limit <= pageSize.max) return limit;
  throw failure('invalid_query', `The limit of a page is a whole number from 1 to ${pageSize.max}`);
};

const give = async (strapi: Strapi, target: GrantTarget, given: GivenGrants) => {
  if ('guest' in target) {
    const guest = await findGuest(strapi, target.guest);
    if (guest === null) throw notFound();
    await extendGuest(strapi, guest, given);
    return { outcome: 'extended' as const, guestId: guest.documentId };
  }
  const contact = await findContact(strapi, target.contact);
  if (contact === null) throw notFound();
  return extendAccess(strapi, contact, given);
};

const grant = async (strapi: Strapi, target: GrantTarget, { accessTypes = [], resources = [] }: Granted) => {
  requireEffect(
    strapi,
    'changesWhatIsVisible',
    'accessTypes',
    'To give somebody rows takes the right to manage accesses.'
  );
  return transaction(strapi, async () => {
    const granted = await give(strapi, target, { accessTypes, resources });
    await record(strapi, {
      action: 'access.saved',
      guest: granted.guestId,
      actor: { kind: 'system', name: null },
      details: { closed: false },
    });
    return granted;
  });
};

/** See `types.ts` for what is promised. */
export const guestAccess = (strapi: Strapi): GuestAccess => ({
  rowsInReach: (guest, uid, { permission = 'read', after = null, limit = pageSize.default } = {}) =>
    asSystem(async () => {
      const size = checkedLimit(limit);
      const where = await reached(strapi, guest, uid, permission);
      if (where === nothing) return { documentIds: [], next: null };
      const found = await documentsWhere(strapi, uid, where, { after, limit: size + 1 });
      const documentIds = found.slice(0, size);
      return { documentIds, next: found.length > size ? (documentIds.at(-1) ?? null) : null };
    }),
  mayRead: (guest, uid, documentId) =>
    asSystem(async () => {
      const where = await reached(strapi, guest, uid, 'read');
      if (where === nothing) return false;
      const found = await documentsWhere(strapi, uid, { $and: [where, { documentId }] }, { after: null, limit: 1 });
      return found.length > 0;
    }),
  asGuest: async (guestId, work) => {
    const guest = await asSystem(() => openGuest(strapi, guestId));
    if (guest === null) throw notFound();
    return inNameOf(guest, work);
  },
  asSystem,
  grant: (target, given) => asSystem(() => grant(strapi, target, given)),
  events: {
    on: (name, listener) => on(strapi, name, listener),
    afterCommit: async (name, listener) => {
      if (!/^[a-z0-9-]{1,60}$/.test(name))
        throw new Error(`A listener’s name has small letters, digits and hyphens only: ${name}`);
      await hearAfterCommit(strapi, {
        name,
        hear: ({ at, details: _details, documentId: _documentId, ...line }) => listener({ ...line, at: new Date(at) }),
      });
    },
  },
});
