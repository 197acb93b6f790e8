import { currentRequest, failure, showToHooks, type Strapi } from '../../../kernel';

/**
 * Strapi's database hooks can be switched off for the whole process (`strapi.db.lifecycles.disable()`, as a data transfer
 * does), and with them the row filter. So every read of a guest proves that the hook ran, and answers 503 if it did not.
 */
const runs = new WeakMap<object, number>();

const runsOf = (request: object): number => runs.get(request) ?? 0;

/** Called by the hook itself. */
export const hookRan = (strapi: Strapi): void => {
  const request = currentRequest(strapi);
  if (request) runs.set(request, runsOf(request) + 1);
};

const off = () => failure('row_security_off', 'The site is busy with maintenance. Please try again in a few minutes.');

/** Runs a read and throws away what it gave unless the hook ran meanwhile. */
export const proved = async <T>(strapi: Strapi, read: () => Promise<T>): Promise<T> => {
  const request = currentRequest(strapi);
  const before = request ? runsOf(request) : 0;
  const result = await read();
  if (!request || runsOf(request) === before) throw off();
  return result;
};

/** The content type that the probe names; nothing is read. */
const PROBE = 'plugin::guest-access.grant';

/** Asks the hook for a sign of life, without a query. @throws 503 `row_security_off` */
export const requireHook = async (strapi: Strapi): Promise<void> => {
  await proved(strapi, () => showToHooks(strapi, 'beforeCount', PROBE, {}));
};
