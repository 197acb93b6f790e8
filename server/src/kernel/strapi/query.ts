import type { Strapi } from './app';

/**
 * The one typed door to Strapi's untyped query and document services. Outside a site, Strapi's types know none of the content
 * types, neither the site's nor ours, so that the services take and give untyped rows. Whoever calls says which shape they put
 * in and expect back; the repositories are the only callers for our own types.
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
