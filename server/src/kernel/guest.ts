import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from 'koa';
import { currentContext, type Strapi } from './strapi';
import { isSystem } from './system';

/** The guest whose request is being answered. Plain data; what he may see is worked out by the feature `access`. */
export interface GuestPrincipal {
  readonly id: number;
  readonly documentId: string;
  /** Goes up with each change of the guest's access, and with each change of the settings. */
  readonly version: number;
  /** Whether the `contact` rule reaches all contacts of his contacts' companies. */
  readonly companyRecords: boolean;
  readonly sessionId: number;
  /** An editor who looks at the portal as this guest changes nothing. */
  readonly readOnly: boolean;
}

const principals = new WeakMap<object, GuestPrincipal>();

/** Marks a request as a guest's. Never `ctx.state.user`: Users & Permissions trusts that. */
export const setGuest = (ctx: Context, guest: GuestPrincipal): void => {
  principals.set(ctx.request.req, guest);
};

export const guestOf = (ctx: Context): GuestPrincipal | null => principals.get(ctx.request.req) ?? null;

const impersonation = new AsyncLocalStorage<GuestPrincipal>();

/** Runs something in a guest's name outside any request: the self-check of the row filter. */
export const actAs = <T>(guest: GuestPrincipal, work: () => Promise<T>): Promise<T> => impersonation.run(guest, work);

/** What stands for the running request of a guest: one object a request. */
export const currentRequest = (strapi: Strapi): object | undefined =>
  impersonation.getStore() ?? currentContext(strapi)?.request.req;

/** The guest in whose name the running code reads and writes: null outside a guest's request and inside `asSystem`. */
export const actingGuest = (strapi: Strapi): GuestPrincipal | null => {
  if (isSystem()) return null;
  const impersonated = impersonation.getStore();
  if (impersonated) return impersonated;
  const ctx = currentContext(strapi);
  return ctx ? guestOf(ctx) : null;
};
