import type { Context } from 'koa';
import type { ErrorCode } from '../../../../contract';
import { addressGroup, codeOf, configOf, giveBack, take, type Limit, type Strapi } from '../../kernel';

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

interface Counter {
  readonly limit: Limit;
  readonly key: string;
  /** The error that stays counted. */
  readonly refusal: ErrorCode;
}

/**
 * Counts one before some work, and gives it back unless the work was refused: so the limit is also how much of it goes on at
 * once. @throws 429 `too_many_requests`
 */
const counted = async <T>(strapi: Strapi, { limit, key, refusal }: Counter, work: () => Promise<T>): Promise<T> => {
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

/** Bounds how many links that are not good one address may try, and how many that are it may use at once. */
export const countingLinks = <T>(strapi: Strapi, ctx: Context, work: () => Promise<T>): Promise<T> =>
  counted(strapi, { limit: linkFailures(strapi), key: addressGroup(ctx.ip), refusal: 'invalid_link' }, work);

/** Bounds how many wrong passwords may be shown inside a session, which somebody may have found open. */
export const countingConfirmations = <T>(strapi: Strapi, guestId: string, work: () => Promise<T>): Promise<T> =>
  counted(strapi, { limit: confirmFailures(strapi), key: guestId, refusal: 'wrong_password' }, work);
