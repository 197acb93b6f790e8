import type { Pagination } from '../contract/pagination';
import { UnreachableError } from './errors';
import type { Query } from './queryString';
import type { CallOptions, SendRequest } from './request';

/** A row as Strapi's REST API gives it: the attributes that were asked for, beside its stable id. */
export type Row<Fields extends object = Readonly<Record<string, unknown>>> = { readonly documentId: string } & Fields;

export interface Page<Fields extends object> {
  readonly rows: readonly Row<Fields>[];
  readonly pagination: Pagination;
}

interface UpdateOptions extends CallOptions {
  readonly query?: Query;
  /** The row's `updatedAt` as it was seen: where it was changed since, 412 `changed_meanwhile`. */
  readonly seen?: string;
}

/**
 * The rows of one content type that a guest may see, through Strapi's REST API. What they may do there is in the section of
 * `GetMyAccess`; the server decides.
 */
export interface Content<Fields extends object> {
  /** @param query as Strapi reads it: `{ filters: { state: 'open' }, sort: 'title', pagination: { page: 2 } }` */
  list(query?: Query, options?: CallOptions): Promise<Page<Fields>>;
  get(documentId: string, query?: Query, options?: CallOptions): Promise<Row<Fields>>;
  create(data: Partial<Fields>, query?: Query, options?: CallOptions): Promise<Row<Fields>>;
  /** Changes what is given and leaves the rest. */
  update(documentId: string, data: Partial<Fields>, options?: UpdateOptions): Promise<Row<Fields>>;
  /** Of a localized type, the version in the language of `query.locale`, else in the site's default. */
  delete(documentId: string, query?: Query, options?: CallOptions): Promise<void>;
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;

/** Which attributes it has is the caller’s word: the site’s schema is not known here. */
const isRowOf = <Fields extends object>(value: unknown): value is Row<Fields> =>
  typeof property(value, 'documentId') === 'string';
export const isRow = (value: unknown): value is Row => isRowOf(value);

const isPagination = (value: unknown): value is Pagination =>
  ['page', 'pageCount', 'total'].every((name) => typeof property(value, name) === 'number');

const rowIn = <Fields extends object>(body: unknown): Row<Fields> => {
  const row = property(body, 'data');
  if (!isRowOf<Fields>(row)) throw new UnreachableError('an answer that is no row');
  return row;
};

const pageIn = <Fields extends object>(body: unknown): Page<Fields> => {
  const [rows, pagination] = [property(body, 'data'), property(property(body, 'meta'), 'pagination')];
  if (!Array.isArray(rows) || !isPagination(pagination)) throw new UnreachableError('an answer that is no list');
  return { rows: rows.filter(isRowOf<Fields>), pagination };
};

/** @param section of `GetMyAccess`; its `path` is that of the list, `/api/tasks` */
export const contentBy = <Fields extends object>(
  request: SendRequest,
  { path }: { readonly path: string }
): Content<Fields> => {
  const at = (documentId: string): string => `${path}/${encodeURIComponent(documentId)}`;
  return {
    list: async (query = {}, options) => pageIn(await request('GET', path, { ...options, query })),
    get: async (documentId, query = {}, options) => rowIn(await request('GET', at(documentId), { ...options, query })),
    create: async (data, query = {}, options) =>
      rowIn(await request('POST', path, { ...options, query, body: { data } })),
    update: async (documentId, data, { seen, ...options } = {}) =>
      rowIn(await request('PUT', at(documentId), { ...options, body: { data }, ...(seen && { ifMatch: seen }) })),
    delete: async (documentId, query = {}, options) => {
      await request('DELETE', at(documentId), { ...options, query });
    },
  };
};
