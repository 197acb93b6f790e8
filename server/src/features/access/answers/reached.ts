import type { Context, Next } from 'koa';
import {
  graphqlPath,
  guestOf,
  onContentRoutes,
  putLastOnRoute,
  routeOf,
  scopeOfRoute,
  type Strapi,
} from '../../../kernel';
import { trialOf } from './trial';

/** Requests whose route's handler was reached, by Node's request. */
const reached = new WeakSet<object>();
/** Configurations of routes that tell whether they are reached. */
const telling = new WeakSet<object>();

/** A route by which rows of content, or our own answers, are read. */
export interface Way {
  /** The one scope of the route, `api::task.task.findOne`. */
  readonly scope: string;
  /** Below the prefix of the API, `/tasks/:id`. */
  readonly path: string;
}
const ways = new WeakMap<Strapi, Way[]>();

export const waysOf = (strapi: Strapi): readonly Way[] => ways.get(strapi) ?? [];

/**
 * The last middleware of a route: what stands between this and the outermost one may have answered in the handler's place. A
 * trial is answered here, so that it reads nothing.
 */
const tell = (ctx: Context, next: Next): Promise<unknown> => {
  reached.add(ctx.req);
  const trial = trialOf(ctx);
  if (trial === null) return next();
  ctx.body = { data: { documentId: trial.name }, meta: {} };
  return Promise.resolve();
};

export const wasReached = (request: object): boolean => reached.has(request);

/** Lets each route of the content API tell when it is reached. Called before the routes are made, at register. */
export const watchRoutes = (strapi: Strapi): void => {
  const known: Way[] = [];
  ways.set(strapi, known);
  onContentRoutes(strapi, (route, path) => {
    putLastOnRoute(route, tell);
    if (route.config) telling.add(route.config);
    const scope = scopeOfRoute(route);
    if (route.method === 'GET' && scope !== null) known.push({ scope, path });
  });
};

export const apiPrefix = (strapi: Strapi): string => strapi.config.get<string>('api.rest.prefix', '/api');

/** As the router matches: whatever the case. */
const isBelow = (path: string, prefix: string): boolean =>
  `${path}/`.toLowerCase().startsWith(`${prefix}/`.toLowerCase());

const isGraphql = (strapi: Strapi, ctx: Context): boolean => {
  const path = graphqlPath(strapi);
  return path !== null && isBelow(ctx.path, path);
};

/** Whether content, or what our own routes show, is asked for here. */
export const isContentPath = (strapi: Strapi, ctx: Context): boolean =>
  isGraphql(strapi, ctx) || isBelow(ctx.path, apiPrefix(strapi));

/**
 * Whether the answer to a request with a guest's token comes from where rows are filtered: our strategy knew the guest, and
 * the route's own handler was reached. What brings no data, and what is no matter of guests (a file, a route without a login),
 * passes.
 */
export const isProved = (strapi: Strapi, ctx: Context): boolean => {
  const brings = ctx.status === 304 || (ctx.status >= 200 && ctx.status < 300);
  if (!brings || ctx.method === 'OPTIONS' || !isContentPath(strapi, ctx)) return true;
  const route = routeOf(ctx);
  if (route?.config?.auth === false && !isGraphql(strapi, ctx)) return true;
  const tells = route?.config !== undefined && telling.has(route.config);
  return guestOf(ctx) !== null && (!tells || wasReached(ctx.req));
};
