import type { Page, Query, Row } from '../../../client';
import type { Section } from './guestAccess';
import { ask, type Answer } from './request';

export { isRow } from '../../../client';
export type { Row } from '../../../client';

export type RowData = Readonly<Record<string, unknown>>;

/** @param path of the list with its prefix, `/api/tasks` */
export const listRows = (path: string, query: Query, signal?: AbortSignal): Promise<Answer<Page<RowData>>> =>
  ask((client) => client.content({ path }).list(query, signal && { signal }));

export const findRow = (section: Section, documentId: string, query: Query): Promise<Answer<Row>> =>
  ask((client) => client.content(section).get(documentId, query));

/** Creates a row; the answer holds what `query` asks for. */
export const createRow = (section: Section, data: RowData, query: Query): Promise<Answer<Row>> =>
  ask((client) => client.content(section).create(data, query));

/** When the row was last changed, as the server says it; undefined where it was not asked for. */
export const stateOf = ({ updatedAt }: Row): string | undefined =>
  typeof updatedAt === 'string' ? updatedAt : undefined;

interface UpdateOptions {
  readonly query: Query;
  /** The state of the row that the person saw, from `stateOf`. */
  readonly seen: string | undefined;
}

/** Changes the attributes given in `data` and leaves the others; the answer holds what `query` asks for. */
export const updateRow = (
  section: Section,
  documentId: string,
  data: RowData,
  options: UpdateOptions
): Promise<Answer<Row>> => ask((client) => client.content(section).update(documentId, data, options));

/** Deletes a row; of a localized one, the version in this language (null: the site's default). */
export const deleteRow = (section: Section, documentId: string, locale: string | null): Promise<Answer<unknown>> =>
  ask((client) => client.content(section).delete(documentId, locale === null ? {} : { locale }));
