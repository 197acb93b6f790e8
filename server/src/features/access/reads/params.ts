import {
  modelOf,
  plainNames,
  populateTree,
  storedTypeOf,
  systemFields,
  targetOf,
  type Populate,
  type QueryParams,
  type Strapi,
  type Where,
} from '../../../kernel';
import { readableFields, type Profile } from '../policy/profile';
import { scopeOf } from '../policy/scope';
import { searchCondition } from './search';
import { guardWhere, invalidKey, nameable, unknown, type Asker } from './where';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const hidesFields = (strapi: Strapi, profile: Profile, uid: string): boolean => {
  const scope = scopeOf(strapi, profile, uid);
  if (scope.kind !== 'where') return false;
  return (profile.reaches.get(uid) ?? []).some(({ readFields }) => readFields !== null);
};

/** Only what the guest may read is selected; what they asked for beyond it is an error, what others asked for is left out. */
const guardSelect = (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  select: unknown,
  asker: Asker
): string[] | undefined => {
  const asked = typeof select === 'string' ? [select] : Array.isArray(select) ? (select as string[]) : undefined;
  if (asked && !asked.includes('*')) {
    const mayName = nameable(strapi, profile, uid);
    if (asker === 'others') return ['id', ...asked.filter(mayName)];
    for (const name of asked) if (!mayName(name)) throw invalidKey(name);
    return asked;
  }
  if (!hidesFields(strapi, profile, uid)) return asked;
  const readable = readableFields(strapi, profile, uid);
  return plainNames(strapi, uid).filter(
    (name) => readable.has(name) || (systemFields as readonly string[]).includes(name)
  );
};

/** Sorting through a relation would order by rows that are hidden; sorting by a hidden field, by its values. */
const guardOrder = (strapi: Strapi, profile: Profile, uid: string, orderBy: unknown, asker: Asker): unknown => {
  const mayName = nameable(strapi, profile, uid);
  const may = (name: string): boolean => {
    const isPlain = mayName(name) && ![undefined, 'relation'].includes(storedTypeOf(strapi, uid, name));
    if (!isPlain && asker === 'own') throw invalidKey(name);
    return isPlain;
  };
  const kept = (entry: unknown): unknown[] => {
    if (typeof entry === 'string') return may(entry) ? [entry] : [];
    if (!isObject(entry)) return [entry];
    return [Object.fromEntries(Object.entries(entry).filter(([name]) => may(name)))];
  };
  return Array.isArray(orderBy) ? orderBy.flatMap(kept) : kept(orderBy)[0];
};

/** A search looks in every text column, so it may not be where some of them are hidden. */
const searchesHidden = (strapi: Strapi, profile: Profile, uid: string): boolean => {
  const mayName = nameable(strapi, profile, uid);
  const attributes = modelOf(strapi, uid)?.attributes ?? {};
  return Object.entries(attributes).some(
    ([name, { type, searchable }]) =>
      [
        'string',
        'text',
        'uid',
        'email',
        'enumeration',
        'richtext',
        'password',
        'biginteger',
        'integer',
        'decimal',
        'float',
      ].includes(type) &&
      searchable !== false &&
      !mayName(name)
  );
};

/**
 * The populate tree under the guest's rules, at every depth. What they may not read is dropped, as Strapi drops what a role
 * may not. The row filter itself is handed down by the query engine (`reads/query-hooks.ts`); here go conditions, order and fields.
 */
const guardPopulate = (strapi: Strapi, profile: Profile, uid: string, populate: unknown, asker: Asker): Populate => {
  const mayName = nameable(strapi, profile, uid);
  const kept: Populate = {};
  for (const [name, value] of Object.entries(populateTree(strapi, uid, populate))) {
    if (value === false || !mayName(name) || storedTypeOf(strapi, uid, name) === undefined) continue;
    const target = targetOf(strapi, uid, name);
    kept[name] =
      target === null
        ? guardMixed(strapi, profile, uid, name, value, asker)
        : guardNode(strapi, profile, target, value, asker);
  }
  return kept;
};

const guardNode = (strapi: Strapi, profile: Profile, target: string, value: unknown, asker: Asker): Populate => {
  const node: Populate = isObject(value) ? { ...value } : {};
  // Strapi lets a node's own filter function stand in for the one handed down.
  delete node['filters'];
  return { ...node, ...guardQuery(strapi, profile, target, node, asker) };
};

/**
 * A relation to several types, or a dynamic zone. What is asked of each type stands under `on`; what is asked of all of
 * them at once cannot be checked. Types that the guest does not reach are left out.
 */
const guardMixed = (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  name: string,
  value: unknown,
  asker: Asker
): Populate => {
  const node = isObject(value) ? value : {};
  const asksOfAll = node['count'] || node['where'] || node['orderBy'] || node['select'];
  if (asksOfAll && asker === 'own') throw invalidKey(name);
  const known = modelOf(strapi, uid)?.attributes[name]?.components ?? [...profile.reaches.keys()];
  const asked = isObject(node['on']) ? node['on'] : Object.fromEntries(known.map((target) => [target, {}]));
  const shared = node['populate'] === undefined ? {} : { populate: node['populate'] };
  const on = Object.entries(asked)
    .filter(([target]) => known.includes(target))
    .map(([target, inner]) => [
      target,
      guardNode(strapi, profile, target, isObject(inner) ? { ...shared, ...inner } : shared, asker),
    ]);
  return { on: Object.fromEntries(on) as Populate };
};

/** The parts of a query that somebody wrote, at the root or in a populate, under the guest's rules. */
export const guardQuery = (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  params: QueryParams & { _q?: unknown },
  asker: Asker
): QueryParams => {
  const guarded: QueryParams & { where?: Where; _q?: unknown } = {};
  if (params.where !== undefined && params.where !== null)
    guarded.where = guardWhere(strapi, profile, uid, params.where, asker);
  const search = params._q;
  if (search !== undefined && search !== null && search !== '') {
    if (searchesHidden(strapi, profile, uid) || String(search).includes('\0')) {
      if (asker === 'own') throw invalidKey('_q');
      guarded._q = undefined;
      guarded.where = unknown;
    } else {
      const found = typeof search === 'string' ? searchCondition(strapi, uid, search) : null;
      if (found !== null) {
        guarded._q = undefined;
        guarded.where = guarded.where ? { $and: [guarded.where, found] } : found;
      }
    }
  }
  if (params.orderBy !== undefined && params.orderBy !== null)
    guarded.orderBy = guardOrder(strapi, profile, uid, params.orderBy, asker);
  const select = guardSelect(strapi, profile, uid, params.select, asker);
  if (select) guarded.select = select;
  if (params.populate !== undefined && params.populate !== null && params.populate !== false) {
    guarded.populate = guardPopulate(strapi, profile, uid, params.populate, asker);
  }
  return guarded;
};
