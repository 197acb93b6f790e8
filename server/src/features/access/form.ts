import { sql, tableOf, type Strapi } from '../../kernel';
import { idsByRule } from './compile';
import type { Profile } from './profile';

/**
 * Which form of the row filter a guest's list of a content type takes (`scope.ts`). Working out the visible ids costs by
 * how many they are; checking rows one by one costs by how many have to be passed before a page is full. So: few rows, or a
 * small share of the table, are looked up; the rest streams. `benchmarks/scoped-*` hold the figures.
 */
const lookupRowsMax = 1_000;
const streamShareMin = 0.05;
/** Beyond this nothing is counted: it is many. */
const countedRowsMax = 50_000;
/** How long an estimate is good for. It only chooses the form, never what is visible. */
const estimateMinutes = 5;

type FormName = 'lookup' | 'stream';
interface Estimate<T> {
  value: Promise<T>;
  until: number;
}

const forms = new WeakMap<Profile, Map<string, Estimate<FormName>>>();
const totals = new WeakMap<Strapi, Map<string, Estimate<number>>>();

const remembered = <T>(known: Map<string, Estimate<T>>, key: string, work: () => Promise<T>): Promise<T> => {
  const estimate = known.get(key);
  if (estimate && estimate.until > Date.now()) return estimate.value;
  const value = work();
  known.set(key, { value, until: Date.now() + estimateMinutes * 60_000 });
  value.catch(() => known.delete(key));
  return value;
};

const number = (row: { count?: number | string } | undefined): number => Number(row?.count ?? 0);

const totalOf = (strapi: Strapi, uid: string): Promise<number> => {
  const known = totals.get(strapi) ?? new Map<string, Estimate<number>>();
  totals.set(strapi, known);
  return remembered(known, uid, () =>
    sql(strapi, async (knex) => number(await knex(tableOf(strapi, uid)).count({ count: '*' }).first()))
  );
};

const visibleOf = async (strapi: Strapi, profile: Profile, uid: string): Promise<number> => {
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
};

const choose = async (strapi: Strapi, profile: Profile, uid: string): Promise<FormName> => {
  const visible = await visibleOf(strapi, profile, uid);
  if (visible <= lookupRowsMax) return 'lookup';
  return visible >= (await totalOf(strapi, uid)) * streamShareMin ? 'stream' : 'lookup';
};

export const formFor = (strapi: Strapi, profile: Profile, uid: string): Promise<FormName> => {
  const known = forms.get(profile) ?? new Map<string, Estimate<FormName>>();
  forms.set(profile, known);
  return remembered(known, uid, () => choose(strapi, profile, uid));
};
