import { documentId } from './lib/fill.mjs';
import { get, timesAlternately } from './lib/load.mjs';
import { firstPage, largeSite } from './lib/tasks.mjs';

export const description =
  'time of “who sees this row?” (a panel’s five of some hundred guests, and their total) over a guest’s first page; 1,000,000 tasks, 20,000 guests: ≤ 3';

export const run = async () => {
  const site = await largeSite();
  const task = documentId('task', 500_000);
  const question = `/guest-access/insight/viewers?contentType=api::task.task&documentId=${task}&pageSize=5`;
  const token = await site.adminToken();
  const answer = (await site.ofAdmin('GET', question)).data;
  if (answer.pagination.total < 2) throw new Error('nobody sees the task that is asked about');
  const whoSees = get(site, question, token);
  const list = get(site, firstPage, await site.someToken(1));
  return { ...(await timesAlternately(whoSees, list)), target: { atMost: 3 } };
};
