import { previewMinutes } from '../../../../contract';
import {
  configOf,
  digest,
  inTransaction,
  isWellFormed,
  newSecret,
  now,
  pepperOf,
  siteUrl,
  type Strapi,
} from '../../kernel';
import { record } from '../activity';
import { insertSession, takeTicket } from './repository';
import { startSession, type StartedSession } from './service';

const ticketMinutes = 2;

/** A link that lets an editor see the portal as a guest, once. The secret is in the answer and nowhere else. */
export const startPreview = async (strapi: Strapi, guest: string, editor: string): Promise<string> => {
  const ticket = newSecret('preview');
  const startedAt = now().getTime();
  const endsAt = startedAt + ticketMinutes * 60_000;
  await inTransaction(strapi, async () => {
    await insertSession(strapi, {
      digest: digest(pepperOf(strapi), ticket),
      guest,
      door: 'preview-ticket',
      editor,
      device: null,
      startedAt,
      idleEndsAt: endsAt,
      endsAt,
    });
    await record(strapi, { action: 'preview.started', guest, actor: { kind: 'editor', name: editor } });
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
  const taken = await takeTicket(strapi, digest(pepperOf(strapi), ticket), now().getTime());
  if (taken === null) return null;
  const { guest, editor } = taken;
  const session = await startSession(strapi, { guest, door: 'preview', device, editor, minutes: previewMinutes });
  return { guest, session };
};
