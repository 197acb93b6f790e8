import { now, rows, sql, tableOf, type Strapi } from '../../kernel';
import type { KeyKnowledge } from '../guests';

const KEY = 'plugin::guest-access.access-key';

export interface KeyRow {
  id: number;
  guest: string;
  digest: string;
  encrypted: string | null;
  lastFour: string;
  issuedAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
}

export type NewKey = Pick<KeyRow, 'digest' | 'encrypted' | 'lastFour'> & {
  issuedAt: Date;
  expiresAt: Date | null;
};

const keys = (strapi: Strapi) => rows<KeyRow>(strapi, KEY);
const shown = ['id', 'guest', 'digest', 'encrypted', 'lastFour', 'issuedAt', 'expiresAt', 'lastUsedAt'];

export const findKeyOfGuest = (strapi: Strapi, guest: string): Promise<KeyRow | null> =>
  keys(strapi).findOne({ select: shown, where: { guest } });

export const findKeysOfGuests = (strapi: Strapi, guests: readonly string[]): Promise<KeyRow[]> =>
  keys(strapi).findMany({ select: shown, where: { guest: { $in: guests } } });

export const findKeyByDigest = (strapi: Strapi, digest: string): Promise<KeyRow | null> =>
  keys(strapi).findOne({ select: shown, where: { digest } });

/**
 * Whether there is a key of this digest now. A locking read: it waits for whoever is replacing or deleting it at this moment.
 */
export const hasKey = async (strapi: Strapi, digest: string): Promise<boolean> => {
  const row = await sql(strapi, (knex) =>
    knex(tableOf(strapi, KEY)).where({ digest }).forShare().first<{ id: number } | undefined>('id')
  );
  return row !== undefined;
};

/** Puts a key in the place of the guest's old one, if he has one: from then on the old one is unknown. */
export const replaceKey = async (strapi: Strapi, guest: string, key: NewKey): Promise<void> => {
  const data = { ...key, guest, lastUsedAt: null };
  const replaced = await keys(strapi).update({ where: { guest }, data });
  if (replaced === null) await keys(strapi).create({ data });
};

export const deleteKeyOfGuest = (strapi: Strapi, guest: string): Promise<{ count: number }> =>
  keys(strapi).deleteMany({ where: { guest } });

export const markUsed = (strapi: Strapi, id: number, at: Date): Promise<unknown> =>
  keys(strapi).update({ where: { id }, data: { lastUsedAt: at } });

/** Who has a key that is good now. */
export const keyKnowledge: KeyKnowledge = {
  guestsWithKey: (strapi) =>
    strapi.db
      .getConnection(`${tableOf(strapi, KEY)} as access_key`)
      .select('access_key.guest')
      .where((live) => void live.whereNull('access_key.expires_at').orWhere('access_key.expires_at', '>', now())),
};
