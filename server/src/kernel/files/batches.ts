const batchSize = 100;

/** Reads what there is for a list of ids, batch after batch, and no further than it is asked for. */
export async function* inBatches<Id, Row>(
  ids: readonly Id[],
  read: (ids: readonly Id[]) => Promise<readonly Row[]>
): AsyncGenerator<readonly Row[]> {
  for (let from = 0; from < ids.length; from += batchSize) yield await read(ids.slice(from, from + batchSize));
}
