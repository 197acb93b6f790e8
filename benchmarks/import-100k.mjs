import { importRows, personAt } from './lib/import.mjs';
import { openSite } from './lib/site.mjs';

export const description =
  'contacts a second that an import checks and adds, 100,000 rows of CSV, over a loop of strapi.documents().create: ≥ 30 on SQLite, ≥ 10 on PostgreSQL';

const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const createdOneByOne = 500;

export const run = async () => {
  const site = await openSite({ kind: 'contacts', contacts: 1_000 }, { variant: 'import' });
  const [a, b] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    a.push(100_000 / (await importRows(site, 100_000)));
    await site.tell({ forget: true });
    const people = Array.from({ length: createdOneByOne }, (_none, at) => personAt(at));
    b.push(createdOneByOne / (await site.tell({ creates: people })).seconds);
    await site.tell({ forget: true });
  }
  const atLeast = (process.env.DATABASE_CLIENT ?? 'sqlite') === 'sqlite' ? 30 : 10;
  return { a, b, unit: 'contacts/s', target: { atLeast } };
};
