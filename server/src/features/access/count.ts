import { actingGuest, sql, type QueryParams, type Strapi } from '../../kernel';
import { idsByRule } from './compile';
import { profileOf } from './profile';
import { soleWay } from './sole';

interface CountContext {
  uid: string;
  action: string;
  params?: object;
}

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

/** Whether nobody on the site, a plugin that hides deleted rows say, has a condition of his own on a count. */
const isUnnarrowed = async (strapi: Strapi, uid: string): Promise<boolean> => {
  const params: QueryParams = {};
  await strapi.db.lifecycles.run('beforeCount', uid as never, { params } as never);
  return params.where === undefined;
};

/**
 * How many rows of a type a guest sees, from the relation that ties them to him, without a look at the rows themselves:
 * that is a scan of one index, where Strapi's own count looks up each row (`benchmarks/scoped-all`). Every other count goes
 * on to Strapi.
 */
export const countByRelation =
  (strapi: Strapi) =>
  async ({ uid, action, params = {} }: CountContext, next: () => Promise<unknown>): Promise<unknown> => {
    const guest = actingGuest(strapi);
    if (guest === null || action !== 'count' || !isOfAllRows(params)) return next();
    const way = soleWay(strapi, await profileOf(strapi, guest), uid);
    if (way === null || !(await isUnnarrowed(strapi, uid))) return next();
    const ids = idsByRule(strapi, guest, uid, way).distinct();
    const row = await sql(strapi, async (knex) =>
      knex.from(ids.as('visible')).count({ count: '*' }).first<{ count: number | string }>()
    );
    return Number(row.count);
  };
