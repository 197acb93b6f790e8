import { failure } from './errors';
import {
  contentTypesOf,
  currentContext,
  isPanelRequest,
  isRelation,
  isStored,
  modelOf,
  onQueries,
  plainNames,
  PLUGIN,
  populateTree,
  systemFields,
  targetOf,
  type Populate,
  type QueryEvent,
  type QueryParams,
  type Strapi,
} from './strapi';
import { isSystem } from './system';

/*
 * What is private of our types is shown by our own pages alone. Strapi's panel reaches rows of ours by a site's relations and
 * components, and takes from its caller what to select, populate, sort and filter by; `private` is asked on the content API
 * only. So a hook on the query engine takes private columns out of what a request of the panel selects, at any depth, and
 * refuses to compare or sort by one. See `docs/decisions/0015-the-panel-s-guard.md`.
 */

export const isOurs = (uid: string): boolean => uid.startsWith(`plugin::${PLUGIN}.`);

const answersPanel = (strapi: Strapi): boolean => {
  const ctx = currentContext(strapi);
  return ctx !== undefined && isPanelRequest(ctx);
};

/** Strapi calls the language of a row private where a type has none. */
const bookkeeping = new Set<string>(systemFields);

const privateOf = (strapi: Strapi, uid: string): ReadonlySet<string> => {
  if (!isOurs(uid)) return new Set();
  const attributes = Object.entries(modelOf(strapi, uid)?.attributes ?? {});
  return new Set(
    attributes
      .filter(([name, one]) => one.private && one.type !== 'relation' && !bookkeeping.has(name))
      .map(([name]) => name)
  );
};

/** The names of private columns of any type of ours, as an alias of a table could be put before. */
const privateColumns = (strapi: Strapi): Set<string> =>
  new Set(
    contentTypesOf(strapi).flatMap(({ uid }) =>
      [...privateOf(strapi, uid)].flatMap((name) => [
        name,
        name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      ])
    )
  );

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);

const refused = (name: string): Error => failure('invalid_query', `Invalid key ${name}`, { key: name });

/** @throws 400 `invalid_query` where a condition or an order, at any depth, names a private attribute of ours */
const checkNames = (strapi: Strapi, uid: string, asked: unknown): void => {
  if (Array.isArray(asked)) return asked.forEach((one) => checkNames(strapi, uid, one));
  if (typeof asked === 'string') return checkName(strapi, uid, asked);
  if (!isPlain(asked)) return;
  for (const [key, inner] of Object.entries(asked)) {
    if (key.startsWith('$')) {
      if (isPlain(inner) || Array.isArray(inner)) checkConditions(strapi, uid, inner);
      continue;
    }
    checkName(strapi, uid, key);
    const target = targetOf(strapi, uid, key);
    if (target !== null) checkConditions(strapi, target, inner);
  }
};

/** What stands behind an operator or a relation: conditions, or values, which name nothing. */
const checkConditions = (strapi: Strapi, uid: string, inner: unknown): void => {
  for (const one of Array.isArray(inner) ? inner : [inner]) if (isPlain(one)) checkNames(strapi, uid, one);
};

const checkName = (strapi: Strapi, uid: string, key: string): void => {
  if (privateOf(strapi, uid).has(key)) throw refused(key);
  const [, column] = /^[^.]+\.([^.]+)$/.exec(key) ?? [];
  if (column !== undefined && privateColumns(strapi).has(column)) throw refused(key);
};

/** The columns that may be selected of a type of ours: those that were asked for, else all, without the private ones. */
const openColumns = (strapi: Strapi, uid: string, select: unknown): string[] => {
  const hidden = privateOf(strapi, uid);
  const asked = typeof select === 'string' ? [select] : Array.isArray(select) ? select.map(String) : ['*'];
  const names = asked.includes('*') ? plainNames(strapi, uid) : asked;
  const open = names.filter((name) => !hidden.has(name));
  return open.length > 0 ? open : ['id'];
};

/** The types that a relation without a target of its own can lead to. */
const candidates = (strapi: Strapi, uid: string, name: string): string[] =>
  modelOf(strapi, uid)?.attributes[name]?.components ?? contentTypesOf(strapi).map((model) => model.uid);

const guardNode = (strapi: Strapi, uid: string, node: Record<string, unknown>): Record<string, unknown> => ({
  ...node,
  ...guardParams(strapi, uid, node),
});

const guardMixed = (strapi: Strapi, uid: string, name: string, node: Record<string, unknown>): Populate => {
  const { on, ...shared } = node;
  const asked = isPlain(on) ? on : Object.fromEntries(candidates(strapi, uid, name).map((target) => [target, shared]));
  const guarded = Object.entries(asked).map(([target, inner]): [string, unknown] => [
    target,
    isStored(strapi, target) ? guardNode(strapi, target, isPlain(inner) ? inner : {}) : inner,
  ]);
  return { ...shared, on: Object.fromEntries(guarded) };
};

const guardPopulate = (strapi: Strapi, uid: string, populate: unknown): Populate => {
  const tree = Object.entries(populateTree(strapi, uid, populate)).map(([name, value]): [string, unknown] => {
    if (value === false || !isRelation(strapi, uid, name)) return [name, value];
    const node = isPlain(value) ? value : {};
    const target = targetOf(strapi, uid, name);
    return [name, target === null ? guardMixed(strapi, uid, name, node) : guardNode(strapi, target, node)];
  });
  return Object.fromEntries(tree);
};

/** What of a query is another one under the guard. @throws 400 `invalid_query` */
const guardParams = (strapi: Strapi, uid: string, params: QueryParams): QueryParams => {
  checkNames(strapi, uid, params.where);
  checkNames(strapi, uid, params.orderBy);
  if (typeof params.filters === 'object') checkNames(strapi, uid, params.filters);
  const guarded: QueryParams = {};
  if (isOurs(uid)) guarded.select = openColumns(strapi, uid, params.select);
  if (params.populate) guarded.populate = guardPopulate(strapi, uid, params.populate);
  return guarded;
};

/** Whether a query, at any depth, is about a type of ours. */
const concernsUs = (strapi: Strapi, uid: string, populate: unknown): boolean =>
  isOurs(uid) ||
  (Boolean(populate) &&
    Object.entries(populateTree(strapi, uid, populate)).some(([name, value]) => {
      if (value === false || !isRelation(strapi, uid, name)) return false;
      const node = isPlain(value) ? value : {};
      const target = targetOf(strapi, uid, name);
      if (target !== null) return concernsUs(strapi, target, node['populate']);
      const on = isPlain(node['on']) ? node['on'] : {};
      return [...candidates(strapi, uid, name), ...Object.keys(on)].some((one) => {
        const inner = on[one];
        return isStored(strapi, one) && concernsUs(strapi, one, isPlain(inner) ? inner['populate'] : node['populate']);
      });
    }));

/** Puts the guard under what requests of the panel read. What our own code reads in one, it reads as the system. */
export const guardPanel = (strapi: Strapi): void => {
  const guard = (event: QueryEvent): void => {
    if (isSystem() || !answersPanel(strapi)) return;
    const { model, params } = event;
    const guarded = guardParams(strapi, model.uid, params);
    // Other queries stay as they were written.
    if (concernsUs(strapi, model.uid, params.populate)) Object.assign(params, guarded);
  };
  onQueries(strapi, { beforeFindOne: guard, beforeFindMany: guard, beforeCount: guard });
};
