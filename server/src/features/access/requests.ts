import type { Context } from 'koa';
import { failure, type Strapi } from '../../kernel';

/** What a guest may put into the address of a content request. `filters` and `populate` are looked at row by row later. */
const queryKeys = new Set(['fields', 'populate', 'filters', 'sort', 'pagination', 'locale', 'status', '_q']);
/** A write takes only what its answer is made of: conditions on what is written would ask about hidden rows. */
const writeQueryKeys = new Set(['fields', 'populate', 'locale', 'status']);
const paginationKeys = new Set(['page', 'pageSize', 'start', 'limit', 'withCount']);
const pageRowsMax = 250;
/** Above this many entries a query is an attack on the database, not a question. */
const queryEntriesMax = 300;

const contentAction = /^[a-z0-9-]+::[a-z0-9-]+\.[a-z0-9-]+\.(find|findOne|create|update|delete)$/;
const writeAction = /\.(create|update|delete)$/;
const bodyAction = /\.(create|update)$/;

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalidQuery = (key: string): Error => failure('invalid_query', `Invalid parameter ${key}`, { key });

/**
 * How deep a part of a query goes: levels of objects, and two for each dot of a path. Below `filters` the texts are values,
 * elsewhere they are paths too. Strapi's own checks take time that doubles with each relation of a path, so that one long
 * address would stop the whole site.
 */
export const depthOf = (value: unknown, texts: 'paths' | 'values'): number => {
  if (typeof value === 'string') return texts === 'values' ? 0 : Math.max(...value.split(',').map(dotsOf)) * 2;
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.entries(value).map(
    ([key, one]) => depthOf(one, key === 'filters' ? 'values' : texts) + dotsOf(key) * 2
  );
  return Math.max(0, ...inner) + (Array.isArray(value) ? 0 : 1);
};

const dotsOf = (path: string): number => path.split('.').length - 1;

/** Five relations of a populate, five relations and some operators of a condition. */
export const queryDepthMax = 12;

const countEntries = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce((sum: number, inner) => sum + countEntries(inner), 1)
    : 1;

const checkPagination = (pagination: unknown): void => {
  if (pagination === undefined) return;
  if (!isPlainObject(pagination)) throw invalidQuery('pagination');
  for (const [key, value] of Object.entries(pagination)) {
    if (!paginationKeys.has(key) || typeof value !== 'string') throw invalidQuery(`pagination[${key}]`);
    if (key === 'withCount') continue;
    const number = Number(value);
    const isRowCount = key === 'pageSize' || key === 'limit';
    const isFine =
      Number.isInteger(number) && number >= (key === 'start' ? 0 : 1) && (!isRowCount || number <= pageRowsMax);
    if (!isFine) throw invalidQuery(`pagination[${key}]`);
  }
};

/** Strapi walks into a component that is not there. */
const checkComponents = (strapi: Strapi, value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  if (
    '__component' in value &&
    (typeof value.__component !== 'string' || !Object.hasOwn(strapi.components, value.__component))
  ) {
    throw failure('invalid_body', '__component: there is no such component', { key: '__component' });
  }
  for (const inner of Object.values(value)) checkComponents(strapi, inner);
};

const checkBody = (strapi: Strapi, body: unknown): void => {
  if (!isPlainObject(body)) throw failure('invalid_body', 'The body must be an object');
  for (const key of Object.keys(body)) {
    if (key !== 'data') throw failure('invalid_body', `Invalid key ${key}`, { key });
  }
  if (!isPlainObject(body['data'])) throw failure('invalid_body', 'data: an object');
  checkComponents(strapi, body['data']);
};

/** The single content action that a route is for, `api::task.task.find`, or null on every other route. */
const contentActionOf = (ctx: Context): string | null => {
  const { route } = ctx.state as { route?: { config?: { auth?: { scope?: string[] } | false } } };
  const auth = route?.config?.auth;
  const [scope, ...more] = auth ? (auth.scope ?? []) : [];
  return scope !== undefined && more.length === 0 && contentAction.test(scope) ? scope : null;
};

/**
 * Looks at the form of a guest's request for content before Strapi does: only keys that are known, bounded in size.
 * Strapi itself lets unknown keys through (its `strictParams` is off by default), which was CVE-2026-27886.
 * @throws 400 `invalid_query` or `invalid_body`
 */
export const checkContentRequest = (strapi: Strapi, ctx: Context): void => {
  const action = contentActionOf(ctx);
  if (action === null) return;
  const query = ctx.query as Record<string, unknown>;
  const known = writeAction.test(action) ? writeQueryKeys : queryKeys;
  for (const key of Object.keys(query)) if (!known.has(key)) throw invalidQuery(key);
  if (countEntries(query) > queryEntriesMax) throw invalidQuery('query');
  for (const key of ['populate', 'filters', 'sort', 'fields']) {
    if (depthOf(query[key], key === 'filters' ? 'values' : 'paths') > queryDepthMax) throw invalidQuery(key);
  }
  checkPagination(query['pagination']);
  for (const key of ['locale', 'status', '_q']) {
    if (query[key] !== undefined && typeof query[key] !== 'string') throw invalidQuery(key);
  }
  if (bodyAction.test(action)) checkBody(strapi, (ctx.request as { body?: unknown }).body);
};
