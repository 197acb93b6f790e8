import { importRows } from './lib/import.mjs';
import { openSite, smallHeap } from './lib/site.mjs';

export const description =
  'memory (MB) that a site takes more while a file of 100,000 rows is imported, over 120: ≤ 1; and 300,000 take no more';

const mbMax = 120;

const measured = async (site, rows) => {
  const taken = await site.memoryOf(() => importRows(site, rows));
  await site.tell({ forget: true });
  return { a: [taken], b: [mbMax], unit: 'MB', target: { atMost: 1 } };
};

export const run = async () => {
  const site = await openSite({ kind: 'contacts', contacts: 1_000 }, smallHeap);
  // What a site takes once it has worked is not of the import.
  await importRows(site, 5_000);
  await site.tell({ forget: true });
  return [
    { name: 'import-memory', ...(await measured(site, 100_000)) },
    { name: 'import-memory-300k', ...(await measured(site, 300_000)) },
  ];
};
