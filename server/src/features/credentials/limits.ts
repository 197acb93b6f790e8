import type { Context } from 'koa';
import { addressGroup, configOf, counted, type Limit, type Strapi } from '../../kernel';

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

const linkPasswords = (strapi: Strapi): Limit => ({ ...confirmFailures(strapi), name: 'password-at-link' });

/** Bounds how many links that are not good one address may try, and how many that are it may use at once. */
export const countingLinks = <T>(strapi: Strapi, ctx: Context, work: () => Promise<T>): Promise<T> =>
  counted(strapi, { limit: linkFailures(strapi), key: addressGroup(ctx.ip), refusal: 'invalid_link' }, work);

/** Bounds how many wrong passwords may be shown inside a session, which somebody may have found open. */
export const countingConfirmations = <T>(strapi: Strapi, guestId: string, work: () => Promise<T>): Promise<T> =>
  counted(strapi, { limit: confirmFailures(strapi), key: guestId, refusal: 'wrong_password' }, work);

/**
 * Bounds how many wrong passwords whoever has a link to confirm an address may show. Counted apart, so that they do not use up
 * what the guest may show inside a session.
 */
export const countingAtLink = <T>(strapi: Strapi, guestId: string, work: () => Promise<T>): Promise<T> =>
  counted(strapi, { limit: linkPasswords(strapi), key: guestId, refusal: 'wrong_password' }, work);
