import type { Knex } from 'knex';
import type { AccessAction } from '../../../../../contract';
import { FILE, hasDrafts, LOCALE, modelOf, toFilters, type Strapi, type Where } from '../../../kernel';
import { idsByRule, type Ids } from './rule-sql';
import { grantedResources } from './grants';
import { allows, type Profile, type Reach } from './profile';

/**
 * The rows of a content type that a guest may touch:
 * `free` not a matter of guests (Strapi's own bookkeeping, components of a row that is visible), `none` no row,
 * `where` the rows under a condition.
 */
export type Scope = { kind: 'free' } | { kind: 'none' } | { kind: 'where'; where: Where };

/**
 * How the condition is put. `lookup`: the visible ids are worked out first and rows looked up among them; good for counts,
 * and for a guest who sees few rows of a large table. `stream`: each row is checked as the query runs; good for the first
 * page of a guest who sees many.
 */
export type Form = { kind: 'lookup' } | { kind: 'stream'; rowId: Knex.Raw };

export const nothing: Where = { id: { $in: [] } };

/** What Strapi itself reads to answer any request. No route and no relation leads a guest there. */
export const isBookkeeping = (uid: string): boolean => uid.startsWith('strapi::') || uid === LOCALE;

/**
 * Components belong to a row that is visible, and files have public addresses anyway. Everything else is closed unless an
 * access type or a grant opens it: a content type made tomorrow, users, tokens, our own tables.
 */
export const isFree = (uid: string): boolean => isBookkeeping(uid) || !uid.includes('::') || uid === FILE;

const idsOf = (strapi: Strapi, profile: Profile, uid: string, reach: Reach, form: Form): Ids | null => {
  const { rule, drafts } = reach;
  if (rule.kind === 'all' || rule.kind === 'granted') return null;
  return idsByRule(strapi, profile.guest, uid, { rule, drafts }, form.kind === 'stream' ? form.rowId : undefined);
};

/** The condition of one way of reaching rows. An empty object: every row. */
const whereOf = (strapi: Strapi, profile: Profile, uid: string, reach: Reach, form: Form): Where => {
  const conditions: Where[] = [];
  const ids = idsOf(strapi, profile, uid, reach, form);
  if (ids) conditions.push({ id: { $in: ids } });
  if (reach.rule.kind === 'granted') {
    conditions.push({ documentId: { $in: grantedResources(strapi, profile.guest.documentId, uid) } });
  }
  const model = modelOf(strapi, uid);
  if (model && hasDrafts(model) && !reach.drafts) conditions.push({ publishedAt: { $notNull: true } });
  const [only, ...more] = conditions;
  return more.length > 0 ? { $and: conditions } : (only ?? {});
};

/** The rows of `uid` that the guest reaches with an action. */
export const scopeOf = (
  strapi: Strapi,
  profile: Profile,
  uid: string,
  action: AccessAction = 'find',
  form: Form = { kind: 'lookup' }
): Scope => {
  if (isFree(uid)) return { kind: 'free' };
  const conditions = (profile.reaches.get(uid) ?? [])
    .filter(allows(action))
    .map((reach) => whereOf(strapi, profile, uid, reach, form));
  const [only, ...more] = conditions;
  if (only === undefined) return { kind: 'none' };
  // Strapi drops an empty branch of an `$or`, and with it the way that leads to every row.
  if (conditions.some((one) => Object.keys(one).length === 0)) return { kind: 'where', where: {} };
  return { kind: 'where', where: more.length > 0 ? { $or: conditions } : only };
};

/**
 * The condition of a single way, for telling which of several some rows are reached by, as the `filters` of a query: it looks
 * at the rows that the query's own condition leaves, one by one.
 */
export const filterOfReach = (strapi: Strapi, profile: Profile, uid: string, reach: Reach) =>
  toFilters(strapi, ({ rowId }) => whereOf(strapi, profile, uid, reach, { kind: 'stream', rowId }));

/** A scope as a condition; undefined where there is none to add. */
export const toWhere = (scope: Scope): Where | undefined => {
  if (scope.kind === 'free') return undefined;
  return scope.kind === 'none' ? nothing : scope.where;
};
