import type { Knex } from 'knex';
import { absenceDays, unusedDays, type GuestSortField, type ListGuestIds, type QueryOf } from '../../../../contract';
import { linksOf, now, queryOfTable, sql, tableOf, type Strapi } from '../../kernel';
import { guestsGiven } from '../access';
import { COMPANY, contains, searchTerms } from '../contacts';
import { CONTACT, GUEST } from '../settings';
import { keyPort } from './ports';
import { guestTable } from './repository';
import { narrowToState } from './states';

/** What narrows a list of guests. */
export type GuestFilter = Partial<QueryOf<typeof ListGuestIds>>;

/** Whether a filter asks what somebody holds. */
export const asksHeld = ({ accessType, companyId, keyTerm }: GuestFilter): boolean =>
  accessType !== undefined || companyId !== undefined || keyTerm !== undefined;

const dayMs = 24 * 3_600_000;

/** Leaves those who could have come in for a while, and have not. */
const narrowToUnused = (query: Knex.QueryBuilder): void => {
  const before = now().getTime() - unusedDays * dayMs;
  query
    .where('guest.closed', false)
    .where('guest.created_at', '<', new Date(before))
    .where((away) => void away.whereNull('guest.last_seen_at').orWhere('guest.last_seen_at', '<', before));
};

const narrowToAbsence = (query: Knex.QueryBuilder, absence: NonNullable<GuestFilter['absence']>): void => {
  if (absence === 'unused') narrowToUnused(query);
  else if (absence === 'never') query.whereNull('guest.last_seen_at');
  else query.where('guest.last_seen_at', '<', now().getTime() - absenceDays[absence] * dayMs);
};

const narrowToKey = (strapi: Strapi, query: Knex.QueryBuilder, term: NonNullable<GuestFilter['keyTerm']>): void => {
  if (term === 'none') query.whereNotIn('guest.document_id', keyPort().guestsWithKey(strapi));
  else query.whereIn('guest.document_id', keyPort().guestsWithKey(strapi, term));
};

/** The row ids of the guests who are paired with a contact of a company. */
const ofCompany = (strapi: Strapi, companyId: string): Knex.QueryBuilder => {
  const { table, own, target } = linksOf(strapi, GUEST, 'contacts');
  return queryOfTable(strapi, `${table} as pairing`)
    .join(`${tableOf(strapi, CONTACT)} as contact`, 'contact.id', `pairing.${target}`)
    .join(`${tableOf(strapi, COMPANY)} as company`, 'company.id', 'contact.company_id')
    .where('company.document_id', companyId)
    .select(`pairing.${own}`);
};

const matching = (strapi: Strapi, knex: Knex, filter: GuestFilter): Knex.QueryBuilder => {
  const query = knex({ guest: guestTable(strapi) });
  if (filter.state !== undefined) narrowToState(strapi, query, filter.state);
  if (filter.origin !== undefined) query.where('guest.origin', filter.origin);
  if (filter.invitationLinkId !== undefined) query.where('guest.invitation_link', filter.invitationLinkId);
  if (filter.absence !== undefined) narrowToAbsence(query, filter.absence);
  if (filter.accessType !== undefined)
    query.whereIn('guest.document_id', guestsGiven(strapi, { accessType: filter.accessType }));
  if (filter.companyId !== undefined) query.whereIn('guest.id', ofCompany(strapi, filter.companyId));
  if (filter.keyTerm !== undefined) narrowToKey(strapi, query, filter.keyTerm);
  for (const forms of searchTerms(filter.q ?? '')) {
    query.where((group) =>
      forms.forEach((text) => void group.orWhereRaw(...contains(strapi, 'guest.search_text', text)))
    );
  }
  return query;
};

const count = async (query: Knex.QueryBuilder): Promise<number> => {
  const [row] = (await query.count('* as total')) as { total: number | string }[];
  return Number(row?.total ?? 0);
};

const sortColumns: Record<GuestSortField, string> = {
  lastName: 'guest.name_key',
  email: 'guest.email_key',
  login: 'guest.login',
  createdAt: 'guest.created_at',
  lastSeenAt: 'guest.last_seen_at',
};

interface Order {
  sort: GuestSortField;
  direction: 'asc' | 'desc';
}

interface Page extends Order {
  page: number;
  pageSize: number;
}

const idsOf = async (query: Knex.QueryBuilder): Promise<number[]> =>
  ((await query.select('guest.id as id')) as { id: number }[]).map(({ id }) => id);

/** Empty columns come last. */
const inOrder = (found: Knex.QueryBuilder, { sort, direction }: Order): Knex.QueryBuilder =>
  found
    .orderByRaw('case when ?? is null then 1 else 0 end', [sortColumns[sort]])
    .orderBy(sortColumns[sort], direction)
    .orderBy('guest.id', direction);

/** One page of the guests that a filter leaves, by row id and in order, and how many it leaves. Empty columns come last. */
export const findGuestPage = (
  strapi: Strapi,
  filter: GuestFilter,
  { page, pageSize, ...order }: Page
): Promise<{ ids: number[]; total: number }> =>
  sql(strapi, async (knex) => {
    const sorted = inOrder(matching(strapi, knex, filter), order)
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    return { ids: await idsOf(sorted), total: await count(matching(strapi, knex, filter)) };
  });

/** Row ids of all guests that a filter leaves, in the order of the list. */
export const findSortedGuests = (strapi: Strapi, filter: GuestFilter, order: Order): Promise<number[]> =>
  sql(strapi, (knex) => idsOf(inOrder(matching(strapi, knex, filter), order)));

/** The documentIds of at most `max` of the guests that a filter leaves, and how many it leaves. */
export const findGuestIds = (
  strapi: Strapi,
  filter: GuestFilter,
  max: number
): Promise<{ ids: string[]; total: number }> =>
  sql(strapi, async (knex) => ({
    ids: await matching(strapi, knex, filter).orderBy('guest.id').limit(max).pluck('guest.document_id'),
    total: await count(matching(strapi, knex, filter)),
  }));

/** All guests that a filter leaves, the newest first, at most `max`. */
export const findNewestGuests = (strapi: Strapi, filter: GuestFilter, max: number): Promise<number[]> =>
  sql(strapi, (knex) => idsOf(matching(strapi, knex, filter).orderBy('guest.id', 'desc').limit(max)));

/** How many guests do not use their access, and who was away the longest: row ids, those who never came first. */
export const findUnused = (strapi: Strapi, max: number): Promise<{ count: number; ids: number[] }> =>
  sql(strapi, async (knex) => {
    const found = () => matching(strapi, knex, { absence: 'unused' });
    const longest = found().orderByRaw('case when ?? is null then 0 else 1 end', ['guest.last_seen_at']);
    const ids = await idsOf(longest.orderBy('guest.last_seen_at').orderBy('guest.id').limit(max));
    return { count: await count(found()), ids };
  });

export const countWaiting = (strapi: Strapi): Promise<number> =>
  sql(strapi, (knex) => count(matching(strapi, knex, { state: 'waiting' })));
