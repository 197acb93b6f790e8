import { alternately, get } from './lib/load.mjs';
import { firstPage, middleSite } from './lib/tasks.mjs';

export const description =
  'a guest with 50 of 1,000 projects over a user who sees all 100,000 tasks, with the project and a filter through it: ≥ 0.9';

export const run = async () => {
  const site = await middleSite();
  const path = `${firstPage}&populate=project&filters[project][name][$startsWith]=Projet`;
  const guest = get(site, path, await site.someToken(1));
  const user = get(site, path, await site.userToken());
  return { ...(await alternately(guest, user)), target: { atLeast: 0.9 } };
};
