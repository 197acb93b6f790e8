import { alternately } from './lib/load.mjs';
import { firstPage, largeSite, smallSite } from './lib/tasks.mjs';

export const description =
  '1,000,000 tasks, 10,000 projects, 20,000 guests over 10,000, 100 and 200; each guest has 50 projects: ≥ 0.7';

const guestsAtOnce = 20;

/** Several guests, spread over all of them. */
const load = async (site) => {
  const requests = [];
  for (let index = 0; index < guestsAtOnce; index += 1) {
    const token = await site.someToken(1 + index * Math.floor(site.amounts.guests / guestsAtOnce));
    requests.push({ path: firstPage, headers: { authorization: `Bearer ${token}` } });
  }
  return { url: site.url, requests };
};

export const run = async () => {
  const large = await load(await largeSite());
  const small = await load(await smallSite());
  return { ...(await alternately(large, small)), target: { atLeast: 0.7 } };
};
