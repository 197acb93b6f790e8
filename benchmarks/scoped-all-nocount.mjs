import { alternately, get } from './lib/load.mjs';
import { firstPage, middleSite } from './lib/tasks.mjs';

export const description = 'as scoped-all, without the total: ≥ 0.9';

export const run = async () => {
  const site = await middleSite();
  const path = `${firstPage}&pagination[withCount]=false`;
  const guest = get(site, path, await site.allToken());
  const user = get(site, path, await site.userToken());
  return { ...(await alternately(guest, user)), target: { atLeast: 0.9 } };
};
