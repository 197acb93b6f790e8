import type { Knex } from 'knex';
import type { ImportGuests, ImportRefusal, ImportSource, ImportState } from '../../../../../contract';
import { newDocumentId, sql, type Strapi } from '../../../kernel';
import type { Counts } from './counts';
import { importTable, pieceTable, rowTable } from '../tables';
import type { Reading } from '../reading';

/** An import, as it is kept. Instants are milliseconds since 1970. */
export interface ImportRecord {
  readonly id: number;
  readonly document_id: string;
  readonly owner: string;
  readonly source: ImportSource;
  readonly file_name: string;
  readonly size: number;
  readonly received: number;
  readonly state: ImportState;
  readonly refusal: ImportRefusal | null;
  readonly reading: string | null;
  readonly guests: string | null;
  readonly counts: string | null;
  readonly job: string | null;
  readonly created_at: number | string;
  readonly applied_at: number | string | null;
}

/** What we have written ourselves as JSON. */
export const storedAs = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));
export const readingOf = ({ reading }: ImportRecord): Reading | null => storedAs<Reading>(reading);
export const guestsOf = ({ guests }: ImportRecord): ImportGuests | null => storedAs<ImportGuests>(guests);
export const countsOf = ({ counts }: ImportRecord): Counts | null => storedAs<Counts>(counts);

/** A query of the imports, in the open transaction where there is one. */
export const onImports = <T>(strapi: Strapi, work: (imports: Knex.QueryBuilder) => PromiseLike<T>): Promise<T> =>
  sql(strapi, async (knex) => work(knex(importTable.name)));

export const findImport = async (strapi: Strapi, documentId: string): Promise<ImportRecord | null> =>
  (await onImports(strapi, (imports) => imports.where({ document_id: documentId }).first<ImportRecord>())) ?? null;

/** The imports of an admin user, the newest first. */
export const importsOf = (strapi: Strapi, owner: string): Promise<ImportRecord[]> =>
  onImports(strapi, (imports) => imports.where({ owner }).orderBy('id', 'desc').select<ImportRecord[]>('*'));

/** Those that may become one that is applied. */
const openStates: readonly ImportState[] = ['receiving', 'checking', 'checked'];
export const countOpen = async (strapi: Strapi, owner: string): Promise<number> => {
  const [row] = await onImports(strapi, (imports) =>
    imports.where({ owner }).whereIn('state', openStates).count<{ count: number | string }[]>({ count: '*' })
  );
  return Number(row?.count ?? 0);
};

export const insertImport = async (
  strapi: Strapi,
  record: Pick<ImportRecord, 'owner' | 'source' | 'file_name' | 'size' | 'created_at'>
): Promise<string> => {
  const documentId = newDocumentId();
  await onImports(strapi, (imports) => imports.insert({ ...record, document_id: documentId, state: 'receiving' }));
  return documentId;
};

export type ImportChange = Partial<Omit<ImportRecord, 'id' | 'document_id' | 'owner'>>;

/** Changes an import where it is in one of these states. One conditional write: of two who ask, one wins. @returns whether it was */
export const changeImport = async (
  strapi: Strapi,
  { id }: Pick<ImportRecord, 'id'>,
  states: readonly ImportState[],
  change: ImportChange
): Promise<boolean> =>
  (await onImports(strapi, (imports) => imports.where({ id }).whereIn('state', states).update(change))) === 1;

/**
 * Keeps the next bytes of a file, where they are the next. @returns whether they were
 * @param bytes in base64
 */
export const keepPiece = async (
  strapi: Strapi,
  { id }: Pick<ImportRecord, 'id'>,
  piece: { at: number; length: number; bytes: string }
): Promise<boolean> =>
  sql(strapi, async (knex) => {
    const { at, length, bytes } = piece;
    const grown = await knex(importTable.name)
      .where({ id, received: at, state: 'receiving' })
      .whereRaw('size >= ?', [at + length])
      .update({ received: at + length });
    if (grown === 1) await knex(pieceTable.name).insert({ import_id: id, at, bytes });
    return grown === 1;
  });

/** The bytes of a file, a piece at a time. @param onPiece told how many bytes were read so far */
export async function* piecesOf(
  strapi: Strapi,
  { id }: Pick<ImportRecord, 'id'>,
  onPiece: (read: number) => void
): AsyncGenerator<Buffer> {
  for (let at = 0; ;) {
    const from = at;
    const piece = await sql(strapi, async (knex) =>
      knex(pieceTable.name).where({ import_id: id, at: from }).first<{ bytes: string } | undefined>('bytes')
    );
    if (piece === undefined) return;
    const bytes = Buffer.from(piece.bytes, 'base64');
    at += bytes.length;
    onPiece(at);
    yield bytes;
  }
}

export const dropPieces = (strapi: Strapi, { id }: Pick<ImportRecord, 'id'>): Promise<number> =>
  sql(strapi, async (knex) => knex(pieceTable.name).where({ import_id: id }).delete());

/** Makes an import nobody's: no one sees it any more. */
export const disownImport = (strapi: Strapi, { id }: Pick<ImportRecord, 'id'>): Promise<number> =>
  onImports(strapi, (imports) => imports.where({ id }).update({ owner: '' }));

const deletedAtOnce = 5_000;

/** Forgets imports with all that is kept of them. What they added stays. */
export const deleteImports = async (strapi: Strapi, ids: readonly number[]): Promise<void> => {
  for (const table of [pieceTable, rowTable]) {
    const [span]: { first: number | null; last: number | null }[] = await sql(strapi, async (knex) =>
      knex(table.name)
        .whereIn('import_id', [...ids])
        .min({ first: 'id' })
        .max({ last: 'id' })
    );
    // A file of 300,000 rows in one statement would keep all other writers of SQLite waiting.
    for (let from = Number(span?.first ?? 0); from <= Number(span?.last ?? -1); from += deletedAtOnce) {
      await sql(strapi, async (knex) =>
        knex(table.name)
          .whereIn('import_id', [...ids])
          .whereBetween('id', [from, from + deletedAtOnce - 1])
          .delete()
      );
    }
  }
  await onImports(strapi, (imports) => imports.whereIn('id', [...ids]).delete());
};

/** Row ids of the imports that were begun before an instant. */
export const importsBefore = async (strapi: Strapi, before: number): Promise<number[]> =>
  (await onImports(strapi, (imports) => imports.where('created_at', '<', before).select<{ id: number }[]>('id'))).map(
    ({ id }) => id
  );
