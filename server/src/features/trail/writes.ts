import type { Events, Strapi } from '../../kernel';
import { record } from '../activity';
import { findGuest, nameOf } from '../guests';

const actions = { create: 'row.created', update: 'row.updated', delete: 'row.deleted' } as const;

/** Notes what a guest wrote, in the transaction in which they do. */
export const noteWrite = async (
  strapi: Strapi,
  { guestId, uid, documentId, action }: Events['row.written']
): Promise<void> => {
  const guest = await findGuest(strapi, guestId);
  await record(strapi, {
    action: actions[action],
    guest: guestId,
    row: { uid, documentId },
    actor: { kind: 'guest', name: guest && nameOf(guest) },
  });
};
