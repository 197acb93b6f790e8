import { isIPv6 } from 'node:net';
import {
  RateLimiterMemory,
  RateLimiterMySQL,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { ErrorCode } from '../../../contract';
import { configOf } from './config';
import { codeOf, failure } from './errors';
import { databaseNameOf, databaseOf, knexOf, schemaNameOf, type Strapi } from './strapi';

const TABLE = 'guest_access_limits';

export interface Limit {
  /** Names the counter; short. */
  readonly name: string;
  readonly points: number;
  readonly seconds: number;
}

/**
 * A counter that all instances of the site share: in its database, or in memory on SQLite, which has one instance.
 */
const limiterOf = (strapi: Strapi, { name, points, seconds }: Limit): Promise<RateLimiterAbstract> => {
  const options = { keyPrefix: name, points, duration: seconds };
  const client = databaseOf(strapi);
  if (client === 'sqlite') return Promise.resolve(new RateLimiterMemory(options));
  const shared = { ...options, storeClient: knexOf(strapi), storeType: 'knex', tableName: TABLE };
  return new Promise((resolve, reject) => {
    const ready = (error?: Error) => (error ? reject(error) : resolve(limiter));
    const limiter: RateLimiterAbstract =
      client === 'postgres'
        ? new RateLimiterPostgres({ ...shared, schemaName: schemaNameOf(strapi) }, ready)
        : new RateLimiterMySQL({ ...shared, dbName: databaseNameOf(strapi) }, ready);
  });
};

const limiters = new WeakMap<Strapi, Map<string, Promise<RateLimiterAbstract>>>();

const known = (strapi: Strapi, limit: Limit): Promise<RateLimiterAbstract> => {
  const all = limiters.get(strapi) ?? new Map<string, Promise<RateLimiterAbstract>>();
  limiters.set(strapi, all);
  const found = all.get(limit.name) ?? limiterOf(strapi, limit);
  all.set(limit.name, found);
  found.catch(() => all.delete(limit.name));
  return found;
};

/** The eight groups of an IPv6 address. */
export const groupsOfIpv6 = (ip: string): string[] => {
  const [head = '', tail] = ip.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  return [...left, ...gap, ...right];
};

/** The IPv4 address that an IPv6 one stands for; null where it stands for none. */
export const mappedIpv4 = (ip: string): string | null => /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? null;

/** What a stranger's address counts as: an IPv6 network of /64 is one person's. */
export const addressGroup = (ip: string): string =>
  isIPv6(ip) ? (mappedIpv4(ip) ?? `${groupsOfIpv6(ip).slice(0, 4).join(':')}::/64`) : ip;

const refuse = (milliseconds: number): Error => {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return failure('too_many_requests', 'Too many attempts. Please try again later.', { retryAfterSeconds: seconds });
};

/**
 * Counts one, before what it is about is looked at: of many at once no more than the limit get through.
 * @returns how many have been counted, with this one
 * @throws 429 `too_many_requests` where the counter has run out
 */
export const take = async (strapi: Strapi, limit: Limit, key: string): Promise<number> => {
  try {
    return (await (await known(strapi, limit)).consume(key)).consumedPoints;
  } catch (error) {
    throw error instanceof RateLimiterRes ? refuse(error.msBeforeNext) : error;
  }
};

/** Gives back what was counted for an attempt that was none to be limited. */
export const giveBack = async (strapi: Strapi, limit: Limit, key: string): Promise<void> => {
  await (await known(strapi, limit)).reward(key);
};

/** What some work is counted by. */
export interface Counter {
  readonly limit: Limit;
  readonly key: string;
  /** The error that stays counted. */
  readonly refusal: ErrorCode;
}

/**
 * Counts one before some work, and gives it back unless the work was refused: so the limit is also how much of it goes on at
 * once. Does nothing beside the work where the limits are off. @throws 429 `too_many_requests`
 */
export const counted = async <T>(
  strapi: Strapi,
  { limit, key, refusal }: Counter,
  work: () => Promise<T>
): Promise<T> => {
  if (!configOf(strapi).limits.enabled) return work();
  await take(strapi, limit, key);
  try {
    const result = await work();
    await giveBack(strapi, limit, key);
    return result;
  } catch (error) {
    if (codeOf(error) !== refusal) await giveBack(strapi, limit, key);
    throw error;
  }
};
