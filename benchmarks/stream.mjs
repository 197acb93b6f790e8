import { documentId } from './lib/fill.mjs';
import { openListeners } from './lib/listeners.mjs';
import { get, requestsPerSecond } from './lib/load.mjs';
import { firstPage, smallSite } from './lib/tasks.mjs';

export const description =
  'the first page of a list while 500 guests listen to their streams over the same while nobody does: ≥ 0.9; what concerns all of them reaches the last within a second';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const duration = Number(process.env.BENCH_SECONDS ?? 3);
const guests = 100;
const streamsEach = 5;
const reachMsMax = 1_000;

export const run = async () => {
  const site = await smallSite();
  const tokens = [];
  for (let guest = 1; guest <= guests; guest += 1) tokens.push(await site.guestToken(documentId('contact', guest)));
  const listening = tokens.flatMap((token) => Array.from({ length: streamsEach }, () => token));
  const list = get(site, firstPage, await site.allToken());

  /** Every guest's access is another after it. */
  const concernAll = async () => {
    const { settings } = (await site.ofAdmin('GET', '/guest-access/settings')).data;
    await site.ofAdmin('PUT', '/guest-access/settings', settings);
  };

  const measured = { a: [], b: [], unit: 'requests/s' };
  const reach = { a: [], b: [reachMsMax], unit: 'ms' };
  await requestsPerSecond(list, { duration });
  for (let round = 0; round < rounds; round += 1) {
    const listeners = await openListeners(site, listening);
    measured.a.push(await requestsPerSecond(list, { duration }));
    reach.a.push(await listeners.reached(concernAll));
    listeners.close();
    measured.b.push(await requestsPerSecond(list, { duration }));
    if (process.env.BENCH_VERBOSE)
      process.stdout.write(
        `  ${measured.a.at(-1).toFixed(1)} / ${measured.b.at(-1).toFixed(1)}, ${reach.a.at(-1).toFixed(0)} ms\n`
      );
  }
  return [
    { name: 'stream', ...measured, target: { atLeast: 0.9 } },
    { name: 'stream-reach', ...reach, a: [Math.max(...reach.a)], target: { atMost: 1 } },
  ];
};
