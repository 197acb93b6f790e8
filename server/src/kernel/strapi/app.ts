import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';

/** The running Strapi. Everything is given it; nothing reads the global. */
export type Strapi = Core.Strapi;

export const PLUGIN = 'guest-access';

/** The request that is being answered, or undefined in a job, a migration or at boot. */
export const currentContext = (strapi: Strapi): Context | undefined =>
  strapi.requestContext.get() as Context | undefined;
