import type { Knex } from 'knex';
import { attempt, configOf, inTransaction, sql, tableOf, type Strapi } from '../../kernel';
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

type DerivedColumns = Record<
  | 'last_name_key'
  | 'first_name_key'
  | 'email_key'
  | 'phone_number'
  | 'direct_line_number'
  | 'mobile_number'
  | 'search_text',
  string | null
>;

const derivedOf = (row: TypedRow, country: string): DerivedColumns => {
  const keys = keysOf(
    {
      lastName: row.last_name,
      firstName: row.first_name,
      email: row.email,
      phone: row.phone,
      directLine: row.direct_line,
      mobile: row.mobile,
    },
    country
  );
  return {
    last_name_key: keys.lastNameKey,
    first_name_key: keys.firstNameKey,
    email_key: keys.emailKey,
    phone_number: keys.phoneNumber,
    direct_line_number: keys.directLineNumber,
    mobile_number: keys.mobileNumber,
    search_text: keys.searchText,
  };
};

/** Writes the derived columns of a row again where they are not what they should be. */
const writeDerived = async (
  knex: Knex,
  table: string,
  row: TypedRow & DerivedColumns,
  country: string
): Promise<void> => {
  const kept = derivedOf(row, country);
  const columns = Object.keys(kept) as (keyof DerivedColumns)[];
  if (columns.some((column) => row[column] !== kept[column])) await knex(table).where({ id: row.id }).update(kept);
};

const typedColumns = ['id', 'last_name', 'first_name', 'email', 'phone', 'direct_line', 'mobile'];
const derivedColumns = [
  'last_name_key',
  'first_name_key',
  'email_key',
  'phone_number',
  'direct_line_number',
  'mobile_number',
  'search_text',
];

/** Writes the derived columns of these rows again from what people typed. */
export const rederiveContacts = (strapi: Strapi, ids: readonly number[]): Promise<void> =>
  sql(strapi, async (knex) => {
    const table = tableOf(strapi, CONTACT);
    for (let start = 0; start < ids.length; start += batchSize) {
      const batch = ids.slice(start, start + batchSize);
      const read = knex(table).select<(TypedRow & DerivedColumns)[]>([...typedColumns, ...derivedColumns]);
      for (const row of await read.whereIn('id', batch))
        await writeDerived(knex, table, row, configOf(strapi).phoneCountry);
    }
  });

interface CompanyRow {
  id: number;
  name: string | null;
  name_key: string | null;
}

/** The key of a company whose name, folded, is an earlier company's: found by a search, and by nobody taken for that one. */
const otherKey = (nameKey: string, id: number): string => `${nameKey.slice(0, 230)} (${id})`;

const refreshCompanyKeys = async (strapi: Strapi, which: (query: Knex.QueryBuilder) => void): Promise<void> => {
  const table = tableOf(strapi, COMPANY);
  const companies: CompanyRow[] = await sql(strapi, (knex) =>
    knex(table).select<CompanyRow[]>('id', 'name', 'name_key').where(which).orderBy('id')
  );
  const write = (id: number, nameKey: string) =>
    inTransaction(strapi, () =>
      attempt(strapi, () => sql(strapi, (knex) => knex(table).where({ id }).update({ name_key: nameKey })))
    );
  for (const { id, name, name_key: had } of companies) {
    const nameKey = foldedKey(name ?? '');
    if (had === nameKey || had === otherKey(nameKey, id)) continue;
    if ((await write(id, nameKey)).kind === 'done') continue;
    await write(id, otherKey(nameKey, id));
    strapi.log.warn(
      `guest-access: company ${id} ("${name}") has the name of another one: one of them should be renamed`
    );
  }
};

const idsOf = (strapi: Strapi, which: (query: Knex.QueryBuilder) => void): Promise<number[]> =>
  sql(strapi, async (knex) => {
    const found = await knex(tableOf(strapi, CONTACT)).select<{ id: number }[]>('id').where(which).orderBy('id');
    return found.map(({ id }) => id);
  });

const refreshContacts = async (strapi: Strapi, which: (query: Knex.QueryBuilder) => void): Promise<void> => {
  const ids = await idsOf(strapi, which);
  for (let start = 0; start < ids.length; start += batchSize) {
    await inTransaction(strapi, () => rederiveContacts(strapi, ids.slice(start, start + batchSize)));
  }
};

/** Fills the derived columns of rows that came past Strapi: inserted by SQL, or restored by a data transfer. */
export const backfillMissing = async (strapi: Strapi): Promise<void> => {
  await refreshCompanyKeys(strapi, (query) => void query.whereNull('name_key'));
  await refreshContacts(strapi, (query) => void query.whereNull('search_text'));
};

/** Writes the derived columns of all rows again: an earlier version of the plugin made them by other rules. */
export const rederiveAll = async (strapi: Strapi): Promise<void> => {
  await refreshCompanyKeys(strapi, () => undefined);
  await refreshContacts(strapi, () => undefined);
};
