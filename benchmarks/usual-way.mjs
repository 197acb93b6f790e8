import { projectsOf } from './lib/data/tasks.mjs';
import { alternately, get } from './lib/load.mjs';
import { firstPage, middleSite } from './lib/tasks.mjs';
import { projectsHeader } from './lib/usual-way.mjs';

export const description =
  'a guest with 50 of 1,000 projects over a user whose policy adds a filter with the same 50: ≥ 2.5';

export const run = async () => {
  const site = await middleSite();
  const guest = get(site, firstPage, await site.someToken(1));
  const projects = projectsOf(1, site.amounts.projects);
  const usual = get(site, firstPage.replace('/api/tasks', '/api/usual-tasks'), await site.userToken(), {
    [projectsHeader]: projects.join(','),
  });
  return { ...(await alternately(guest, usual)), target: { atLeast: 2.5 } };
};
