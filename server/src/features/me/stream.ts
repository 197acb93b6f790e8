import type { Context } from 'koa';
import type { Readable } from 'node:stream';
import { StreamMe, type ActivityAction } from '../../../../contract';
import { requireGuest, type Audience, type Strapi } from '../../kernel';
import { listen, type ActivityRow } from '../activity';
import { guestOfSession } from '../sessions';

/** In every round: it is one query for all who listen at once. */
const renewEveryMs = 0;

/** After which a guest's own pages are out of date: who they are, how they come in, where they are logged in. */
const aboutAccount: readonly ActivityAction[] = [
  'guest.updated',
  'guest.logged-in',
  'guest.address-freed',
  'password.set',
  'password.changed',
  'email.changed',
  'email.undone',
  'session.ended',
];

const ownAudience = (strapi: Strapi, ctx: Context): Audience<typeof StreamMe, ActivityRow> => {
  const { documentId, sessionId, readOnly } = requireGuest(ctx);
  let toldVersion: number | null = null;
  return {
    endpoint: StreamMe,
    owner: readOnly ? `preview ${sessionId}` : `guest ${documentId}`,
    subject: documentId,
    renewEveryMs,
    renew: async (tell) => {
      const guest = await guestOfSession(strapi, sessionId);
      if (guest === null) return false;
      if (guest.version !== toldVersion) tell({ name: 'access', data: { version: guest.version } });
      toldVersion = guest.version;
      return true;
    },
    present: ({ guest, action }) =>
      guest === documentId && aboutAccount.includes(action) ? { name: 'account', data: {} } : null,
  };
};

/** Tells a guest's page what to read again, for as long as its session is good. */
export const streamOwn = (strapi: Strapi, ctx: Context): Readable =>
  listen(strapi, ownAudience(strapi, ctx), ctx.get('Last-Event-ID'));
