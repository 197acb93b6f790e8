import { sql } from '../../kernel';
import type { SessionKnowledge } from '../guests';
import { tokenOf } from './answers';
import { guestOfToken } from './service';
import { sessionTable } from './table';

/** When guests were here last. An editor's look at the portal (N3) is not the guest. */
export const sessionKnowledge: SessionKnowledge = {
  guestOfRequest: async (strapi, ctx) => {
    const token = tokenOf(ctx);
    return token === null ? null : guestOfToken(strapi, token);
  },
  lastSeenOf: async (strapi, guestIds) => {
    const found = await sql(strapi, (knex) =>
      knex(sessionTable.name)
        .select<{ guest: string; seen: number | string }[]>('guest', knex.raw('max(seen_at) as seen'))
        .whereIn('guest', [...guestIds])
        .whereNotIn('door', ['preview', 'preview-ticket'])
        .groupBy('guest')
    );
    return new Map(found.map(({ guest, seen }) => [guest, Number(seen)]));
  },
};
