import { actingGuest, databaseOf, knexOf, rootAlias, scopeQueries, type Strapi, type Where } from '../../../kernel';
import { knownProfile } from '../policy/profile';
import { isFree, nothing, scopeOf, toWhere, type Form } from '../policy/scope';

/**
 * Narrows by themselves, where Strapi can, all queries that are made in a guest's name: those too that no hook is shown, of a site's
 * code that uses the query builder, or while hooks are switched off. The row filter of the hooks stays: it knows which
 * form is quick, and what a query names; so do its guards of joins and sorts, which Strapi's scopes leave open. Answers how to
 * take it away.
 */
export const scopeGuestQueries = (strapi: Strapi): (() => void) | null => {
  const scope = (uid: string, operation: string): Where | null => {
    const guest = isFree(uid) ? null : actingGuest(strapi);
    if (guest === null) return null;
    const profile = knownProfile(strapi, guest);
    if (profile === null) return nothing;
    const action = operation === 'update' || operation === 'delete' ? operation : 'find';
    // MySQL takes no sub-query on the table that it writes; what the hooks find there, they name by its ids.
    if (action !== 'find' && databaseOf(strapi) === 'mysql') return null;
    const rowId = () => knexOf(strapi).raw('??', [`${rootAlias}.id`]);
    const form: Form = operation === 'select' ? { kind: 'stream', rowId: rowId() } : { kind: 'lookup' };
    return toWhere(scopeOf(strapi, profile, uid, action, form)) ?? null;
  };
  return scopeQueries(strapi, ({ uid, operation }) => scope(uid, operation));
};
