import { alternately, get } from './lib/load.mjs';
import { firstPage, largeSite, twentySite } from './lib/tasks.mjs';

export const description =
  'a guest whose 20 tasks are the newest of 1,000,000 over one whose 20 tasks are all there is, first page: ≥ 0.8';

export const run = async () => {
  const [among, alone] = [await largeSite(), await twentySite()];
  const path = `${firstPage}&sort=id:asc`;
  const amongMany = get(among, path, await among.lastToken());
  const aloneThere = get(alone, path, await alone.lastToken());
  return { ...(await alternately(amongMany, aloneThere)), target: { atLeast: 0.8 } };
};
