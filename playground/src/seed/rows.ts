import type { Core, UID } from '@strapi/strapi';

const batchSize = 200;

const inBatches = async <T>(items: readonly T[], work: (batch: T[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < items.length; start += batchSize) await work(items.slice(start, start + batchSize));
};

/** A row as it was put into the database. */
export interface Row {
  id: number;
  documentId: string;
}

/** Inserts rows of one content type many at a time, without relations; answers them in the same order. */
export const insertRows = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  rows: ReadonlyArray<{ documentId: string } & Record<string, unknown>>
): Promise<Row[]> => {
  const now = new Date();
  await inBatches(rows, (data) =>
    strapi.db.query(uid).createMany({
      data: data.map((row) => ({ createdAt: now, updatedAt: now, publishedAt: now, ...row })),
    })
  );
  const ids = new Map<string, number>();
  await inBatches(
    rows.map(({ documentId }) => documentId),
    async (documentIds) => {
      const found = await strapi.db
        .query(uid)
        .findMany({ select: ['id', 'documentId'], where: { documentId: documentIds } });
      for (const row of found) ids.set(row.documentId, row.id);
    }
  );
  return rows.map(({ documentId }) => {
    const id = ids.get(documentId);
    if (id === undefined) throw new Error(`${uid} ${documentId} was not inserted`);
    return { id, documentId };
  });
};

/** Ties rows through the table of a relation, many at a time. */
export const insertLinks = async (
  strapi: Core.Strapi,
  uid: UID.ContentType,
  relation: string,
  links: ReadonlyArray<{ from: Row; to: Row }>
): Promise<void> => {
  const attribute = strapi.db.metadata.get(uid).attributes[relation];
  if (attribute === undefined || !('joinTable' in attribute) || !('inverseJoinColumn' in attribute.joinTable)) {
    throw new Error(`${uid}.${relation} has no table of its own`);
  }
  const { name, joinColumn, inverseJoinColumn } = attribute.joinTable;
  await inBatches(links, (batch) =>
    strapi.db
      .connection(name)
      .insert(batch.map(({ from, to }) => ({ [joinColumn.name]: from.id, [inverseJoinColumn.name]: to.id })))
  );
};
