import { modelOf, systemFields, type QueryParams, type Strapi, type Where } from '../../kernel';
import { readableFields, type Profile } from './profile';
import { scopeOf } from './scope';
import { guardWhere, invalidKey, nameable } from './where';

type Populate = Record<string, unknown>;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const hidesFields = (strapi: Strapi, profile: Profile, uid: string): boolean => {
  const scope = scopeOf(strapi, profile, uid);
  if (scope.kind !== 'where') return false;
  return (profile.reaches.get(uid) ?? []).some(({ readFields }) => readFields !== null);
};

/** Only what the guest may read is selected; what he asked for beyond it is an error. */
const guardSelect = (strapi: Strapi, profile: Profile, uid: string, select: unknown): string[] | undefined => {
  const asked = typeof select === 'string' ? [select] : Array.isArray(select) ? (select as string[]) : undefined;
  if (asked && !asked.includes('*')) {
    const mayName = nameable(strapi, profile, uid);
    for (const name of asked) if (!mayName(name)) throw invalidKey(name);
    return asked;
  }
  if (!hidesFields(strapi, profile, uid)) return asked;
  const attributes = strapi.db.metadata.get(uid).attributes;
  const readable = readableFields(strapi, profile, uid);
  return Object.keys(attributes).filter(
    (name) =>
      attributes[name]?.type !== 'relation' &&
      (readable.has(name) || (systemFields as readonly string[]).includes(name))
  );
};

/** Sorting through a relation would order by rows that are hidden; sorting by a hidden field, by its values. */
const guardOrder = (strapi: Strapi, profile: Profile, uid: string, orderBy: unknown): void => {
  const mayName = nameable(strapi, profile, uid);
  const attributes = strapi.db.metadata.get(uid).attributes;
  const check = (name: string) => {
    if (!mayName(name) || attributes[name] === undefined || attributes[name].type === 'relation')
      throw invalidKey(name);
  };
  for (const entry of Array.isArray(orderBy) ? orderBy : [orderBy]) {
    if (typeof entry === 'string') check(entry);
    else if (isObject(entry)) Object.keys(entry).forEach(check);
  }
};

/** A search looks in every text column, so it is refused where some of them are hidden. */
const guardSearch = (strapi: Strapi, profile: Profile, uid: string): void => {
  const mayName = nameable(strapi, profile, uid);
  const attributes = modelOf(strapi, uid)?.attributes ?? {};
  const hidden = Object.entries(attributes).some(
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
  if (hidden) throw invalidKey('_q');
};

/** Strapi takes `true`, `['a', 'a.b']` and an object; the first two are put as the third. */
const toObject = (strapi: Strapi, uid: string, populate: unknown): Populate => {
  if (populate === true || populate === '*') {
    const attributes = strapi.db.metadata.get(uid).attributes;
    return Object.fromEntries(
      Object.keys(attributes)
        .filter((name) => attributes[name]?.type === 'relation')
        .map((name) => [name, true])
    );
  }
  if (typeof populate === 'string') return toObject(strapi, uid, [populate]);
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

/**
 * The populate tree under the guest's rules, at every depth. What he may not read is dropped, as Strapi drops what a role
 * may not. The row filter itself is handed down by the query engine (`enforce.ts`); here go conditions, order and fields.
 */
const guardPopulate = (strapi: Strapi, profile: Profile, uid: string, populate: unknown): Populate => {
  const mayName = nameable(strapi, profile, uid);
  const attributes = strapi.db.metadata.get(uid).attributes;
  const kept: Populate = {};
  for (const [name, value] of Object.entries(toObject(strapi, uid, populate))) {
    const attribute: unknown = attributes[name];
    if (value === false || !mayName(name) || !isObject(attribute)) continue;
    const target = typeof attribute['target'] === 'string' ? attribute['target'] : null;
    kept[name] =
      target === null ? guardMixed(strapi, profile, uid, name, value) : guardNode(strapi, profile, target, value);
  }
  return kept;
};

const guardNode = (strapi: Strapi, profile: Profile, target: string, value: unknown): Populate => {
  const node: Populate = isObject(value) ? { ...value } : {};
  // Strapi lets a node's own filter function stand in for the one handed down.
  delete node['filters'];
  return { ...node, ...guardQuery(strapi, profile, target, node) };
};

/**
 * A relation to several types, or a dynamic zone. What is asked of each type stands under `on`; what is asked of all of
 * them at once cannot be checked. Types that the guest does not reach are left out.
 */
const guardMixed = (strapi: Strapi, profile: Profile, uid: string, name: string, value: unknown): Populate => {
  const node = isObject(value) ? value : {};
  if (node['count'] || node['where'] || node['orderBy'] || node['select']) throw invalidKey(name);
  const known = modelOf(strapi, uid)?.attributes[name]?.components ?? [...profile.reaches.keys()];
  const asked = isObject(node['on']) ? node['on'] : Object.fromEntries(known.map((target) => [target, {}]));
  const shared = node['populate'] === undefined ? {} : { populate: node['populate'] };
  const on = Object.entries(asked)
    .filter(([target]) => known.includes(target))
    .map(([target, inner]) => [
      target,
      guardNode(strapi, profile, target, isObject(inner) ? { ...shared, ...inner } : shared),
    ]);
  return { on: Object.fromEntries(on) as Populate };
};

/** The parts of a query that a caller wrote, at the root or in a populate, under the guest's rules. */
export const guardQuery = (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  params: QueryParams & { _q?: unknown }
): QueryParams => {
  const guarded: QueryParams & { where?: Where } = {};
  if (params._q !== undefined && params._q !== null && params._q !== '') guardSearch(strapi, profile, uid);
  if (params.where !== undefined && params.where !== null)
    guarded.where = guardWhere(strapi, profile, uid, params.where);
  if (params.orderBy !== undefined && params.orderBy !== null) guardOrder(strapi, profile, uid, params.orderBy);
  const select = guardSelect(strapi, profile, uid, params.select);
  if (select) guarded.select = select;
  if (params.populate !== undefined && params.populate !== null && params.populate !== false) {
    guarded.populate = guardPopulate(strapi, profile, uid, params.populate);
  }
  return guarded;
};
