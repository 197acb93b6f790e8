import type { Knex } from 'knex';
import type {
  ImportDecision,
  ImportGuestResult,
  ImportMatchKind,
  ImportResult,
  ImportRowFilter,
  ImportUndoResult,
  Locale,
} from '../../../../../contract';
import { sql, type Strapi } from '../../../kernel';
import { rowTable } from '../tables';
import { filterSql } from './filter';

/** A row of an import, as it is kept. */
export interface RowRecord {
  readonly id: number;
  readonly import_id: number;
  readonly line: number;
  readonly is_readable: boolean | number;
  readonly last_name: string | null;
  readonly first_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly direct_line: string | null;
  readonly mobile: string | null;
  readonly company: string | null;
  readonly language: Locale | null;
  readonly problems: string | null;
  readonly email_key: string | null;
  readonly match_by: ImportMatchKind | null;
  readonly match_contact: number | null;
  readonly match_row: number | null;
  readonly decision: ImportDecision;
  readonly is_guest: boolean | number;
  readonly taken: string | null;
  readonly result: ImportResult | null;
  readonly guest_result: ImportGuestResult | null;
  readonly undo_result: ImportUndoResult | null;
  readonly contact: string;
  readonly guest: string | null;
  readonly changed: string | null;
  readonly company_made: string | null;
  readonly written_at: number | string | null;
}

const doneResults: readonly ImportResult[] = ['added', 'merged', 'unchanged'];

/** Whether a row is a contact now. */
export const isDone = (row: RowRecord | null | undefined): row is RowRecord =>
  row !== null && row !== undefined && row.result !== null && doneResults.includes(row.result);

/** A query of the rows, in the open transaction where there is one. */
export const onRows = <T>(strapi: Strapi, work: (rows: Knex.QueryBuilder) => PromiseLike<T>): Promise<T> =>
  sql(strapi, async (knex) => work(knex(rowTable.name)));

export interface RowPage {
  readonly show: ImportRowFilter;
  readonly page: number;
  readonly pageSize: number;
}

const shown = (rows: Knex.QueryBuilder, importId: number, show: ImportRowFilter): Knex.QueryBuilder =>
  rows.where({ import_id: importId }).whereRaw(filterSql[show]);

/** A page of what a filter leaves, in the order of the file. */
export const listRows = async (
  strapi: Strapi,
  importId: number,
  { show, page, pageSize }: RowPage
): Promise<{ rows: RowRecord[]; total: number }> => {
  const rows = await onRows(strapi, (all) =>
    shown(all, importId, show)
      .orderBy('id')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .select<RowRecord[]>('*')
  );
  const [counted] = await onRows(strapi, (all) =>
    shown(all, importId, show).count<{ count: number | string }[]>({ count: '*' })
  );
  return { rows, total: Number(counted?.count ?? 0) };
};

/** The rows that follow an id, in the order of the file. */
export const rowsAfter = (strapi: Strapi, importId: number, after: number, limit: number): Promise<RowRecord[]> =>
  onRows(strapi, (rows) =>
    rows.where({ import_id: importId }).where('id', '>', after).orderBy('id').limit(limit).select<RowRecord[]>('*')
  );

export const findRow = async (strapi: Strapi, importId: number, id: number): Promise<RowRecord | null> =>
  (await onRows(strapi, (rows) => rows.where({ import_id: importId, id }).first<RowRecord>())) ?? null;

/** Rows by their ids. */
export const rowsByIds = async (strapi: Strapi, ids: readonly number[]): Promise<Map<number, RowRecord>> => {
  if (ids.length === 0) return new Map();
  const rows = await onRows(strapi, (all) => all.whereIn('id', [...ids]).select<RowRecord[]>());
  return new Map(rows.map((row) => [row.id, row]));
};

export interface Choice {
  readonly decision?: ImportDecision | undefined;
  readonly isGuest?: boolean | undefined;
  /** As JSON. */
  readonly taken?: string | undefined;
}

/** Decides on rows: those of these ids, or those that a filter leaves. One without last name can be nothing but left out. */
export const decideRows = async (
  strapi: Strapi,
  importId: number,
  which: { rowIds: readonly number[] } | { show: ImportRowFilter },
  { decision, isGuest, taken }: Choice
): Promise<void> => {
  const change = {
    ...(decision === undefined ? {} : { decision }),
    ...(isGuest === undefined ? {} : { is_guest: isGuest }),
    ...(taken === undefined ? {} : { taken }),
  };
  if (Object.keys(change).length === 0) return;
  await onRows(strapi, (all) => {
    const rows = 'show' in which ? shown(all, importId, which.show) : all.where({ import_id: importId });
    if ('rowIds' in which) rows.whereIn('id', [...which.rowIds]);
    return rows.whereNotNull('last_name').update(change);
  });
};

export type RowChange = Readonly<Record<string, string | number | null>>;

/** Sets columns of rows, each its own values: one statement for all that get the same. */
export const setColumns = async (strapi: Strapi, changes: ReadonlyMap<number, RowChange>): Promise<void> => {
  const alike = new Map<string, { change: RowChange; ids: number[] }>();
  for (const [id, change] of changes) {
    const key = JSON.stringify(change);
    const group = alike.get(key);
    if (group === undefined) alike.set(key, { change, ids: [id] });
    else group.ids.push(id);
  }
  for (const { change, ids } of alike.values()) await onRows(strapi, (rows) => rows.whereIn('id', ids).update(change));
};

/**
 * Notes that the import itself has changed a contact which one of its rows has added: as it is taken back, that is nobody's change.
 * @param before, after the contact's `updatedAt`
 */
export const noteWritten = (
  strapi: Strapi,
  importId: number,
  contact: string,
  { before, after }: { before: string; after: string }
): Promise<number> =>
  onRows(strapi, (rows) =>
    rows
      .where({ contact, import_id: importId, result: 'added', written_at: Date.parse(before) })
      .update({ written_at: Date.parse(after) })
  );
