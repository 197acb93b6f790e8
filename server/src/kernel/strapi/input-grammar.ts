import type { Strapi } from './app';
import type { QueryParams } from './query';
import { relationNames } from './relation-storage';

/*
 * What Strapi takes of a caller: the keys and operators of a query, and how a relation is put.
 */

/** The keys of a query to the content API. */
export const contentQueryKeys = [
  'fields',
  'populate',
  'filters',
  'sort',
  'pagination',
  'locale',
  'status',
  '_q',
] as const;

/** The operators that join conditions, beside `$not`. */
export const groupOperators = ['$and', '$or'] as const;

/** What a plain attribute may be compared by. Strapi knows more, for itself; a wrong one would be a 500. */
export const comparisonOperators = [
  ...['$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between', '$contains'],
  ...['$containsi', '$notContains', '$notContainsi', '$startsWith', '$startsWithi', '$endsWith', '$endsWithi'],
  ...['$null', '$notNull', '$not'],
] as const;

/** What the value of a relation may do with the rows that it names; without one of them it is all of the relation's rows. */
export const relationActions = ['connect', 'set', 'disconnect'] as const;

const named = ['filters', 'sort', 'fields', 'populate', '_q'];

/** What a call of the document service names, as its query will. */
export const queryOf = (strapi: Strapi, uid: string, params: object): QueryParams & { _q?: unknown } => {
  const { transform } = strapi.get('query-params') as { transform(uid: string, params: object): QueryParams };
  return transform(uid, Object.fromEntries(Object.entries(params).filter(([key]) => named.includes(key))));
};

export type Populate = Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Strapi takes `true`, `['a', 'a.b']` and an object; the first two are put as the third. */
export const populateTree = (strapi: Strapi, uid: string, populate: unknown): Populate => {
  if (populate === true || populate === '*') {
    return Object.fromEntries(relationNames(strapi, uid).map((name) => [name, true]));
  }
  if (typeof populate === 'string') return populateTree(strapi, uid, [populate]);
  if (!Array.isArray(populate)) return isObject(populate) ? populate : {};
  const tree: Populate = {};
  for (const path of populate as string[]) {
    let level = tree;
    for (const [index, name] of path.split('.').entries()) {
      const isLast = index === path.split('.').length - 1;
      const node = isObject(level[name]) ? level[name] : {};
      level[name] = node;
      if (isLast) break;
      if (!isObject(node['populate'])) node['populate'] = {};
      level = node['populate'] as Populate;
    }
  }
  return tree;
};
