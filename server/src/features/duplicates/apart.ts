import { notFound, sql, type Strapi } from '../../kernel';
import { findContacts } from '../contacts';
import { apartTable } from './table';

/** Notes that two contacts are two persons, or that they may be one after all. @throws 404 where one is not there */
export const tellApart = async (strapi: Strapi, ids: readonly [string, string], isApart: boolean): Promise<void> => {
  const [older, newer, ...more] = (await findContacts(strapi, [...ids])).sort((one, other) => one.id - other.id);
  if (older === undefined || newer === undefined || more.length > 0) throw notFound();
  const row = { older: older.documentId, newer: newer.documentId };
  const pair = `${row.older} ${row.newer}`;
  await sql(strapi, async (knex) => {
    const table = knex(apartTable.name);
    await (isApart
      ? table
          .insert({ ...row, pair })
          .onConflict('pair')
          .ignore()
      : table.where({ pair }).del());
  });
};

/** Forgets what was said of a contact who goes. */
export const forgetContact = (strapi: Strapi, contactId: string): Promise<number> =>
  sql(strapi, (knex) => knex(apartTable.name).where({ older: contactId }).orWhere({ newer: contactId }).del());
