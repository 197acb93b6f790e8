import { documentId } from './lib/fill.mjs';
import { get, timesAlternately } from './lib/load.mjs';
import { middleSite } from './lib/tasks.mjs';

export const description = 'time of “why does he see this row?” over a plain findOne of the row: ≤ 3';

export const run = async () => {
  const site = await middleSite();
  const task = documentId('task', 50_000);
  const question = `/guest-access/guests/${documentId('guest', 1)}/why?contentType=api::task.task&documentId=${task}`;
  const why = get(site, question, await site.adminToken());
  const findOne = get(site, `/api/tasks/${task}`, await site.userToken());
  return { ...(await timesAlternately(why, findOne)), target: { atMost: 3 } };
};
