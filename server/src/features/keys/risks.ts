import type { Knex } from 'knex';
import { sql, type Strapi } from '../../kernel';
import { guestTable } from '../guests';
import { keyTable } from './table';

const table = keyTable.name;
const yearMs = 366 * 24 * 3_600_000;

/** Keys that are good for longer than they should be: without a last day, with one beyond a year, or of somebody who is kept out. */
export type KeyRisk = 'endless' | 'long' | 'closed';

const beyond = (risk: 'endless' | 'long', at: Date) => (query: Knex.QueryBuilder) =>
  risk === 'endless' ? void query.whereNull('expires_at') : void query.where('expires_at', '>', at.getTime() + yearMs);

const good = (at: Date) => (query: Knex.QueryBuilder) =>
  void query.where((live) => void live.whereNull('expires_at').orWhere('expires_at', '>', at.getTime()));

/**
 * Few keys are good for too long, most often: each is asked for its guest. Few guests are closed: each is asked for their key.
 */
const risky = (strapi: Strapi, knex: Knex, risk: KeyRisk, at: Date): Knex.QueryBuilder => {
  const guests = (closed: boolean) => knex({ holder: guestTable(strapi) }).where('holder.closed', closed);
  return risk === 'closed'
    ? knex(table).modify(good(at)).whereIn('guest', guests(true).select('holder.document_id'))
    : knex(table)
        .modify(beyond(risk, at))
        .whereExists(
          guests(false)
            .select(knex.raw('1'))
            .whereRaw('?? = ??', ['holder.document_id', `${table}.guest`])
        );
};

/** How many there are, and whose the oldest are, by documentId. */
export const findRiskyKeys = (
  strapi: Strapi,
  risk: KeyRisk,
  { at, max }: { at: Date; max: number }
): Promise<{ count: number; guests: string[] }> =>
  sql(strapi, async (knex) => {
    const [counted] = (await risky(strapi, knex, risk, at).count({ count: '*' })) as { count: number | string }[];
    const count = Number(counted?.count ?? 0);
    const guests = count === 0 ? [] : await risky(strapi, knex, risk, at).orderBy('id').limit(max).pluck('guest');
    return { count, guests: guests as string[] };
  });

/** Gives the keys of open accesses that are good for too long a last moment. @returns how many there were */
export const limitKeys = (strapi: Strapi, risk: 'endless' | 'long', at: Date, until: Date): Promise<number> =>
  sql(strapi, (knex) => risky(strapi, knex, risk, at).update({ expires_at: until.getTime() }));

/** Deletes the keys of those who are kept out. @returns how many there were */
export const revokeKeysOfClosed = (strapi: Strapi, at: Date): Promise<number> =>
  sql(strapi, (knex) => risky(strapi, knex, 'closed', at).delete());
