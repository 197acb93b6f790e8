import type { Core } from '@strapi/strapi';
import type { Seeded } from '../../playground/src/seed';

/** The one running site of a test run. */
export interface Site extends Seeded {
  strapi: Core.Strapi;
  /** Where it answers, without a slash at the end. */
  url: string;
  mail: { smtp: number; web: string };
  /** The port on which the site looks for Google. */
  google: number;
  /** Every line that the site has logged so far. */
  logs: string[];
}

declare global {
  /** Put there by tests/support/start/environment.ts. */
  var site: Site;
}
