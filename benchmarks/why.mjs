import { documentId } from './lib/fill.mjs';
import { get, timesAlternately } from './lib/load.mjs';
import { middleSite } from './lib/tasks.mjs';

export const description =
  'time of “why do they see this row?” over the content manager’s findOne of that row by the same administrator: ≤ 3';

export const run = async () => {
  const site = await middleSite();
  const task = documentId('task', 50_000);
  const question = `/guest-access/guests/${documentId('guest', 1)}/why?contentType=api::task.task&documentId=${task}`;
  const token = await site.adminToken();
  const why = get(site, question, token);
  const findOne = get(site, `/content-manager/collection-types/api::task.task/${task}`, token);
  return { ...(await timesAlternately(why, findOne)), target: { atMost: 3 } };
};
