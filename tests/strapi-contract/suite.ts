import type { Strapi } from '../../server/src/kernel/strapi';

/** `absent`: there is nothing to be tried, as the site is without that part of Strapi. */
export type Tried = Promise<void | 'absent'>;

/** What is tried in a running Strapi, by name: a part throws where Strapi is not as we take it to be. */
export interface Suite {
  /** While Strapi is registered, as the last plugin would be. */
  onRegister?: (strapi: Strapi) => void;
  onBootstrap?: (strapi: Strapi) => Promise<void>;
  parts: Record<string, (strapi: Strapi, url: string) => Tried>;
}
