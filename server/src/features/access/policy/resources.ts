import type { Settings } from '../../../../../contract';
import type { Knex } from 'knex';
import {
  asSystem,
  columnsOf,
  modelOf,
  rows,
  rowsWhere,
  sql,
  tableOf,
  type ShownRows,
  type Strapi,
} from '../../../kernel';

export interface Resource {
  documentId: string;
  label: string;
}

const columnOf = (strapi: Strapi, uid: string, attribute: string): string =>
  columnsOf(strapi, uid).find(({ name }) => name === attribute)?.column ?? 'document_id';

/** The rows that an editor is shown, as a condition on the row's id. */
const amongShown = (strapi: Strapi, uid: string, query: Knex.QueryBuilder, shown: ShownRows): Knex.QueryBuilder =>
  shown.kind === 'where' ? query.whereIn('id', rowsWhere(strapi, uid, shown.where)) : query;

/**
 * One page of the rows of a resource type, by label. A document has a row a language and a version; the label is taken
 * from the smallest of them, so that each document stands there once.
 * @param shown the rows whose label the editor may read: there are no others for them, in no page and no total
 */
export const listResources = async (
  strapi: Strapi,
  type: Settings['resourceTypes'][number],
  { page, pageSize }: { page: number; pageSize: number },
  shown: ShownRows
): Promise<{ resources: Resource[]; total: number }> => {
  if (shown.kind === 'none') return { resources: [], total: 0 };
  const table = tableOf(strapi, type.contentType);
  const label = columnOf(strapi, type.contentType, type.labelField);
  return sql(strapi, async (knex) => {
    const found = await amongShown(strapi, type.contentType, knex(table), shown)
      .select('document_id')
      .min({ label })
      .groupBy('document_id')
      .orderBy([{ column: 'label' }, { column: 'document_id' }])
      .limit(pageSize)
      .offset((page - 1) * pageSize);
    const counted = await amongShown(strapi, type.contentType, knex(table), shown)
      .countDistinct({ count: 'document_id' })
      .first();
    return {
      resources: (found as { document_id: string; label: unknown }[]).map((row) => ({
        documentId: row.document_id,
        label: String(row.label ?? row.document_id),
      })),
      total: Number(counted?.['count'] ?? 0),
    };
  });
};

/** Those of these documents that are there. */
export const existingResources = async (
  strapi: Strapi,
  contentType: string,
  documentIds: readonly string[]
): Promise<string[]> => {
  if (modelOf(strapi, contentType) === null || documentIds.length === 0) return [];
  const found = new Set<string>();
  // SQLite takes 999 variables in a query.
  for (let start = 0; start < documentIds.length; start += 500) {
    const batch = documentIds.slice(start, start + 500);
    const there = await asSystem(() =>
      rows<{ documentId: string }>(strapi, contentType).findMany({
        select: ['documentId'],
        where: { documentId: { $in: batch } },
      })
    );
    for (const { documentId } of there) found.add(documentId);
  }
  return documentIds.filter((id) => found.has(id));
};
