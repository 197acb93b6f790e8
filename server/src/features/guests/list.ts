import type { Knex } from 'knex';
import { absenceDays, unusedDays, type GuestSortField, type ListGuestIds, type QueryOf } from '../../../../contract';
import { databaseOf, linksOf, now, queryOfTable, sql, tableOf, type Strapi } from '../../kernel';
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

/** The column of a sort, and whether a guest may lack it. */
const sortColumns: Record<GuestSortField, { column: string; mayBeEmpty: boolean }> = {
  lastName: { column: 'guest.name_key', mayBeEmpty: false },
  email: { column: 'guest.email_key', mayBeEmpty: true },
  login: { column: 'guest.login', mayBeEmpty: true },
  createdAt: { column: 'guest.created_at', mayBeEmpty: false },
  lastSeenAt: { column: 'guest.last_seen_at', mayBeEmpty: true },
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

const sorted = (found: Knex.QueryBuilder, { sort, direction }: Order): Knex.QueryBuilder =>
  found.orderBy(sortColumns[sort].column, direction).orderBy('guest.id', direction);

/** Puts what a filter leaves in order, without an index: empty columns come last. */
const inOrder = (found: Knex.QueryBuilder, order: Order): Knex.QueryBuilder =>
  sorted(found.orderByRaw('case when ?? is null then 1 else 0 end', [sortColumns[order.sort].column]), order);

interface GuestPage {
  /** Row ids, in order. */
  ids: number[];
  total: number;
}

/** A page of a filtered list, found and counted by one look at every guest; as `filteredPage` of the contacts. */
const filteredPage = async (
  strapi: Strapi,
  filter: GuestFilter,
  { page, pageSize, ...order }: Page
): Promise<GuestPage> =>
  sql(strapi, async (knex) => {
    const countsApart = databaseOf(strapi) === 'mysql';
    const found = matching(strapi, knex, filter)
      .select({ id: 'guest.id', total: knex.raw(countsApart ? 'null' : 'count(*) over ()') })
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const rows = (await inOrder(found, order)) as { id: number; total: number | string | null }[];
    const counted = rows[0]?.total ?? null;
    const knowsTotal = counted !== null || (rows.length === 0 && page === 1);
    return {
      ids: rows.map(({ id }) => id),
      total: knowsTotal ? Number(counted) : await count(matching(strapi, knex, filter)),
    };
  });

/** A page of all guests, read off an index in order: first those that have the column, then those that lack it. */
const wholePage = (strapi: Strapi, { page, pageSize, ...order }: Page): Promise<GuestPage> =>
  sql(strapi, async (knex) => {
    const { column, mayBeEmpty } = sortColumns[order.sort];
    const everybody = () => matching(strapi, knex, {});
    const total = await count(everybody());
    const offset = (page - 1) * pageSize;
    if (!mayBeEmpty) return { ids: await idsOf(sorted(everybody(), order).limit(pageSize).offset(offset)), total };
    const filled = await count(everybody().whereNotNull(column));
    const first = sorted(everybody().whereNotNull(column), order).limit(pageSize).offset(offset);
    const ids = offset < filled ? await idsOf(first) : [];
    if (ids.length === pageSize || filled === total) return { ids, total };
    const rest = everybody()
      .whereNull(column)
      .orderBy('guest.id', order.direction)
      .limit(pageSize - ids.length)
      .offset(Math.max(0, offset - filled));
    return { ids: [...ids, ...(await idsOf(rest))], total };
  });

const isNarrow = ({ q, state, origin, invitationLinkId, absence, ...held }: GuestFilter): boolean =>
  (q ?? '') !== '' || asksHeld(held) || [state, origin, invitationLinkId, absence].some((one) => one !== undefined);

/** One page of the guests that a filter leaves, by row id and in order, and how many it leaves. Empty columns come last. */
export const findGuestPage = (strapi: Strapi, filter: GuestFilter, page: Page): Promise<GuestPage> =>
  isNarrow(filter) ? filteredPage(strapi, filter, page) : wholePage(strapi, page);

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

/** How many guests were made since an instant. */
export const countNewGuests = (strapi: Strapi, since: Date): Promise<number> =>
  sql(strapi, (knex) => count(matching(strapi, knex, {}).where('guest.created_at', '>=', since)));

export const countWaiting = (strapi: Strapi): Promise<number> =>
  sql(strapi, (knex) => count(matching(strapi, knex, { state: 'waiting' })));
