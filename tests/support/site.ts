import type { Core } from '@strapi/strapi';

/** The one running site of a test run. */
export interface Site {
  strapi: Core.Strapi;
  /** Where it answers, without a slash at the end. */
  url: string;
  mail: { smtp: number; web: string };
  admin: { email: string; password: string };
  user: { email: string; password: string };
  /** Every line that the site has logged so far. */
  logs: string[];
}

declare global {
  /** Put there by tests/support/start/environment.ts. */
  var site: Site;
}
