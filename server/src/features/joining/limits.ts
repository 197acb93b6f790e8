import type { Context } from 'koa';
import { addressGroup, configOf, counted, type Strapi } from '../../kernel';

/** Bounds how many secrets of links that are none of ours, or not good any more, one address may try. @throws 429 */
export const limitTries = <T>(strapi: Strapi, ctx: Context, work: () => Promise<T>): Promise<T> => {
  const limit = { name: 'link-failures', points: configOf(strapi).limits.keyFailuresPerAddress, seconds: 15 * 60 };
  return counted(strapi, { limit, key: addressGroup(ctx.ip), refusal: 'invalid_link' }, work);
};
