import {
  actingGuest,
  isInTransaction,
  showToHooks,
  sql,
  type DocumentMiddleware,
  type QueryParams,
  type Strapi,
} from '../../../kernel';
import { firstLinksOf, idsByRule, type Way } from '../policy/rule-sql';
import { profileOf } from '../policy/profile';
import { soleWay } from './sole';

/** What may stand in a count that is of all the rows a guest sees. */
const harmless = new Set(['fields', 'populate', 'sort', 'pagination', 'start', 'limit', 'page', 'pageSize', 'status']);

const isOfAllRows = (params: object): boolean =>
  Object.entries(params).every(
    ([key, value]) =>
      harmless.has(key) ||
      value === undefined ||
      value === null ||
      (key === 'filters' && typeof value === 'object' && Object.keys(value as object).length === 0)
  );

/** Whether nobody on the site, a plugin that hides deleted rows say, has a condition of their own on a count. */
const isUnnarrowed = async (strapi: Strapi, uid: string): Promise<boolean> => {
  const params: QueryParams = {};
  await showToHooks(strapi, 'beforeCount', uid, params);
  return params.where === undefined;
};

/** By a way's name: the newest link when it was last asked whether the way ties no row twice, and the answer. */
const tied = new WeakMap<Strapi, Map<string, { newest: unknown; once: boolean }>>();

/**
 * Whether a way ties no row twice. To count each row once takes forty times as long as to count links (100,000 of them: 100 ms
 * on SQLite), and to look for a row with two takes four times as long, so that is asked again only when there is a new link.
 */
const tiesOnce = async (strapi: Strapi, uid: string, way: Way): Promise<boolean> => {
  const { links, tiedTwice } = firstLinksOf(strapi, uid, way);
  // What an open transaction sees may never have been.
  if (links.kept !== 'apart' || isInTransaction(strapi)) return links.kept === 'here';
  const known = tied.get(strapi) ?? new Map<string, { newest: unknown; once: boolean }>();
  tied.set(strapi, known);
  const name = `${uid} ${way.rule.path ?? ''} ${way.drafts}`;
  return sql(strapi, async (knex) => {
    const { newest } = (await knex(links.table).max({ newest: 'id' }).first<{ newest: unknown }>()) ?? {};
    const before = known.get(name);
    if (before?.newest === newest) return before?.once ?? false;
    const once = (await knex.from(tiedTwice.limit(1).as('twice')).first()) === undefined;
    known.set(name, { newest, once });
    return once;
  });
};

/**
 * How many rows of a type a guest sees, from the relation that ties them to the guest, without a look at the rows themselves:
 * that is a scan of one index, where Strapi's own count looks up each row (`benchmarks/scoped-all`). Every other count goes
 * on to Strapi.
 */
export const countByRelation =
  (strapi: Strapi): DocumentMiddleware =>
  async ({ uid, action, params = {} }, next) => {
    const guest = actingGuest(strapi);
    if (guest === null || action !== 'count' || !isOfAllRows(params)) return next();
    const way = soleWay(strapi, await profileOf(strapi, guest), uid);
    if (way === null || !(await isUnnarrowed(strapi, uid))) return next();
    const ids = idsByRule(strapi, guest, uid, way);
    if (!(await tiesOnce(strapi, uid, way))) void ids.distinct();
    const row = await sql(strapi, async (knex) =>
      knex.from(ids.as('visible')).count({ count: '*' }).first<{ count: number | string }>()
    );
    return Number(row.count);
  };
