import type { Knex } from 'knex';
import type { ContactSortField, ListContacts, QueryOf } from '../../../../contract';
import { databaseOf, sql, tableOf, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import { COMPANY } from './companies';
import { count, isNarrow, matching } from './filter';

type ListQuery = QueryOf<typeof ListContacts>;

/** The columns of a sort, most significant first; an index of the contacts' table serves each. Empty ones come last, either way. */
const sortColumns: Record<ContactSortField, { columns: [string, ...string[]]; filled: string | null }> = {
  updatedAt: { columns: ['contact.updated_at'], filled: null },
  lastName: { columns: ['contact.last_name_key'], filled: null },
  firstName: { columns: ['contact.first_name_key'], filled: 'contact.first_name_key' },
  company: { columns: ['company.name_key', 'contact.last_name_key'], filled: 'contact.company_id' },
  email: { columns: ['contact.email_key'], filled: 'contact.email_key' },
  phone: { columns: ['contact.phone'], filled: 'contact.phone' },
  directLine: { columns: ['contact.direct_line'], filled: 'contact.direct_line' },
  mobile: { columns: ['contact.mobile'], filled: 'contact.mobile' },
};

export interface ContactPage {
  /** Row ids, in order. */
  ids: number[];
  total: number;
}

type Order = Pick<ListQuery, 'sort' | 'direction'>;

const sorted = (query: Knex.QueryBuilder, { sort, direction }: Order, columns = sortColumns[sort].columns) =>
  [...columns, 'contact.id'].reduce((so, column) => so.orderBy(column, direction), query);

const idsOf = async (query: Knex.QueryBuilder): Promise<number[]> =>
  ((await query.select('contact.id as id')) as { id: number }[]).map(({ id }) => id);

/** Puts what a filter leaves in order, without an index: what lacks the column comes last. */
const inOrder = (strapi: Strapi, found: Knex.QueryBuilder, order: Order): Knex.QueryBuilder => {
  // No index is in this order, so that none is walked.
  found.orderByRaw('case when ?? is null then 1 else 0 end', [sortColumns[order.sort].columns[0]]);
  if (order.sort === 'company')
    found.leftJoin(`${tableOf(strapi, COMPANY)} as company`, 'company.id', 'contact.company_id');
  return sorted(found, order);
};

/**
 * A page of a filtered list, by one look at every contact and a sort of what is found. Walking an index in order instead
 * would look up most rows one by one: names that are searched stand together in the index, or nowhere. SQLite and
 * PostgreSQL count in the same pass; MariaDB counts a second time, because it writes all rows of a window to a table.
 */
const filteredPage = async (strapi: Strapi, knex: Knex, query: ListQuery): Promise<ContactPage> => {
  const { page, pageSize } = query;
  const countsApart = databaseOf(strapi) === 'mysql';
  const found = matching(strapi, knex, query)
    .select({ id: 'contact.id', total: knex.raw(countsApart ? 'null' : 'count(*) over ()') })
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const rows = (await inOrder(strapi, found, query)) as { id: number; total: number | string | null }[];
  const counted = rows[0]?.total ?? null;
  const knowsTotal = counted !== null || (rows.length === 0 && page === 1);
  return {
    ids: rows.map(({ id }) => id),
    total: knowsTotal ? Number(counted) : await count(matching(strapi, knex, query)),
  };
};

const everybody = (strapi: Strapi, knex: Knex): Knex.QueryBuilder => knex({ contact: tableOf(strapi, CONTACT) });

/** The contacts that have the column, in its order. Of companies first: SQLite then reads both indexes in order, and sorts nothing. */
const filledPart = (strapi: Strapi, knex: Knex, query: ListQuery, filled: string): Knex.QueryBuilder => {
  if (query.sort !== 'company') return sorted(everybody(strapi, knex).whereNotNull(filled), query);
  const joined = knex({ company: tableOf(strapi, COMPANY) }).crossJoin(
    knex.ref(tableOf(strapi, CONTACT)).as('contact')
  );
  return sorted(joined.where('contact.company_id', knex.ref('company.id')), query);
};

/** Row ids of all contacts that a filter leaves, in the order of the list. */
export const findSortedContacts = (strapi: Strapi, query: Omit<ListQuery, 'page' | 'pageSize'>): Promise<number[]> =>
  sql(strapi, (knex) => idsOf(inOrder(strapi, matching(strapi, knex, query), query)));

/**
 * A page of all contacts, read off an index in order: first those that have the column, then those that lack it. How many
 * have it is known from the count, so that most pages ask for one part only.
 */
const wholePage = async (strapi: Strapi, knex: Knex, query: ListQuery): Promise<ContactPage> => {
  const { sort, page, pageSize } = query;
  const { filled } = sortColumns[sort];
  const total = await count(everybody(strapi, knex));
  const offset = (page - 1) * pageSize;
  if (offset >= total) return { ids: [], total };
  if (filled === null) {
    return { ids: await idsOf(sorted(everybody(strapi, knex), query).limit(pageSize).offset(offset)), total };
  }
  const withValue = await count(everybody(strapi, knex).whereNotNull(filled));
  const first = filledPart(strapi, knex, query, filled).limit(pageSize).offset(offset);
  const ids = offset < withValue ? await idsOf(first) : [];
  if (ids.length === pageSize || withValue === total) return { ids, total };
  const rest = sorted(everybody(strapi, knex).whereNull(filled), query, ['contact.last_name_key'])
    .limit(pageSize - ids.length)
    .offset(Math.max(0, offset - withValue));
  return { ids: [...ids, ...(await idsOf(rest))], total };
};

/** One page of the list and how many contacts the filter leaves: exact, never capped. */
export const findContactPage = (strapi: Strapi, query: ListQuery): Promise<ContactPage> =>
  sql(strapi, (knex) => (isNarrow(query) ? filteredPage(strapi, knex, query) : wholePage(strapi, knex, query)));
