import type { HandledEndpoint } from './routes';
import type { Schedule } from './schedule';
import type { Strapi } from './strapi';
import type { Table } from './tables';

/**
 * A feature is a partial plugin: what it adds to the keys that Strapi knows. `features.ts` lists them in order, and the
 * entry point spreads them.
 */
export interface Feature {
  readonly name: string;
  /** By singular name, as Strapi wants them: `{ contact: { schema } }`. */
  readonly contentTypes?: Record<string, { schema: object }>;
  /** Tables that Strapi does not know. They are there before `bootstrap`. */
  readonly tables?: readonly Table[];
  /** What is done at times, once in the whole cluster. */
  readonly schedules?: readonly Schedule[];
  readonly endpoints?: HandledEndpoint[];
  /** Offered to a site's own code as `strapi.service('plugin::guest-access.<name>')`. */
  readonly services?: Record<string, (context: { strapi: Strapi }) => object>;
  readonly register?: (strapi: Strapi) => void | Promise<void>;
  readonly bootstrap?: (strapi: Strapi) => void | Promise<void>;
  readonly destroy?: (strapi: Strapi) => void | Promise<void>;
}
