import { alternately, get } from './lib/load.mjs';
import { firstPage, middleSite } from './lib/tasks.mjs';

export const description =
  'a guest with 50 of 1,000 projects over a user who sees all 100,000 tasks, first page: ≥ 1.3';

export const run = async () => {
  const site = await middleSite();
  const guest = get(site, firstPage, await site.someToken(1));
  const user = get(site, firstPage, await site.userToken());
  return { ...(await alternately(guest, user)), target: { atLeast: 1.3 } };
};
