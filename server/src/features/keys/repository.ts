import type { Knex } from 'knex';
import { soonDays } from '../../../../contract';
import { now, queryOfTable, sql, type Strapi } from '../../kernel';
import { keyTable } from './table';

const table = keyTable.name;

export interface KeyRow {
  id: number;
  guest: string;
  digest: string;
  encrypted: string | null;
  lastFour: string;
  issuedAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

export type NewKey = Pick<KeyRow, 'digest' | 'encrypted' | 'lastFour' | 'issuedAt' | 'expiresAt'>;

type Instant = number | string;

interface Row {
  id: number;
  guest: string;
  digest: string;
  encrypted: string | null;
  last_four: string;
  issued_at: Instant;
  expires_at: Instant | null;
  last_used_at: Instant | null;
}

/** Some databases answer a big integer as text. */
const dateOf = (instant: Instant | null): Date | null => (instant === null ? null : new Date(Number(instant)));

const toKey = ({ id, guest, digest, encrypted, last_four, issued_at, expires_at, last_used_at }: Row): KeyRow => ({
  id,
  guest,
  digest,
  encrypted,
  lastFour: last_four,
  issuedAt: new Date(Number(issued_at)),
  expiresAt: dateOf(expires_at),
  lastUsedAt: dateOf(last_used_at),
});

const findKey = async (strapi: Strapi, where: Partial<Row>): Promise<KeyRow | null> => {
  const row = await sql(strapi, (knex) => knex(table).where(where).first<Row | undefined>());
  return row === undefined ? null : toKey(row);
};

export const findKeyOfGuest = (strapi: Strapi, guest: string): Promise<KeyRow | null> => findKey(strapi, { guest });

export const findKeyByDigest = (strapi: Strapi, digest: string): Promise<KeyRow | null> => findKey(strapi, { digest });

/**
 * Whether there is a key of this digest and last moment now. A locking read: it waits for whoever is changing it at this moment.
 */
export const hasKey = async (strapi: Strapi, digest: string, expiresAt: Date | null): Promise<boolean> => {
  const row = await sql(strapi, (knex) =>
    knex(table)
      .where({ digest, expires_at: expiresAt?.getTime() ?? null })
      .forShare()
      .first<{ id: number } | undefined>('id')
  );
  return row !== undefined;
};

/** Puts a key in the place of the guest's old one, if they have one: from then on the old one is unknown. */
export const replaceKey = async (strapi: Strapi, guest: string, key: NewKey): Promise<void> => {
  const values = {
    digest: key.digest,
    encrypted: key.encrypted,
    last_four: key.lastFour,
    issued_at: key.issuedAt.getTime(),
    expires_at: key.expiresAt?.getTime() ?? null,
    last_used_at: null,
  };
  await sql(strapi, (knex) =>
    knex(table)
      .insert({ ...values, guest })
      .onConflict('guest')
      .merge(values)
  );
};

export const deleteKeyOfGuest = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ guest }).delete());

export const markUsed = (strapi: Strapi, id: number, at: Date): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ id }).update({ last_used_at: at.getTime() }));

export const keyEndsOf = async (strapi: Strapi, guests: readonly string[]): Promise<Map<string, string | null>> => {
  const found = await sql(strapi, (knex) =>
    knex(table)
      .select<Pick<Row, 'guest' | 'expires_at'>[]>('guest', 'expires_at')
      .whereIn('guest', [...guests])
  );
  return new Map(found.map(({ guest, expires_at }) => [guest, dateOf(expires_at)?.toISOString() ?? null]));
};

/** Sets the last moment of the key that a guest has; null for none. @returns whether they have one */
export const setKeyEnd = async (strapi: Strapi, guest: string, expiresAt: Date | null): Promise<boolean> =>
  (await sql(strapi, (knex) =>
    knex(table)
      .where({ guest })
      .update({ expires_at: expiresAt?.getTime() ?? null })
  )) === 1;

const dayMs = 24 * 3_600_000;

/** Who has a key that is good now, as a sub-query of the column `guest`; `soon`: and ends within some days; `open-ended`: or never. */
export const guestsWithKey = (strapi: Strapi, term?: 'soon' | 'open-ended'): Knex.QueryBuilder => {
  const at = now().getTime();
  const end = 'access_key.expires_at';
  const keys = queryOfTable(strapi, `${table} as access_key`).select('access_key.guest');
  if (term === 'open-ended') return keys.whereNull(end);
  if (term === 'soon') return keys.where(end, '>', at).where(end, '<=', at + soonDays * dayMs);
  return keys.where((live) => void live.whereNull(end).orWhere(end, '>', at));
};
