import type { Context } from 'koa';
import { Readable } from 'node:stream';
import {
  isForAdmin,
  type BodyOf,
  type Endpoint,
  type ErrorCode,
  type FileEndpoint,
  type ParamsOf,
  type QueryOf,
  type ResponseOf,
  type StreamEndpoint,
} from '../../../contract';
import { heldToContract } from './answers';
import { failure } from './errors';
import { Download, sendDownload } from './files/download';
import { guestOf, type GuestPrincipal } from './guest';
import { parse } from './parse';
import { sendStream } from './stream/send';
import { PLUGIN, type Strapi } from './strapi';

export interface Call<E extends Endpoint> {
  readonly strapi: Strapi;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** For headers, cookies and the caller's address; input comes from the three above. */
  readonly ctx: Context;
}

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<ResponseOf<E> | void>;

/** An endpoint of the contract with what answers it. The audience stands in the endpoint: no route is without one. */
export interface HandledEndpoint {
  readonly endpoint: Endpoint;
  /** Asked first; an error it throws is the answer. */
  readonly guard?: (strapi: Strapi) => Promise<void>;
  readonly answer: (strapi: Strapi, ctx: Context) => Promise<unknown>;
}

/** @param bodyError the code of a body that its schema refuses */
export const handle = <E extends Endpoint>(
  endpoint: E,
  handler: Handler<E>,
  bodyError: ErrorCode = 'invalid_body'
): HandledEndpoint => ({
  endpoint,
  answer: async (strapi, ctx) => {
    const params: ParamsOf<E> = await parse(endpoint.params, namedParams(ctx), 'invalid_params');
    const query: QueryOf<E> = await parse(endpoint.query, ctx.query, 'invalid_query');
    const body: BodyOf<E> = await parse(endpoint.body, bodyOf(ctx), bodyError);
    return handler({ strapi, params, query, body, ctx });
  },
});

/** @param open the body of the stream; it ends where its reader goes */
export const handleStream = (
  endpoint: StreamEndpoint,
  open: (call: Pick<Call<Endpoint>, 'strapi' | 'ctx'>) => Promise<Readable>
): HandledEndpoint => ({
  endpoint,
  answer: async (strapi, ctx) => {
    await parse(endpoint.query, ctx.query, 'invalid_query');
    return open({ strapi, ctx });
  },
});

/** @param open the file; it begins to be sent before all of it is read */
export const handleFile = <Query extends FileEndpoint['query']>(
  endpoint: FileEndpoint<Query>,
  open: (call: Pick<Call<FileEndpoint<Query>>, 'strapi' | 'ctx' | 'query'>) => Promise<Download>
): HandledEndpoint => ({
  endpoint,
  answer: async (strapi, ctx) => {
    const query: QueryOf<FileEndpoint<Query>> = await parse(endpoint.query, ctx.query, 'invalid_query');
    return open({ strapi, ctx, query });
  },
});

/** Refuses every endpoint of a list where its guard throws, before any input is looked at. */
export const guarded = (guard: (strapi: Strapi) => Promise<void>, endpoints: HandledEndpoint[]): HandledEndpoint[] =>
  endpoints.map((one) => ({ ...one, guard }));

/** The router also puts the unnamed groups of its prefix among the parameters, by number. */
const namedParams = (ctx: Context): Record<string, unknown> => {
  const { params } = ctx as { params?: Record<string, unknown> };
  return Object.fromEntries(Object.entries(params ?? {}).filter(([name]) => !/^\d+$/.test(name)));
};

/** What was sent; a request without a body has sent nothing. */
const bodyOf = (ctx: Context): unknown => (ctx.request as { body?: unknown }).body ?? {};

/** The guest of a call to an endpoint with the audience `guest`. */
export const requireGuest = (ctx: Context): GuestPrincipal => {
  const guest = guestOf(ctx);
  if (guest === null) throw failure('invalid_session', 'Your session has ended. Please log in again.');
  return guest;
};

/** RFC 9110, 10.2.3: a 429 says in how many seconds to come back. */
const sayWhenToRetry = (ctx: Context, error: unknown): void => {
  if (!(error instanceof Error) || !('details' in error)) return;
  const { retryAfterSeconds } = error.details as { retryAfterSeconds?: unknown };
  if (typeof retryAfterSeconds === 'number') ctx.set('Retry-After', String(retryAfterSeconds));
};

/** Refuses an editor who only looks. @throws 403 `write_not_allowed` */
const requireOwnHand = (ctx: Context): void => {
  if (requireGuest(ctx).readOnly) throw failure('write_not_allowed', 'A preview is for looking only.');
};

/** The scope that a guest's session is asked for on our own guest routes. */
export const GUEST_SCOPE = `plugin::${PLUGIN}.guest`;
export const GUEST_STRATEGY = PLUGIN;

export interface StrapiRoute {
  method: string;
  path: string;
  handler: (ctx: Context) => Promise<void>;
  config: Record<string, unknown>;
}

const configOf = (endpoint: Endpoint): Record<string, unknown> => {
  const { audience } = endpoint;
  if (audience === 'public') return { auth: false };
  if (audience === 'guest') return { auth: { scope: [GUEST_SCOPE], strategies: [GUEST_STRATEGY] } };
  if (audience === 'admin') return { policies: ['admin::isAuthenticatedAdmin'] };
  return {
    policies: [
      'admin::isAuthenticatedAdmin',
      { name: 'admin::hasPermissions', config: { actions: [`plugin::${PLUGIN}.${audience.admin}`] } },
    ],
  };
};

const toRoute = (strapi: Strapi, { endpoint, guard, answer }: HandledEndpoint): StrapiRoute => ({
  method: endpoint.method,
  path: endpoint.path,
  handler: async (ctx) => {
    await guard?.(strapi);
    if (endpoint.audience === 'guest' && endpoint.method !== 'GET' && !endpoint.inPreview) requireOwnHand(ctx);
    ctx.set('Cache-Control', 'private, no-store');
    const answered = await answer(strapi, ctx).catch((error: unknown) => {
      sayWhenToRetry(ctx, error);
      throw error;
    });
    if (answered instanceof Readable) return sendStream(ctx, answered);
    if (answered instanceof Download) return sendDownload(ctx, answered);
    const data = heldToContract(strapi, endpoint, answered);
    if (endpoint.accepted) {
      ctx.status = 202;
      ctx.body = { data: {} };
      return;
    }
    if (data === undefined) {
      ctx.status = 204;
      return;
    }
    ctx.status = 200;
    ctx.body = endpoint.bare ? data : { data };
  },
  config: configOf(endpoint),
});

/** Strapi's two routers, of all endpoints: the admin panel's under `/guest-access`, the guests' under `/api/guest-access`. */
export const toRouters = (endpoints: HandledEndpoint[]) => ({
  admin: ({ strapi }: { strapi: Strapi }) => ({
    type: 'admin' as const,
    routes: endpoints.filter(({ endpoint }) => isForAdmin(endpoint)).map((one) => toRoute(strapi, one)),
  }),
  'content-api': ({ strapi }: { strapi: Strapi }) => ({
    type: 'content-api' as const,
    routes: endpoints.filter(({ endpoint }) => !isForAdmin(endpoint)).map((one) => toRoute(strapi, one)),
  }),
});
