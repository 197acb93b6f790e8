import { asSystem, notFound, transaction, type Strapi } from '../../kernel';
import { record } from '../activity';
import { findGuest, nameOf } from '../guests';
import { deleteOwnSession, deleteOwnSessions } from './repository';

const note = async (strapi: Strapi, documentId: string, ended: number): Promise<void> => {
  const guest = await asSystem(() => findGuest(strapi, documentId));
  const actor = { kind: 'guest', name: guest && nameOf(guest) } as const;
  await record(strapi, { action: 'session.ended', guest: documentId, actor, details: { ended } });
};

/** Ends one of a guest's own sessions, and answers its row id. @throws 404 for any other */
export const endOwn = (strapi: Strapi, guest: string, documentId: string): Promise<number> =>
  transaction(strapi, async () => {
    const ended = await deleteOwnSession(strapi, guest, documentId);
    if (ended === null) throw notFound();
    await note(strapi, guest, 1);
    return ended;
  });

/** Ends all sessions that a guest opened themselves. */
export const endAllOwn = (strapi: Strapi, guest: string): Promise<void> =>
  transaction(strapi, async () => note(strapi, guest, await deleteOwnSessions(strapi, guest)));

/** The same, done by an editor; what the guest comes in by stays good. */
export const endAllAsEditor = (strapi: Strapi, guest: string, editorName: string | null): Promise<void> =>
  transaction(strapi, async () => {
    const ended = await deleteOwnSessions(strapi, guest);
    const actor = { kind: 'editor', name: editorName } as const;
    await record(strapi, { action: 'session.ended', guest, actor, details: { ended } });
  });
