import { AsyncLocalStorage } from 'node:async_hooks';
import { actingGuest, queryOf, type Strapi } from '../../../kernel';
import { guardQuery } from './params';
import { profileOf } from '../policy/profile';
import { scopeOf } from '../policy/scope';
import type { Asker } from './where';

const inCall = new AsyncLocalStorage<true>();

/**
 * Around a read by the document service. The outer call is the guest's own, and is judged by the names in it before anybody
 * else adds to it: what a document middleware puts beside, or asks meanwhile, is then not theirs.
 * @throws 400 `invalid_query` where it names what the guest may not read.
 */
export const judgeOwn =
  (strapi: Strapi) =>
  async (uid: string, params: object, read: () => Promise<unknown>): Promise<unknown> => {
    const guest = inCall.getStore() ? null : actingGuest(strapi);
    if (guest !== null) {
      const profile = await profileOf(strapi, guest);
      const isThere = scopeOf(strapi, profile, uid).kind !== 'none';
      if (isThere) guardQuery(strapi, profile, uid, queryOf(strapi, uid, params), 'own');
    }
    return inCall.run(true, read);
  };

/**
 * Who asks a query that has come to the database. In a call of the document service its own names have been judged: what is
 * there beyond is others'. In none, it is taken for the guest's: GraphQL's relations are, and the condition of a site's
 * controller may be. To mistake one for the other shows nothing: both are kept to what the guest may read.
 */
export const asker = (): Asker => (inCall.getStore() ? 'others' : 'own');
