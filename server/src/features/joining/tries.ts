import type { Context } from 'koa';
import { addressGroup, codeOf, configOf, giveBack, take, type Limit, type Strapi } from '../../kernel';

/**
 * Counts tries of a link's secret by where they come from, before it is looked at; only those that are none of ours stay
 * counted. @throws 429 `too_many_requests`
 */
export const limitTries = async <T>(strapi: Strapi, ctx: Context, work: () => Promise<T>): Promise<T> => {
  const { enabled, keyFailuresPerAddress: points } = configOf(strapi).limits;
  if (!enabled) return work();
  const limit: Limit = { name: 'link-failures', points, seconds: 15 * 60 };
  const from = addressGroup(ctx.ip);
  await take(strapi, limit, from);
  try {
    const done = await work();
    await giveBack(strapi, limit, from);
    return done;
  } catch (error) {
    if (codeOf(error) !== 'invalid_link') await giveBack(strapi, limit, from);
    throw error;
  }
};
