import { previewMinutes } from '../../../../contract';
import { configOf, keyedDigest, inTransaction, isWellFormed, newSecret, now, siteUrl, type Strapi } from '../../kernel';
import { record } from '../activity';
import type { Self } from './presenter';
import { findPreview, insertSession, takeTicket } from './repository';
import { mayLook, startSession, type Looker, type StartedSession } from './service';

const ticketMinutes = 2;

/** A link that lets an editor see the portal as a guest, once. The secret is in the answer and nowhere else. */
export const startPreview = async (strapi: Strapi, guest: string, looker: Looker): Promise<string> => {
  const ticket = newSecret('preview');
  const startedAt = now().getTime();
  const endsAt = startedAt + ticketMinutes * 60_000;
  await inTransaction(strapi, async () => {
    await insertSession(strapi, {
      digest: keyedDigest(strapi, ticket),
      guest,
      door: 'preview-ticket',
      looker,
      device: null,
      startedAt,
      idleEndsAt: endsAt,
      endsAt,
    });
    await record(strapi, { action: 'preview.started', guest, actor: { kind: 'editor', name: looker.name } });
  });
  return `${siteUrl(strapi)}${configOf(strapi).portal.path}/preview#${ticket}`;
};

/** The read-only session that a ticket is good for, or null. */
export const redeemTicket = async (
  strapi: Strapi,
  ticket: string,
  device: string | null
): Promise<{ guest: string; session: StartedSession } | null> => {
  if (!isWellFormed('preview', ticket)) return null;
  const taken = await takeTicket(strapi, keyedDigest(strapi, ticket), now().getTime());
  if (taken === null || taken.editor_id === null || !(await mayLook(strapi, taken.editor_id))) return null;
  const { guest } = taken;
  const looker = { id: taken.editor_id, name: taken.editor };
  const until = now().getTime() + previewMinutes * 60_000;
  const session = await startSession(strapi, { guest, door: 'preview', device, looker, until });
  return { guest, session };
};

/** Who is looking in a session, and how long yet; null in a guest's own. */
export const previewOf = async (strapi: Strapi, sessionId: number): Promise<Self['preview']> => {
  const found = await findPreview(strapi, sessionId);
  return found && { editorName: found.editor, endsAt: new Date(found.endsAt).toISOString() };
};
