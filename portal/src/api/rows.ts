import type { Pagination } from '../../../contract/pagination';
import type { Section } from './guestAccess';
import type { Query } from './queryString';
import { request, type Answer } from './request';

/** A row as Strapi's REST API gives it: the attributes that were asked for, beside its stable id. */
export type Row = { readonly documentId: string } & Readonly<Record<string, unknown>>;

export interface Page {
  readonly rows: readonly Row[];
  readonly pagination: Pagination;
}

const unavailable: Answer<never> = { ok: false, problem: { kind: 'unavailable' } };

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && 'documentId' in value && typeof value.documentId === 'string';

const isPagination = (value: unknown): value is Pagination =>
  typeof value === 'object' && value !== null && 'page' in value && 'pageCount' in value && 'total' in value;

interface Envelope {
  readonly data: unknown;
  readonly meta: unknown;
}
const envelope = (body: unknown): Envelope => ({
  data: typeof body === 'object' && body !== null && 'data' in body ? body.data : null,
  meta: typeof body === 'object' && body !== null && 'meta' in body ? body.meta : null,
});

const oneRow = (answer: Answer<unknown>): Answer<Row> => {
  if (!answer.ok) return answer;
  const { data } = envelope(answer.data);
  return isRow(data) ? { ok: true, data } : unavailable;
};

const rowPath = (section: Pick<Section, 'path'>, documentId: string): string =>
  `${section.path}/${encodeURIComponent(documentId)}`;

export const listRows = async (path: string, query: Query, signal?: AbortSignal): Promise<Answer<Page>> => {
  const answer = await request('GET', path, { query, ...(signal ? { signal } : {}) });
  if (!answer.ok) return answer;
  const { data, meta } = envelope(answer.data);
  const pagination = typeof meta === 'object' && meta !== null && 'pagination' in meta ? meta.pagination : null;
  if (!Array.isArray(data) || !isPagination(pagination)) return unavailable;
  return { ok: true, data: { rows: data.filter(isRow), pagination } };
};

export const findRow = async (section: Section, documentId: string, query: Query): Promise<Answer<Row>> =>
  oneRow(await request('GET', rowPath(section, documentId), { query }));

export type RowData = Readonly<Record<string, unknown>>;

/** Creates a row; the answer holds what `query` asks for. */
export const createRow = async (section: Section, data: RowData, query: Query): Promise<Answer<Row>> =>
  oneRow(await request('POST', section.path, { query, body: { data } }));

/** When the row was last changed, as the server says it; undefined where it was not asked for. */
export const stateOf = ({ updatedAt }: Row): string | undefined =>
  typeof updatedAt === 'string' ? updatedAt : undefined;

interface UpdateOptions {
  readonly query: Query;
  /** The state of the row that the person saw, from `stateOf`. */
  readonly seen: string | undefined;
}

/** Changes the attributes given in `data` and leaves the others; the answer holds what `query` asks for. */
export const updateRow = async (
  section: Section,
  documentId: string,
  data: RowData,
  { query, seen }: UpdateOptions
): Promise<Answer<Row>> =>
  oneRow(await request('PUT', rowPath(section, documentId), { query, body: { data }, ...(seen && { ifMatch: seen }) }));

/** Deletes a row; of a localized one, the version in this language (null: the site's default). */
export const deleteRow = (section: Section, documentId: string, locale: string | null): Promise<Answer<unknown>> =>
  request('DELETE', rowPath(section, documentId), { query: locale === null ? {} : { locale } });
