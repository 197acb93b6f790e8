import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from '@strapi/utils';
import type { Context, Middleware } from 'koa';
import type { Strapi } from './app';

/** Puts a Koa middleware around what Strapi and the site answer. Called at register. */
export const useOnServer = (strapi: Strapi, middleware: Middleware): void => void strapi.server.use(middleware);

/**
 * Puts middlewares before all others, those too that other plugins registered before us, in the order given. To be called at
 * bootstrap: Strapi composes the application when it is asked for the first time.
 */
export const putFirst = (strapi: Strapi, ...middlewares: Middleware[]): void => {
  strapi.server.app.middleware.unshift(...middlewares);
};

/** All that answers requests, as a function of Node's. */
export const requestHandler = (
  strapi: Strapi
): ((request: IncomingMessage, response: ServerResponse) => Promise<void>) => strapi.server.app.callback();

/** Asks another server, by the proxy that the site is configured with (`server.proxy.fetch`). */
export const fetchOf = (strapi: Strapi): typeof fetch => strapi.fetch as typeof fetch;

export const onceListening = (strapi: Strapi, work: () => void): void => {
  strapi.server.httpServer.once('listening', work);
};

/** What a caller of the content API may do. */
export interface RouteAbility {
  can(action: string): boolean;
}

/** Who is asked who calls the content API, and then what they may. In the order of registration. */
export interface AuthStrategy {
  readonly name: string;
  authenticate(ctx: Context): Promise<{ authenticated: boolean; credentials?: object; ability?: RouteAbility }>;
  verify(auth: { ability?: RouteAbility }, route: { scope?: string[] | string }): Promise<void>;
}

export const registerStrategy = (strapi: Strapi, strategy: AuthStrategy): void => {
  strapi.auth.register('content-api', strategy as unknown as Parameters<Strapi['auth']['register']>[1]);
};

/** A route of Strapi's, as far as we read it. */
export interface Route {
  readonly method?: string;
  readonly path?: string;
  readonly info?: { type?: string; pluginName?: string };
  config?: { auth?: false | { scope?: string[]; strategies?: unknown[] }; middlewares?: unknown[] };
}

/** The route that answers a request; null before it is known, and where there is none. */
export const routeOf = (ctx: Context): Route | null => (ctx.state as { route?: Route } | undefined)?.route ?? null;

/** The one scope of a route; null where there is none, or several. */
export const scopeOfRoute = (route: Route | null): string | null => {
  const [scope, ...more] = (route?.config?.auth || undefined)?.scope ?? [];
  return scope !== undefined && more.length === 0 ? scope : null;
};

/** Whether a request was answered under an address that a plugin gave to the router itself, without a route of Strapi's. */
export const isRouted = (ctx: Context, path: string): boolean => ctx['_matchedRoute'] === path;

/**
 * Shows each route of the content API before it is made, with its path below the prefix of the API. Called at register.
 */
export const onContentRoutes = (strapi: Strapi, show: (route: Route, path: string) => void): void => {
  const api = strapi.server.api('content-api');
  const add = api.routes;
  api.routes = (router) => {
    const isList = Array.isArray(router);
    for (const route of isList ? router : router.routes) {
      const prefix = isList || 'prefix' in (route.config ?? {}) ? '' : (router.prefix ?? '');
      show(route as unknown as Route, prefix + route.path);
    }
    return add.call(api, router);
  };
};

/** Puts a middleware last on a route, right before its handler. */
export const putLastOnRoute = (route: Route, middleware: Middleware): void => {
  route.config = { ...route.config, middlewares: [...(route.config?.middlewares ?? []), middleware] };
};

/**
 * An error with a status that `@strapi/utils` has no class for, or none that Strapi leaves as it is. Strapi's error middleware
 * knows an error with a status by `instanceof HttpError`; that class is abstract, so its prototype is put under this one.
 */
export class StatusError extends Error {
  constructor(
    readonly status: number,
    name: string,
    message: string,
    readonly details: Record<string, unknown>
  ) {
    super(message);
    this.name = name;
  }
}
Object.setPrototypeOf(StatusError.prototype, errors.HttpError.prototype as object);
