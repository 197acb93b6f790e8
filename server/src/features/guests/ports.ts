import type { Knex } from 'knex';
import type { Context } from 'koa';
import type { AdminKey } from '../../../../contract';
import type { GuestPrincipal, Strapi } from '../../kernel';

/** What the keys know of guests. */
export interface KeyPort {
  /** The documentIds of the guests who have a live key, or one of a term, as a sub-query of the column `guest`. */
  guestsWithKey(strapi: Strapi, term?: 'soon' | 'open-ended'): Knex.QueryBuilder;
  /** When the keys of some guests end, expired or not, null for never; who has none is missing. */
  keyEndsOf(strapi: Strapi, guestIds: readonly string[]): Promise<Map<string, string | null>>;
  /** A guest's key as an editor sees it, expired or not; null where there is none. */
  keyOf(strapi: Strapi, guestId: string): Promise<AdminKey | null>;
}

/** What the sessions know of guests. */
export interface SessionPort {
  /** Whose session comes with a request to an endpoint that is open to all; null for nobody's. */
  guestOfRequest(strapi: Strapi, ctx: Context): Promise<GuestPrincipal | null>;
}

let keys: KeyPort | null = null;
let sessions: SessionPort | null = null;

/** Called once, at register, by the feature that keeps the keys. */
export const provideKeyPort = (given: KeyPort): void => {
  keys = given;
};

/** Called once, at register, by the feature that keeps the sessions. */
export const provideSessionPort = (given: SessionPort): void => {
  sessions = given;
};

/** @throws where nothing was registered: the features stand in another order than they must */
export const keyPort = (): KeyPort => {
  if (keys === null) throw new Error('Nobody says who has a key');
  return keys;
};

/** @throws as `keyPort` */
export const sessionPort = (): SessionPort => {
  if (sessions === null) throw new Error('Nobody says whose session it is');
  return sessions;
};
