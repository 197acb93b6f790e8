import type { Knex } from 'knex';
import { PLUGIN, type Strapi } from './app';
import type { QueryParams, Where } from './query';

type Subscriber = Parameters<Strapi['db']['lifecycles']['subscribe']>[0];

/** Hooks on the query engine. Answers how to take them away. */
export const onQueries = (strapi: Strapi, subscriber: Subscriber): (() => void) => {
  let remove: (() => void) | null = strapi.db.lifecycles.subscribe(subscriber);
  return () => {
    remove?.();
    // A second call would take somebody else's away.
    remove = null;
  };
};

/** A query as the hooks are shown it. What it is asked with may be changed before it runs. */
export interface QueryEvent {
  readonly action: string;
  readonly model: { readonly uid: string };
  readonly params: QueryParams & { data?: unknown };
  /** After a read: what it gave. */
  readonly result?: unknown;
}

/** Shows a query of a type to the hooks, and runs none. Whoever has something to add to it adds it to `params`. */
export const showToHooks = async (
  strapi: Strapi,
  action: 'beforeCount',
  uid: string,
  params: QueryParams
): Promise<void> => {
  await strapi.db.lifecycles.run(action, uid, { params });
};

/** A query that Strapi is about to make, of whatever makes it; `select`, `count`, `update`, `delete` and what else it has. */
export interface ScopedQuery {
  readonly uid: string;
  readonly operation: string;
}

/** `db.queryScopes` (strapi/strapi#27640), as far as we use it. */
interface QueryScopes {
  register(name: string, scope: (query: ScopedQuery) => Where | null): () => void;
}

/**
 * Narrows every query that has conditions, also one that no hook is shown: of the query builder, or while hooks are switched off.
 * Answers how to take it away; null with a Strapi that cannot.
 */
export const scopeQueries = (strapi: Strapi, scope: (query: ScopedQuery) => Where | null): (() => void) | null => {
  const { queryScopes } = strapi.db as { queryScopes?: QueryScopes };
  return queryScopes?.register(PLUGIN, scope) ?? null;
};

/** The ids, or another attribute, of the rows under a condition, as a sub-query. */
export const rowsWhere = (strapi: Strapi, uid: string, where: Where, attribute = 'id'): Knex.QueryBuilder =>
  strapi.db.queryBuilder(uid).select(attribute).where(where).getKnexQuery();

/** The alias of the table of a query, in a query of Strapi's that is not a populate's. */
export const rootAlias = 't0';

/** What the query engine hands to a filter function: the query it builds, which may be one of a populate. */
export interface FilterContext {
  readonly uid: string;
  readonly qb: {
    readonly alias: string;
    readonly state: { where: unknown[]; search: unknown; groupBy: unknown[]; limit?: number | null };
  };
}

/** A query at the moment at which its filter is asked. */
export interface FilteredQuery {
  readonly uid: string;
  /** The id of its row, for a sub-query that looks at that one. */
  readonly rowId: Knex.Raw;
  /** What it is narrowed by beside filters. */
  readonly conditions: readonly unknown[];
  readonly search: unknown;
  /** Whether it counts rows by groups: a populate with `count`. */
  readonly isCount: boolean;
  /** The most rows that it brings; below 0 or null for all. */
  limit: number | null;
}

const queryOf = (strapi: Strapi, { uid, qb }: FilterContext): FilteredQuery => ({
  uid,
  get rowId() {
    return strapi.db.connection.raw('??', [`${qb.alias}.id`]);
  },
  conditions: qb.state.where,
  search: qb.state.search,
  isCount: qb.state.groupBy.length > 0,
  get limit() {
    return qb.state.limit ?? null;
  },
  set limit(rows) {
    qb.state.limit = rows;
  },
});

/** @param before the condition of a filter that was there already */
export type RowFilter = (query: FilteredQuery, before: Where | undefined) => Where | undefined;

type FilterFunction = (context: FilterContext) => Where | undefined;

const ours = new WeakSet<object>();

const previous = (filters: unknown): FilterFunction => {
  if (typeof filters === 'function') return ours.has(filters) ? () => undefined : (filters as FilterFunction);
  return () => (typeof filters === 'object' && filters !== null ? (filters as Where) : undefined);
};

/** A filter as Strapi takes it in the `filters` of a query. */
export const toFilters =
  (strapi: Strapi, filter: (query: FilteredQuery) => Where | undefined): FilterFunction =>
  (context) =>
    filter(queryOf(strapi, context));

/**
 * Puts a filter on a query, in the place of one of ours and beside anybody else's. Strapi's query engine calls it for the query
 * itself, and then for every populate below it with that query's own type.
 */
export const putFilter = (strapi: Strapi, params: QueryParams, filter: RowFilter): void => {
  const before = previous(params.filters);
  const put: FilterFunction = (context) => filter(queryOf(strapi, context), before(context));
  ours.add(put);
  params.filters = put;
};
