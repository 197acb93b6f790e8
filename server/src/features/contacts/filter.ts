import type { Knex } from 'knex';
import type { AccessState, ListContactIds, QueryOf } from '../../../../contract';
import { sql, tableOf, type Strapi } from '../../kernel';
import { CONTACT } from '../settings';
import { accessStateProvider } from './access-state';
import { COMPANY } from './companies';
import { searchTerms } from './rules';
import { contains } from './sql';

/** What narrows the address book; the same for the list and for "select all". */
export type ContactFilter = QueryOf<typeof ListContactIds>;

const narrowByAccess = (strapi: Strapi, query: Knex.QueryBuilder, state: AccessState): void => {
  const provider = accessStateProvider();
  if (provider) provider.narrow(strapi, query, state);
  else if (state !== 'none') query.whereRaw('1 = 0');
};

/** A form of a term is in the contact's own columns, or in its company's name. */
const orHolds = (strapi: Strapi, knex: Knex, text: string) => (group: Knex.QueryBuilder) => {
  const companies = knex(tableOf(strapi, COMPANY))
    .select('id')
    .whereRaw(...contains(strapi, 'name_key', text));
  group.orWhereRaw(...contains(strapi, 'contact.search_text', text)).orWhereIn('contact.company_id', companies);
};

/** The contacts that a filter leaves, as a query without columns. */
export const matching = (strapi: Strapi, knex: Knex, filter: ContactFilter): Knex.QueryBuilder => {
  const query = knex({ contact: tableOf(strapi, CONTACT) });
  if (filter.company !== undefined) {
    query.where('contact.company_id', knex(tableOf(strapi, COMPANY)).select('id').where('document_id', filter.company));
  }
  if (filter.hasEmail === true) query.whereNotNull('contact.email_key');
  if (filter.hasEmail === false) query.whereNull('contact.email_key');
  if (filter.access !== undefined) narrowByAccess(strapi, query, filter.access);
  for (const forms of searchTerms(filter.q)) {
    query.where((group) => forms.forEach((text) => orHolds(strapi, knex, text)(group)));
  }
  return query;
};

export const isNarrow = (filter: ContactFilter): boolean =>
  filter.q !== '' || filter.company !== undefined || filter.access !== undefined || filter.hasEmail !== undefined;

export const count = async (query: Knex.QueryBuilder): Promise<number> => {
  const [row] = (await query.count('* as total')) as { total: number | string }[];
  return Number(row?.total ?? 0);
};

export const countContacts = (strapi: Strapi, filter: ContactFilter): Promise<number> =>
  sql(strapi, (knex) => count(matching(strapi, knex, filter)));

/** documentIds of all contacts that a filter leaves. */
export const findContactIds = (strapi: Strapi, filter: ContactFilter, max: number): Promise<string[]> =>
  sql(strapi, async (knex) => {
    const found = matching(strapi, knex, filter).select('contact.document_id as documentId').limit(max);
    return ((await found) as { documentId: string }[]).map(({ documentId }) => documentId);
  });
