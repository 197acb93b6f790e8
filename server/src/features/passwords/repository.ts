import type { Knex } from 'knex';
import { queryOfTable, sql, type Strapi, type Table } from '../../kernel';

/** A digest is a PHC string of argon2id (or scrypt). A temporary password lets its guest in to change it, and no further. */
export interface Password {
  readonly digest: string;
  readonly temporary: boolean;
}

export const passwordTable = {
  name: 'guest_access_vault_passwords',
  columns: {
    /** documentId of the guest. */
    guest: { type: 'string', length: 40, required: true, unique: true },
    digest: { type: 'string', length: 255, required: true },
    temporary: { type: 'boolean', required: true, default: false },
  },
  former: {
    table: 'guest_access_guests',
    toRow: ({ document_id: guest, password: digest, must_change_password: temporary }) =>
      digest === null ? null : { guest, digest, temporary: Boolean(temporary) },
    column: 'password',
  },
} as const satisfies Table;

const table = passwordTable.name;

interface Row {
  guest: string;
  digest: string;
  temporary: boolean | number;
}

const toPassword = ({ digest, temporary }: Row): Password => ({ digest, temporary: Boolean(temporary) });

/** A guest's password, or null. Asked for nobody (`null`) it takes the same time. */
export const findPassword = async (strapi: Strapi, guest: string | null): Promise<Password | null> => {
  const row = await sql(strapi, (knex) =>
    knex(table)
      .where({ guest: guest ?? '' })
      .first<Row | undefined>()
  );
  return row === undefined ? null : toPassword(row);
};

/** The same, once nobody is changing it any more: a locking read, which waits for whoever does. */
export const settledPassword = async (strapi: Strapi, guest: string): Promise<Password | null> => {
  const row = await sql(strapi, (knex) => knex(table).where({ guest }).forShare().first<Row | undefined>());
  return row === undefined ? null : toPassword(row);
};

/** Which of these guests have one. */
export const guestsWithPassword = async (strapi: Strapi, guests: readonly string[]): Promise<Set<string>> =>
  new Set(await sql(strapi, (knex) => knex(table).whereIn('guest', guests).pluck<string[]>('guest')));

/** The guests who have one, as a sub-query of the column `guest`. */
export const guestsWithSomePassword = (strapi: Strapi): Knex.QueryBuilder =>
  queryOfTable(strapi, table).select('guest');

/** Gives a guest a password, in the place of the one they may have. */
export const putPassword = async (strapi: Strapi, guest: string, password: Password): Promise<void> => {
  await sql(strapi, (knex) =>
    knex(table)
      .insert({ ...password, guest })
      .onConflict('guest')
      .merge(['digest', 'temporary'])
  );
};

/**
 * Puts a password of a guest's own in the place of the one that was seen, if it is still that one. One conditional write.
 * @returns whether it was
 */
export const replacePassword = async (strapi: Strapi, guest: string, digest: string, seen: string): Promise<boolean> =>
  (await sql(strapi, (knex) => knex(table).where({ guest, digest: seen }).update({ digest, temporary: false }))) === 1;

export const deletePasswordOf = (strapi: Strapi, guest: string): Promise<number> =>
  sql(strapi, (knex) => knex(table).where({ guest }).delete());
