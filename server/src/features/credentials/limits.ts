import type { Context } from 'koa';
import { addressGroup, configOf, giveBack, take, type Limit, type Strapi } from '../../kernel';

const quarterSeconds = 15 * 60;

const linkFailures = (strapi: Strapi): Limit => ({
  name: 'password-link-failures',
  points: configOf(strapi).limits.keyFailuresPerAddress,
  seconds: quarterSeconds,
});

const confirmFailures = (strapi: Strapi): Limit => ({
  name: 'password-confirm',
  points: configOf(strapi).limits.passwordFailuresPerAccount,
  seconds: quarterSeconds,
});

/** Counts one before some work, and gives it back where that succeeds. @throws 429 `too_many_requests` */
const counted = async <T>(strapi: Strapi, limit: Limit, key: string, work: () => Promise<T>): Promise<T> => {
  if (!configOf(strapi).limits.enabled) return work();
  await take(strapi, limit, key);
  const result = await work();
  await giveBack(strapi, limit, key);
  return result;
};

/** Bounds how many links that are not good one address may try. */
export const countingLinks = <T>(strapi: Strapi, ctx: Context, work: () => Promise<T>): Promise<T> =>
  counted(strapi, linkFailures(strapi), addressGroup(ctx.ip), work);

/** Bounds how many wrong passwords may be shown inside a session, which somebody may have found open. */
export const countingConfirmations = <T>(strapi: Strapi, guestId: string, work: () => Promise<T>): Promise<T> =>
  counted(strapi, confirmFailures(strapi), guestId, work);
