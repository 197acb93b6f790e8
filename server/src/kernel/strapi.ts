import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context, Middleware } from 'koa';

/** The running Strapi. Everything is given it; nothing reads the global. */
export type Strapi = Core.Strapi;

export const PLUGIN = 'guest-access';

/**
 * The one typed door to Strapi's untyped corners. Outside a site, Strapi's types know none of the content types, neither
 * the site's nor ours, so that its query and document services take and give untyped rows. Whoever calls says which shape
 * he put in and expects back; the repositories are the only callers for our own types.
 */
export interface RowQuery<Row> {
  findOne(params: QueryParams): Promise<Row | null>;
  findMany(params: QueryParams): Promise<Row[]>;
  count(params?: QueryParams): Promise<number>;
  create(params: { data: Record<string, unknown> } & QueryParams): Promise<Row>;
  createMany(params: { data: Record<string, unknown>[] }): Promise<{ count: number; ids: number[] }>;
  update(params: { where: Where; data: Record<string, unknown> } & QueryParams): Promise<Row | null>;
  delete(params: { where: Where } & QueryParams): Promise<Row | null>;
  deleteMany(params: { where: Where }): Promise<{ count: number }>;
}

/** A condition as Strapi's query engine takes it: attribute names, operators, `$and`, `$or`, `$not`. */
export type Where = Record<string, unknown>;

export interface QueryParams {
  select?: string[];
  where?: Where;
  populate?: unknown;
  orderBy?: unknown;
  limit?: number;
  offset?: number;
  filters?: unknown;
}

export const rows = <Row>(strapi: Strapi, uid: string): RowQuery<Row> =>
  strapi.db.query(uid as never) as unknown as RowQuery<Row>;

/** Strapi's document service for a content type that its types do not know. */
export interface DocumentService {
  findOne(params: Record<string, unknown>): Promise<Record<string, unknown> | null>;
  findMany(params: Record<string, unknown>): Promise<Record<string, unknown>[]>;
  create(params: Record<string, unknown>): Promise<Record<string, unknown> & { documentId: string }>;
  update(params: Record<string, unknown>): Promise<Record<string, unknown> | null>;
  delete(params: Record<string, unknown>): Promise<{ documentId: string; entries: unknown[] }>;
  discardDraft(params: Record<string, unknown>): Promise<unknown>;
}

export const documents = (strapi: Strapi, uid: string): DocumentService =>
  strapi.documents(uid as never) as unknown as DocumentService;

/** What a call of the document service names, as its query will. */
export const queryOf = (strapi: Strapi, uid: string, params: object): QueryParams & { _q?: unknown } => {
  const named = ['filters', 'sort', 'fields', 'populate', '_q'];
  const { transform } = strapi.get('query-params') as { transform(uid: string, params: object): QueryParams };
  return transform(uid, Object.fromEntries(Object.entries(params).filter(([key]) => named.includes(key))));
};

/** The request that is being answered, or undefined in a job, a migration or at boot. */
export const currentContext = (strapi: Strapi): Context | undefined =>
  strapi.requestContext.get() as Context | undefined;

/** The name of the table of a content type, for hand-written SQL. */
export const tableOf = (strapi: Strapi, uid: string): string => strapi.db.metadata.get(uid).tableName;

/**
 * Runs hand-written SQL on the connection that the running code is bound to: the open transaction, or the pool. On SQLite
 * a query beside an open transaction would wait for it for ever.
 */
export const sql = async <T>(strapi: Strapi, work: (knex: Knex) => Promise<T>): Promise<T> =>
  strapi.db.inTransaction() ? strapi.db.transaction(({ trx }) => work(trx as Knex)) : work(strapi.db.connection);

/**
 * Puts middlewares before all others, those too that other plugins registered before us, in the order given. To be called at
 * bootstrap: Strapi composes the application when it is asked for the first time.
 */
export const putFirst = (strapi: Strapi, ...middlewares: Middleware[]): void => {
  strapi.server.app.middleware.unshift(...middlewares);
};
