import { alternately, get } from './lib/load.mjs';
import { firstPage, middleSite } from './lib/tasks.mjs';

export const description = 'a guest with all 1,000 projects over a user who sees all 100,000 tasks, first page: ≥ 0.5';

export const run = async () => {
  const site = await middleSite();
  const guest = get(site, firstPage, await site.allToken());
  const user = get(site, firstPage, await site.userToken());
  return { ...(await alternately(guest, user)), target: { atLeast: 0.5 } };
};
