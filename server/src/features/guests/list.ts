import type { Knex } from 'knex';
import { unusedDays, type GuestSortField, type ListGuests, type QueryOf } from '../../../../contract';
import { now, sql, type Strapi } from '../../kernel';
import { contains, searchTerms } from '../contacts';
import { guestTable } from './repository';
import { narrowToState } from './states';

const dayMs = 24 * 3_600_000;

/** What narrows a list of guests. */
export type GuestFilter = Partial<
  Pick<QueryOf<typeof ListGuests>, 'q' | 'state' | 'origin' | 'invitationLinkId' | 'unused'>
>;

/** Leaves those who could have come in for a while, and have not. */
const narrowToUnused = (query: Knex.QueryBuilder): void => {
  const before = now().getTime() - unusedDays * dayMs;
  query
    .where('guest.closed', false)
    .where('guest.created_at', '<', new Date(before))
    .where((away) => void away.whereNull('guest.last_seen_at').orWhere('guest.last_seen_at', '<', before));
};

const matching = (strapi: Strapi, knex: Knex, filter: GuestFilter): Knex.QueryBuilder => {
  const query = knex({ guest: guestTable(strapi) });
  if (filter.state !== undefined) narrowToState(strapi, query, filter.state);
  if (filter.origin !== undefined) query.where('guest.origin', filter.origin);
  if (filter.invitationLinkId !== undefined) query.where('guest.invitation_link', filter.invitationLinkId);
  if (filter.unused === true) narrowToUnused(query);
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

/** All guests that a filter leaves, the newest first, at most `max`. */
export const findNewestGuests = (strapi: Strapi, filter: GuestFilter, max: number): Promise<number[]> =>
  sql(strapi, (knex) => idsOf(matching(strapi, knex, filter).orderBy('guest.id', 'desc').limit(max)));

/** How many guests do not use their access, and who was away the longest: row ids, those who never came first. */
export const findUnused = (strapi: Strapi, max: number): Promise<{ count: number; ids: number[] }> =>
  sql(strapi, async (knex) => {
    const found = () => matching(strapi, knex, { unused: true });
    const longest = found().orderByRaw('case when ?? is null then 0 else 1 end', ['guest.last_seen_at']);
    const ids = await idsOf(longest.orderBy('guest.last_seen_at').orderBy('guest.id').limit(max));
    return { count: await count(found()), ids };
  });

export const countWaiting = (strapi: Strapi): Promise<number> =>
  sql(strapi, (knex) => count(matching(strapi, knex, { state: 'waiting' })));
