import { openSite, smallHeap } from './lib/site.mjs';

export const description =
  'memory (MB) that a site takes more while 100,000 contacts are exported, over 60: ≤ 1; and 300,000 take no more';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const mbMax = 60;

/** Reads a file to its end, as fast as it comes, and counts its lines. */
const linesOf = async (url, token) => {
  const response = await fetch(url, { headers: { Authorization: `Bearer ${token}` } });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  let lines = 0;
  for await (const piece of response.body) for (const byte of piece) if (byte === 10) lines += 1;
  return lines;
};

const measured = async (contacts) => {
  const site = await openSite({ kind: 'contacts', contacts }, smallHeap);
  const token = await site.adminToken();
  const once = async (format) => {
    const url = `${site.url}/guest-access/contact-export?format=${format}&locale=fr`;
    const lines = await linesOf(url, token);
    if (format === 'csv' && lines !== contacts + 1) throw new Error(`${lines} lines of ${contacts} contacts`);
  };
  // What a site takes once it has worked is not of the export.
  await once('csv');
  const a = [];
  for (let round = 0; round < rounds; round += 1)
    a.push(await site.memoryOf(() => once(round % 2 === 0 ? 'csv' : 'vcard')));
  return { a, b: [mbMax], unit: 'MB', target: { atMost: 1 } };
};

export const run = async () => [
  { name: 'export-100k', ...(await measured(100_000)) },
  { name: 'export-300k', ...(await measured(300_000)) },
];
