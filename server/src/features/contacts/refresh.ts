import type { Knex } from 'knex';
import { inTransaction, sql, tableOf, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import { COMPANY } from './companies';
import { foldedKey, keysOf } from './rules';

const batchSize = 500;

interface TypedRow {
  id: number;
  last_name: string | null;
  first_name: string | null;
  email: string | null;
  phone: string | null;
  direct_line: string | null;
  mobile: string | null;
}

const writeKeys = async (knex: Knex, table: string, row: TypedRow): Promise<void> => {
  const keys = keysOf({
    lastName: row.last_name,
    firstName: row.first_name,
    email: row.email,
    phone: row.phone,
    directLine: row.direct_line,
    mobile: row.mobile,
  });
  await knex(table).where({ id: row.id }).update({
    last_name_key: keys.lastNameKey,
    first_name_key: keys.firstNameKey,
    email_key: keys.emailKey,
    search_text: keys.searchText,
  });
};

const typedColumns = ['id', 'last_name', 'first_name', 'email', 'phone', 'direct_line', 'mobile'];

/** Writes the kept columns of these rows again from what people typed. */
export const refreshContactKeys = (strapi: Strapi, ids: readonly number[]): Promise<void> =>
  sql(strapi, async (knex) => {
    const table = tableOf(strapi, CONTACT);
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = ids.slice(start, start + batchSize);
      for (const row of await knex(table).select<TypedRow[]>(typedColumns).whereIn('id', batch)) {
        await writeKeys(knex, table, row);
      }
    }
  });

const fillCompanyKeys = async (strapi: Strapi): Promise<void> => {
  const missing = await sql(strapi, (knex) =>
    knex(tableOf(strapi, COMPANY)).select<{ id: number; name: string | null }[]>('id', 'name').whereNull('name_key')
  );
  for (const { id, name } of missing) {
    try {
      await sql(strapi, (knex) =>
        knex(tableOf(strapi, COMPANY))
          .where({ id })
          .update({ name_key: foldedKey(name ?? '') })
      );
    } catch (error) {
      strapi.log.warn(
        `guest-access: company ${id} ("${name}") has the name of another one and cannot be found by it: ${error}`
      );
    }
  }
};

/** Fills the kept columns of rows that came past Strapi: inserted by SQL, or restored by a data transfer. */
export const fillMissingKeys = async (strapi: Strapi): Promise<void> => {
  await fillCompanyKeys(strapi);
  const missing = await sql(strapi, (knex) =>
    knex(tableOf(strapi, CONTACT)).select<{ id: number }[]>('id').whereNull('search_text')
  );
  for (let start = 0; start < missing.length; start += batchSize) {
    const batch = missing.slice(start, start + batchSize).map(({ id }) => id);
    await inTransaction(strapi, () => refreshContactKeys(strapi, batch));
  }
};
