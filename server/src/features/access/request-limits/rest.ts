import type { Context } from 'koa';
import { contentQueryKeys, failure, modelOf, routeOf, scopeOfRoute, type Strapi } from '../../../kernel';
import { startBudget } from './budget';
import { checkArguments, checkData, defaultRowsOf, pageSizeOf, Question, questionEntriesMax } from './limits';

/** What a guest may put into the address of a content request. `filters` and `populate` are looked at row by row later. */
const queryKeys = new Set<string>(contentQueryKeys);
/** A write takes only what its answer is made of: conditions on what is written would ask about hidden rows. */
const writeQueryKeys = new Set(['fields', 'populate', 'locale', 'status']);

const contentAction = /^[a-z0-9-]+::[a-z0-9-]+\.[a-z0-9-]+\.(find|findOne|create|update|delete)$/;
const writeAction = /\.(create|update|delete)$/;
const bodyAction = /\.(create|update)$/;

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const invalidQuery = (key: string): Error => failure('invalid_query', `Invalid parameter ${key}`, { key });

/** The parser of queries drops what comes after a thousand parameters without a word. @throws 400 `invalid_query` */
const checkQueryString = (text: string): void => {
  if (text.split('&').length > questionEntriesMax) throw invalidQuery('query');
};

/** Strapi walks into a component that is not there. */
const checkComponents = (strapi: Strapi, value: unknown): void => {
  if (typeof value !== 'object' || value === null) return;
  if (
    '__component' in value &&
    (typeof value.__component !== 'string' || modelOf(strapi, value.__component)?.modelType !== 'component')
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
  checkData(body['data']);
  checkComponents(strapi, body['data']);
};

/** The single content action that a route is for, `api::task.task.find`, or null on every other route. */
const contentActionOf = (ctx: Context): string | null => {
  const scope = scopeOfRoute(routeOf(ctx));
  return scope !== null && contentAction.test(scope) ? scope : null;
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
  checkQueryString(ctx.querystring);
  checkArguments(query, new Question());
  if (action.endsWith('.find')) pageSizeOf(query['pagination'], defaultRowsOf(strapi.config.get('api.rest', {}), 25));
  for (const key of ['locale', 'status', '_q']) {
    if (query[key] !== undefined && typeof query[key] !== 'string') throw invalidQuery(key);
  }
  startBudget(ctx);
  if (bodyAction.test(action)) checkBody(strapi, (ctx.request as { body?: unknown }).body);
};
