import { sql, tableOf, type QueryParams, type Strapi } from '../../kernel';
import { idsByRule } from './compile';
import type { Profile } from './profile';

/**
 * Which form of the row filter a guest's list of a content type takes (`scope.ts`). Working out the visible ids costs by
 * how many they are; checking rows one by one costs by how many have to be passed before the page is full: few where he
 * sees much of the table and asks for one of its first pages in its own order, and all of them in any other order.
 * `benchmarks/scoped-*` hold the figures.
 */
const streamShareMin = 0.05;
/** Beyond this nothing is counted: it is many. */
const countedRowsMax = 50_000;
/** How long an estimate is good for. It only chooses the form, never what is visible. */
const estimateMinutes = 5;

type FormName = 'lookup' | 'stream';
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
    for (const { rule } of profile.reaches.get(uid) ?? []) {
      if (rule.kind === 'all') return Infinity;
      if (rule.kind === 'granted') continue;
      const ids = idsByRule(strapi, profile.guest, uid, rule).limit(countedRowsMax);
      visible += await sql(strapi, async (knex) =>
        number(await knex.from(ids.as('visible')).count({ count: '*' }).first())
      );
    }
    return visible;
  });

/** Whether rows come in the order in which the table is walked anyway. */
const isByRowId = (orderBy: unknown): boolean => {
  if (Array.isArray(orderBy)) return orderBy.length === 0 || (orderBy.length === 1 && isByRowId(orderBy[0]));
  if (typeof orderBy !== 'object' || orderBy === null)
    return orderBy === undefined || orderBy === null || orderBy === 'id';
  return Object.keys(orderBy).every((name) => name === 'id');
};

export const formFor = async (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  { orderBy, limit, offset = 0 }: QueryParams
): Promise<FormName> => {
  if (!isByRowId(orderBy) || limit === undefined || limit < 0) return 'lookup';
  const visible = await visibleOf(strapi, profile, uid);
  const total = await totalOf(strapi, uid);
  const share = visible / Math.max(total, 1);
  return share >= streamShareMin && (offset + limit) / share < visible ? 'stream' : 'lookup';
};
