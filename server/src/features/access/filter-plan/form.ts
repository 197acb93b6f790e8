import { sql, tableOf, type QueryParams, type Strapi } from '../../../kernel';
import { idsByRule, type Way } from '../policy/rule-sql';
import type { Profile } from '../policy/profile';
import { soleWay } from './sole';

/**
 * How the row filter of a guest's list is put. Milliseconds on SQLite at 1,000,000 rows (`benchmarks/scoped-*`):
 *
 * `lookup` works out the visible ids first: 2 µs for each of them, whatever else is asked.
 * `stream` checks row by row until the page is full: 4 µs for each row that has to be passed.
 * `page`   walks the index of the relation until there are enough ids: 0.06 µs for each. Only where nothing but the rule
 *          narrows the list, and it is in the order of ids.
 *
 * Where rows may be is not known, only how many: the newest rows may all be theirs, and the oldest asked for. So the two that
 * may have to pass the whole table are chosen only where that would still be bearable.
 */
export type ListForm =
  { kind: 'lookup' } | { kind: 'stream' } | { kind: 'page'; way: Way; rows: number; direction: 'asc' | 'desc' };

const streamShareMin = 0.25;
const pageShareMin = 0.004;
/** Beyond this nothing is counted: it is many. */
const countedRowsMax = 50_000;
/** How long an estimate is good for. It only chooses the form, never what is visible. */
const estimateMinutes = 5;

interface Estimate {
  rows: Promise<number>;
  until: number;
}

const visibles = new WeakMap<Profile, Map<string, Estimate>>();
const totals = new WeakMap<Strapi, Map<string, Estimate>>();

const remembered = <Key extends object>(
  estimates: WeakMap<Key, Map<string, Estimate>>,
  key: Key,
  uid: string,
  work: () => Promise<number>
): Promise<number> => {
  const known = estimates.get(key) ?? new Map<string, Estimate>();
  estimates.set(key, known);
  const estimate = known.get(uid);
  if (estimate && estimate.until > Date.now()) return estimate.rows;
  const rows = work();
  known.set(uid, { rows, until: Date.now() + estimateMinutes * 60_000 });
  rows.catch(() => known.delete(uid));
  return rows;
};

const number = (row: { count?: number | string } | undefined): number => Number(row?.count ?? 0);

const totalOf = (strapi: Strapi, uid: string): Promise<number> =>
  remembered(totals, strapi, uid, () =>
    sql(strapi, async (knex) => number(await knex(tableOf(strapi, uid)).count({ count: '*' }).first()))
  );

const visibleOf = (strapi: Strapi, profile: Profile, uid: string): Promise<number> =>
  remembered(visibles, profile, uid, async () => {
    let visible = 0;
    for (const { rule, drafts } of profile.reaches.get(uid) ?? []) {
      if (rule.kind === 'all') return Infinity;
      if (rule.kind === 'granted') continue;
      const ids = idsByRule(strapi, profile.guest, uid, { rule, drafts }).limit(countedRowsMax);
      visible += await sql(strapi, async (knex) =>
        number(await knex.from(ids.as('visible')).count({ count: '*' }).first())
      );
    }
    return visible;
  });

/** The direction in which rows come by their ids, which is how the table is walked anyway; null in any other order. */
const directionOf = (orderBy: unknown): 'asc' | 'desc' | null => {
  const [entry, ...more]: unknown[] = Array.isArray(orderBy) ? orderBy : [orderBy];
  if (more.length > 0) return null;
  if (entry === undefined || entry === null || entry === 'id') return 'asc';
  if (typeof entry !== 'object' || !('id' in entry) || Object.keys(entry).length > 1) return null;
  if (entry.id === 'asc' || entry.id === 'desc') return entry.id;
  return null;
};

const isEmpty = (condition: unknown): boolean =>
  condition === undefined ||
  condition === null ||
  (typeof condition === 'object' && Object.keys(condition).length === 0);

/** Whether conditions, and a search, leave a list as it is. */
export const narrowsNothing = (conditions: readonly unknown[], search: unknown): boolean =>
  conditions.every(isEmpty) && (search === undefined || search === null || search === '');

const lookup: ListForm = { kind: 'lookup' };

/** `params` as the caller gave them, before the guest's own conditions are put to them. */
export const formFor = async (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  params: QueryParams & { _q?: unknown }
): Promise<ListForm> => {
  const { orderBy, limit, offset = 0 } = params;
  const direction = directionOf(orderBy);
  if (direction === null || limit === undefined || limit < 1) return lookup;
  const rows = offset + limit;
  const visible = await visibleOf(strapi, profile, uid);
  const share = visible / Math.max(await totalOf(strapi, uid), 1);
  const way = narrowsNothing([params.where], params._q) ? soleWay(strapi, profile, uid) : null;
  const lookupMs = visible * 0.002;
  if (way !== null && share >= pageShareMin && (rows / share) * 0.00006 < lookupMs) {
    return { kind: 'page', way, rows, direction };
  }
  return share >= streamShareMin && (rows / share) * 0.004 < lookupMs ? { kind: 'stream' } : lookup;
};
