import { asSystem, notFound, transaction, type Strapi } from '../../kernel';
import { record } from '../activity';
import { findGuest } from '../guests';
import { deleteOwnSession, deleteOwnSessions } from './repository';

const note = async (strapi: Strapi, guest: string, ended: number): Promise<void> => {
  const { firstName, lastName } = (await asSystem(() => findGuest(strapi, guest))) ?? {
    firstName: null,
    lastName: null,
  };
  const name = [firstName, lastName].filter(Boolean).join(' ') || null;
  await record(strapi, { action: 'session.ended', guest, actor: { kind: 'guest', name }, details: { ended } });
};

/** Ends one of a guest's own sessions, and answers its row id. @throws 404 for any other */
export const endOwn = (strapi: Strapi, guest: string, documentId: string): Promise<number> =>
  transaction(strapi, async () => {
    const ended = await deleteOwnSession(strapi, guest, documentId);
    if (ended === null) throw notFound();
    await note(strapi, guest, 1);
    return ended;
  });

/** Ends all sessions that a guest opened himself. */
export const endAllOwn = (strapi: Strapi, guest: string): Promise<void> =>
  transaction(strapi, async () => note(strapi, guest, await deleteOwnSessions(strapi, guest)));
