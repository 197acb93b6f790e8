import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import type { Context, Next } from 'koa';
import { currentContext, type Strapi } from './strapi';
import { asCaller, isSystem } from './system';
import { sentBody } from './veil';

/** The guest whose request is being answered. Plain data; what they may see is worked out by the feature `access`. */
export interface GuestPrincipal {
  readonly id: number;
  readonly documentId: string;
  /** Goes up with each change of the guest's access, and with each change of the settings. */
  readonly version: number;
  /** Whether the `contact` rule reaches all contacts of their contacts' companies. */
  readonly companyRecords: boolean;
  readonly sessionId: number;
  /** An editor who looks at the portal as this guest changes nothing. */
  readonly readOnly: boolean;
}

const principals = new WeakMap<object, GuestPrincipal>();

/** What has still to happen before nobody works for a request any more: its code to end, and its answer to be sent. */
const pending = new WeakMap<object, Set<'code' | 'answer'>>();

/** Marks a request as a guest's. Never `ctx.state.user`: Users & Permissions trusts that. */
export const setGuest = (ctx: Context, guest: GuestPrincipal): void => {
  const request = ctx.request.req;
  principals.set(request, guest);
  if (pending.has(request)) ctx.res.once('close', () => pending.get(request)?.delete('answer'));
};

export const guestOf = (ctx: Context): GuestPrincipal | null => principals.get(ctx.request.req) ?? null;

/** Koa reads a body after the last middleware, outside the request's context: what a stream reads then is read in it. */
const readInRequest = (body: Readable): void => {
  const inRequest = AsyncLocalStorage.snapshot();
  const read = body._read.bind(body);
  const destroy = body._destroy.bind(body);
  body._read = (size) => inRequest(() => read(size));
  body._destroy = (error, done) => inRequest(() => destroy(error, done));
};

/**
 * Koa middleware that knows when a request is over. What was started in it and goes on afterwards (a timer, a queue's next
 * job, a cache that fills itself) is still found in its context, and must not be taken for the guest.
 * Both have to be: a guest who hangs up does not set free what runs for them, and a body that is streamed after the last
 * middleware is still theirs.
 */
export const watchRequest = async (ctx: Context, next: Next): Promise<void> => {
  const request = ctx.request.req;
  pending.set(request, new Set(['code', 'answer']));
  try {
    await next();
    const body = sentBody(ctx);
    if (guestOf(ctx) !== null && body instanceof Readable) readInRequest(body);
  } finally {
    pending.get(request)?.delete('code');
  }
};

const isOver = (request: object): boolean => pending.get(request)?.size === 0;

/** A guest in whose name something runs outside any request, as long as it does. */
interface Impersonation {
  readonly guest: GuestPrincipal;
  over: boolean;
}
const impersonation = new AsyncLocalStorage<Impersonation>();

/** Runs something in a guest's name outside any request: the self-check of the row filter. */
export const actAs = async <T>(guest: GuestPrincipal, work: () => Promise<T>): Promise<T> => {
  const acting = { guest, over: false };
  try {
    return await impersonation.run(acting, work);
  } finally {
    acting.over = true;
  }
};

/**
 * Runs some work in a guest's name, also inside `asSystem`, with all that it starts: what goes on after its end stays theirs, so
 * that a forgotten `await` reads nothing past their row security.
 */
export const inNameOf = <T>(guest: GuestPrincipal, work: () => Promise<T>): Promise<T> =>
  asCaller(() => impersonation.run({ guest, over: false }, work));

/** What stands for the running request of a guest: one object a request. */
export const currentRequest = (strapi: Strapi): object | undefined =>
  impersonation.getStore() ?? currentContext(strapi)?.request.req;

/**
 * The guest in whose name the running code reads and writes: null outside a guest's request, once it is over, and inside
 * `asSystem`.
 */
export const actingGuest = (strapi: Strapi): GuestPrincipal | null => {
  if (isSystem()) return null;
  const acting = impersonation.getStore();
  if (acting && !acting.over) return acting.guest;
  const ctx = currentContext(strapi);
  return ctx && !isOver(ctx.request.req) ? guestOf(ctx) : null;
};
