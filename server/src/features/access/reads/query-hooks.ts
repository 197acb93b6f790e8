import {
  actingGuest,
  failure,
  onQueries,
  putFilter,
  rows,
  type QueryEvent,
  type QueryParams,
  type RowFilter,
  type Strapi,
} from '../../../kernel';
import { asker } from './asker';
import { beginRead, boundPopulate, endRead, weigh } from '../request-limits/budget';
import { guardQuery } from './params';
import { profileOf, type Profile } from '../policy/profile';
import { hookRan } from './hook-liveness';
import { scopeGuestQueries } from './query-scope';
import { isBookkeeping, nothing, scopeOf, toWhere, type Form } from '../policy/scope';
import { firstIdsByRule } from '../policy/rule-sql';
import { formFor, narrowsNothing, type ListForm } from '../filter-plan/form';

/**
 * The row filter as a function, which Strapi's query engine calls for the query itself and hands to every populate below
 * it with that query's own type. It is the same for REST, GraphQL and a site's own code.
 */
const rowFilter = (strapi: Strapi, profile: Profile, rootForm: ListForm): RowFilter => {
  let isRoot = true;
  return (query, before) => {
    const { uid } = query;
    // Below the root few rows are asked about, those of the page: each is looked at by itself.
    const listForm = isRoot ? rootForm : { kind: 'stream' as const };
    if (!isRoot) boundPopulate(strapi, query);
    isRoot = false;
    // Ids of a page are the page only if nobody, up to the last moment, has narrowed the list by more than the rule.
    if (listForm.kind === 'page' && narrowsNothing([before, ...query.conditions], query.search)) {
      return { id: { $in: firstIdsByRule(strapi, profile.guest, uid, listForm.way, listForm) } };
    }
    const form: Form = listForm.kind === 'stream' ? { kind: 'stream', rowId: query.rowId } : { kind: 'lookup' };
    const conditions = [before, toWhere(scopeOf(strapi, profile, uid, 'find', form))].filter(
      (one) => one !== undefined
    );
    return conditions.length > 1 ? { $and: conditions } : conditions[0];
  };
};

/** Finds no row, and has nothing in it that anybody wrote. */
const emptyQuery = (): QueryParams & { _q: undefined } => ({
  select: ['id'],
  where: nothing,
  _q: undefined,
  populate: undefined,
  orderBy: undefined,
  filters: undefined,
});

const guardRead = async (strapi: Strapi, profile: Profile, event: QueryEvent): Promise<void> => {
  const { uid } = event.model;
  if (isBookkeeping(uid)) return;
  const kind = event.action === 'beforeCount' ? 'count' : 'rows';
  await beginRead(strapi, kind);
  try {
    // Whatever is asked of a type that does not exist for the guest, a plugin's own table say, the answer is the same.
    if (scopeOf(strapi, profile, uid).kind === 'none') return void Object.assign(event.params, emptyQuery());
    const listForm: ListForm =
      event.action === 'beforeFindMany' ? await formFor(strapi, profile, uid, event.params) : { kind: 'lookup' };
    const rootForm: ListForm = event.action === 'beforeFindOne' ? { kind: 'stream' } : listForm;
    Object.assign(event.params, guardQuery(strapi, profile, uid, event.params, asker()));
    putFilter(strapi, event.params, rowFilter(strapi, profile, rootForm));
  } catch (error) {
    endRead(strapi, kind);
    throw error;
  }
};

const weighRead = (strapi: Strapi, _profile: Profile, { model, result }: QueryEvent): void => {
  if (isBookkeeping(model.uid)) return;
  endRead(strapi, 'rows');
  weigh(strapi, model.uid, result);
};

/** Direct writes of a site's own code: ids first, because MySQL refuses a sub-query on the table that is written. */
const guardDirectWrite = async (strapi: Strapi, profile: Profile, event: QueryEvent): Promise<void> => {
  const action = event.action.startsWith('beforeDelete') ? 'delete' : 'update';
  const scope = scopeOf(strapi, profile, event.model.uid, action);
  if (scope.kind === 'free') return;
  if (actingGuest(strapi)?.readOnly) throw failure('write_not_allowed', 'Forbidden');
  const found =
    scope.kind === 'none'
      ? []
      : await rows<{ id: number }>(strapi, event.model.uid).findMany({
          select: ['id'],
          where: { $and: [event.params.where ?? {}, scope.where] },
        });
  event.params.where = { id: { $in: found.map(({ id }) => id) } };
};

const refuseDirectCreate = (strapi: Strapi, profile: Profile, event: QueryEvent): void => {
  if (scopeOf(strapi, profile, event.model.uid).kind === 'free') return;
  throw failure('write_not_allowed', 'Forbidden');
};

/** The row filter where it hangs. */
interface Enforcement {
  /** Hangs it behind all that hang there now: what a plugin puts into a query in its own hook is filtered too. */
  putLast(): void;
  takeAway(): void;
}

/** Puts the row filter under everything that reads or writes rows in a guest's request. */
export const enforceRowSecurity = (strapi: Strapi): Enforcement => {
  const guarded =
    (guard: (strapi: Strapi, profile: Profile, event: QueryEvent) => Promise<void> | void) =>
    async (event: QueryEvent): Promise<void> => {
      const guest = actingGuest(strapi);
      if (guest === null) return;
      await guard(strapi, await profileOf(strapi, guest), event);
    };
  const read = guarded(guardRead);
  const counted = async (event: QueryEvent): Promise<void> => {
    hookRan(strapi);
    await read(event);
  };
  const weighed = guarded(weighRead);
  const write = guarded(guardDirectWrite);
  const create = guarded(refuseDirectCreate);
  const subscriber = {
    beforeFindOne: counted,
    beforeFindMany: counted,
    beforeCount: counted,
    afterFindOne: weighed,
    afterFindMany: weighed,
    beforeCreate: create,
    beforeCreateMany: create,
    beforeUpdate: write,
    beforeUpdateMany: write,
    beforeDelete: write,
    beforeDeleteMany: write,
  };
  const endScope = scopeGuestQueries(strapi);
  let takeAway = onQueries(strapi, subscriber);
  return {
    takeAway: () => {
      takeAway();
      endScope?.();
    },
    putLast: () => {
      takeAway();
      takeAway = onQueries(strapi, subscriber);
    },
  };
};
