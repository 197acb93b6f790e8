import { documentId } from './lib/fill.mjs';
import { requestsPerSecond } from './lib/load.mjs';
import { firstPage, smallSite } from './lib/tasks.mjs';

export const description =
  'the first page of a list of 100 guests by turns while the trail notes what they look at over the same while it does not: ≥ 0.95';

const rounds = Number(process.env.BENCH_ROUNDS ?? 7);
const duration = Number(process.env.BENCH_SECONDS ?? 3);
const guests = 100;

export const run = async () => {
  const site = await smallSite();
  const requests = [];
  for (let guest = 1; guest <= guests; guest += 1) {
    const token = await site.guestToken(documentId('contact', guest));
    requests.push({ path: firstPage, headers: { authorization: `Bearer ${token}` } });
  }
  const lists = { url: site.url, requests };
  const note = async (views) => {
    const { settings } = (await site.ofAdmin('GET', '/guest-access/settings')).data;
    await site.ofAdmin('PUT', '/guest-access/settings', { ...settings, trail: { ...settings.trail, views } });
    // What guests may see is worked out anew after it.
    await requestsPerSecond(lists, { duration: 1 });
  };

  const measured = { a: [], b: [], unit: 'requests/s' };
  for (let round = 0; round < rounds; round += 1) {
    await note(true);
    measured.a.push(await requestsPerSecond(lists, { duration }));
    await note(false);
    measured.b.push(await requestsPerSecond(lists, { duration }));
    if (process.env.BENCH_VERBOSE)
      process.stdout.write(`  ${measured.a.at(-1).toFixed(1)} / ${measured.b.at(-1).toFixed(1)}\n`);
  }
  return [{ name: 'activity-write', ...measured, target: { atLeast: 0.95 } }];
};
