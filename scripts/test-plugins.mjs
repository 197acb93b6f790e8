/**
 * npm run test:plugins: makes a site in a temporary folder with our plugin as it is packed and six others beside it, from the
 * registry, and tries reads, writes and caches there with two guests. Takes some minutes; no part of `npm test`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { makePluginSite, startSearchEngine } from '../tests/package/plugin-site.mjs';
import { buildPortal, buildServer } from './lib/build.mjs';
import { freePort } from './lib/ports.mjs';
import { timed } from './lib/run.mjs';
import { fixedSecrets } from './lib/secrets.mjs';
import { startStrapi } from './lib/strapi.mjs';
import { report } from './lib/tally.mjs';

// The panel is not looked at.
await buildServer();
await buildPortal();
const folder = mkdtempSync(join(tmpdir(), 'plugin-site-'));
const logFile = join(folder, 'strapi.log');
const search = await startSearchEngine();
let site = null;
const tally = { passed: 0, failed: 0 };

/** What is expected of the world: true, or what was there instead. */
const check = async (name, work) => {
  const found = await Promise.resolve()
    .then(work)
    .catch((error) => String(error.stack ?? error));
  tally[found === true ? 'passed' : 'failed'] += 1;
  process.stdout.write(`${found === true ? '✓' : '✕'} ${name}\n`);
  if (found !== true) process.stdout.write(`    ${JSON.stringify(found)}\n`);
};

const call = async (method, path, { token, data } = {}) => {
  const response = await fetch(site.url + path, {
    method,
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: data && JSON.stringify(data),
  });
  const text = await response.text();
  return { status: response.status, text, data: text.startsWith('{') ? JSON.parse(text).data : null };
};

const must = async (...args) => {
  const answer = await call(...args);
  if (answer.status >= 300) throw new Error(`${args[0]} ${args[1]}: ${answer.status} ${answer.text}`);
  return answer.data;
};

const labels = (name) => ({ fr: name, en: name, cs: name });
const ofProject = { kind: 'resource', path: 'project', resourceType: 'api::project.project' };
const settings = {
  contacts: true,
  guests: true,
  resourceTypes: [
    { contentType: 'api::project.project', labels: labels('P'), labelField: 'name', readFields: ['name'] },
  ],
  accessTypes: [
    {
      key: 'tasks',
      labels: labels('T'),
      contentType: 'api::task.task',
      actions: ['find', 'findOne', 'create', 'update'],
      readFields: ['title', 'project'],
      writeFields: ['title', 'project'],
      rule: ofProject,
    },
    ...['note', 'report'].map((type) => ({
      key: type,
      labels: labels(type),
      contentType: `api::${type}.${type}`,
      actions: ['find', 'findOne'],
      rule: ofProject,
    })),
  ],
};

/** A guest with a project, a task, a note and a report of their own; in all of them, and in the guest's name, stands the name. */
const makeGuest = async (admin, token, name) => {
  const create = (type, data) => must('POST', `/api/${type}`, { token, data: { data } });
  const project = await create('projects', { name: `PROJECT-${name}`, budget: 'SECRET' });
  const task = await create('tasks', { title: `TASK-${name}`, internal: 'SECRET', project: project.documentId });
  await create('notes', { title: `NOTE-${name}`, project: project.documentId });
  await create('reports', { title: `REPORT-${name}`, project: project.documentId });
  const contact = await must('POST', '/guest-access/contacts', { token: admin, data: { lastName: `GUEST-${name}` } });
  const path = `/guest-access/contacts/${contact.documentId}`;
  const { version } = await must('PUT', `${path}/access`, {
    token: admin,
    data: {
      version: 0,
      closed: false,
      resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
      accessTypes: ['tasks', 'note', 'report'],
    },
  });
  const { link } = await must('POST', `${path}/key`, { token: admin, data: { version } });
  const session = await must('POST', '/api/guest-access/auth/key', { data: { key: link.split('#')[1] } });
  return { name, project, task, token: session.token };
};

/** Whether an answer to a guest holds what is theirs and nothing else; else the answer. */
const isOwn = ({ name }, { status, text }) => {
  const names = new Set([...text.matchAll(/-(Ada|Bob)/g)].map(([, found]) => found));
  return (status === 200 && names.size === 1 && names.has(name) && !/SECRET/.test(text)) || { status, text };
};

try {
  await timed('Making a site with other plugins', async () => makePluginSite(folder));
  const port = await freePort();
  const env = {
    ...fixedSecrets,
    NODE_ENV: 'production',
    PUBLIC_URL: `http://localhost:${port}`,
    MEILISEARCH_URL: search.url,
  };
  site = await startStrapi({ port, env, folder, logFile });

  const password = 'Plugin-site-2026';
  const person = { email: 'admin@plugin-site.example', firstname: 'Anne', lastname: 'Kermarrec', password };
  const { token: admin } = await must('POST', '/admin/register-admin', { data: person });
  const { accessKey: full } = await must('POST', '/admin/api-tokens', {
    token: admin,
    data: { name: 'all', description: '', type: 'full-access', lifespan: null },
  });
  await must('POST', '/meilisearch/content-type', { token: admin, data: { contentType: 'api::task.task' } });
  await must('PUT', '/guest-access/settings', { token: admin, data: settings });
  const guests = [await makeGuest(admin, full, 'Ada'), await makeGuest(admin, full, 'Bob')];
  const [one] = guests;
  const foreach = async (path) => {
    for (const guest of [...guests, ...guests]) {
      const found = isOwn(guest, await call('GET', path, { token: guest.token }));
      if (found !== true) return found;
    }
    return true;
  };
  const refusedAll = async (method, path, data) => {
    const { status, text } = await call(method, path, { token: one.token, data });
    return status === 403 || { status, text };
  };

  await check('rest-cache, as it is: each guest reads their own, again and again', async () => {
    await must('GET', '/api/tasks', { token: full });
    await call('GET', '/api/tasks');
    return foreach('/api/tasks');
  });
  await check('rest-cache, as it is: the self-check finds the content covered', async () => {
    const { rows, closed } = await must('GET', '/guest-access/coverage', { token: admin });
    const { verdict } = rows.find(({ contentType, way }) => contentType === 'api::task.task' && way === 'cache');
    return (verdict === 'covered' && !closed.includes('api::task.task')) || { verdict, closed };
  });
  await check(
    'rest-cache with hitpass: false: the content is closed to guests, before and after others asked',
    async () => {
      const first = await refusedAll('GET', '/api/notes');
      await must('GET', '/api/notes', { token: full });
      const second = await refusedAll('GET', '/api/notes');
      return first === true ? second : first;
    }
  );
  await check('rest-cache with hitpass: false: the log says what to set', () => {
    const log = readFileSync(logFile, 'utf8');
    return /api::note\.note is closed to guests: a response cache .*hitpass/.test(log) || log.slice(-1000);
  });
  await check('deep-populate: populate=* brings what the guest may see, from its cache too', () =>
    foreach('/api/tasks?populate=*')
  );
  for (const query of ['', '?populate=*']) {
    await check(`deep-populate with useCache: a guest writes ${query}`, async () => {
      const path = `/api/tasks/${one.task.documentId}${query}`;
      const title = `TASK-Ada written${query}`;
      return isOwn(one, await call('PUT', path, { token: one.token, data: { data: { title } } }));
    });
  }
  await check('deep-populate with useCache: a guest creates', async () => {
    const data = { data: { title: 'TASK-Ada new', project: one.project.documentId } };
    const { status, text } = await call('POST', '/api/tasks', { token: one.token, data });
    return isOwn(one, { status: status === 201 ? 200 : status, text });
  });
  for (const path of ['/api/reports?populate=all', '/api/reports?_q=populate-all']) {
    await check(`populate-all: ${path} brings the rows and fields that the guest may see`, async () => {
      const first = JSON.parse((await call('GET', path, { token: one.token })).text).data?.[0];
      return first?.project?.name === 'PROJECT-Ada' ? foreach(path) : first;
    });
  }
  await check('populate-all: refused where not all fields of the content may be read', async () => {
    const { status, text } = await call('GET', '/api/tasks?populate=all', { token: one.token });
    return status === 400 || { status, text };
  });
  await check('navigation: its menu is the site’s, and closed to guests', async () => {
    await must('GET', '/api/navigation/render/navigation', { token: full });
    return refusedAll('GET', '/api/navigation/render/navigation');
  });
  await check('meilisearch: the index is whole after a guest’s write', async () => {
    await must('PUT', `/api/tasks/${one.task.documentId}`, {
      token: one.token,
      data: { data: { title: 'TASK-Ada found' } },
    });
    await pause(1500);
    const written = search.documents.filter((document) => document?.title === 'TASK-Ada found');
    return (written.length > 0 && written.every(({ internal }) => internal === 'SECRET')) || search.documents.slice(-3);
  });
  await check('comments: reading and writing are closed to guests', async () => {
    const path = `/api/comments/api::task.task:${one.task.documentId}`;
    const read = await refusedAll('GET', path);
    return read === true ? refusedAll('POST', path, { content: 'x', author: { id: 1, name: 'GUEST-Bob' } }) : read;
  });
  await check('the site lives, and the guests are still in', async () => {
    const { status } = await call('GET', '/_health');
    return (status === 204 && site.alive() && (await foreach('/api/guest-access/me'))) || status;
  });
} catch (error) {
  tally.failed += 1;
  process.stdout.write(`${error.stack ?? error}\n`);
} finally {
  await site?.stop();
  await search.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(report(tally));
