import { documentId } from './lib/fill.mjs';
import { get, timesAlternately } from './lib/load.mjs';
import { call } from './lib/site.mjs';
import { firstPage, largeSite } from './lib/tasks.mjs';

export const description =
  'time of “who sees this row?” (the first five of a hundred guests, and their total) for an editor over a guest’s first page; 1,000,000 tasks, 20,000 guests: ≤ 3';

const TASK = 'api::task.task';
const password = 'Bench-editor-2026';

/**
 * The token of an editor whose role has the rights that the panel takes. Strapi works out all rights of a role at each request: for
 * the administrator, who has every one, that alone takes twice as long as a guest's list.
 */
const editorToken = async (site) => {
  const name = `Editors ${Date.now()}`;
  const role = (await site.ofAdmin('POST', '/admin/roles', { name, description: '' })).data;
  const right = (action, subject = null, properties = {}) => ({ action, subject, properties, conditions: [] });
  await site.ofAdmin('PUT', `/admin/roles/${role.id}/permissions`, {
    permissions: [
      right('plugin::guest-access.access.read'),
      right('plugin::guest-access.access.manage'),
      right('plugin::guest-access.guests.read'),
      right('plugin::guest-access.contacts.read'),
      right('plugin::content-manager.explorer.read', TASK, { fields: ['title', 'project'] }),
      right('plugin::content-manager.explorer.update', TASK, { fields: ['title', 'project'] }),
    ],
  });
  const email = `editor${role.id}@atelier-nord.example`;
  const user = { email, firstname: 'Édith', lastname: 'Éditrice', roles: [role.id] };
  const { id } = (await site.ofAdmin('POST', '/admin/users', user)).data;
  await site.ofAdmin('PUT', `/admin/users/${id}`, { password, isActive: true });
  return (await call(`${site.url}/admin/login`, { method: 'POST', body: { email, password } })).data.token;
};

export const run = async () => {
  const site = await largeSite();
  const task = documentId('task', 500_000);
  const question = `/guest-access/insight/viewers?contentType=${TASK}&documentId=${task}&pageSize=5`;
  const token = await editorToken(site);
  const { data } = await call(site.url + question, { token });
  if (data.viewers.length < 5) throw new Error('nobody sees the task that is asked about');
  const whoSees = get(site, question, token);
  const list = get(site, firstPage, await site.someToken(1));
  return { ...(await timesAlternately(whoSees, list)), target: { atMost: 3 } };
};
