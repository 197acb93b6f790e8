import { pathTo } from '../../../contract/routes';
import assert from 'node:assert/strict';
import type { Suite, Tried } from '../suite';
import { clientOf, type Answer, type Client } from './client';
import { makeWorld, type Guest, type World } from './world';

/** Whether an answer holds what is the guest's, and nothing of the other's or of what no guest may read. */
const isOwn = ({ name }: Guest, { status, text }: Answer, about: string): void => {
  assert.ok(status < 300, `${about}: ${status} ${text}`);
  const names = [...new Set([...text.matchAll(/-(Ada|Bob)/g)].map(([, found]) => found))];
  assert.deepEqual(names, [name], `${about}: ${text}`);
  assert.ok(!text.includes('SECRET'), `${about}: ${text}`);
};

/** Addresses that bring each guest what is theirs. */
const owns = [
  '/api/tasks',
  '/api/tasks?populate=*',
  '/api/tasks?populate[project][populate][tasks]=true',
  '/api/tasks?filters[$not][title][$eq]=x',
  '/api/tasks?filters[project][tasks][title][$contains]=TASK',
  '/api/pages?_q=page&fields[0]=title',
  '/api/tasks?sort=title:desc&pagination[pageSize]=1',
  '/api/projects?populate=tasks',
  '/api/pages?populate[tasks]=true&populate[parts][populate]=task&populate[zone][on][shared.part][populate]=task',
];

/** Questions about rows that are hidden: none has an answer. */
const probes = [
  ['/api/tasks?filters[title][$contains]=OTHER', 'none'],
  ['/api/tasks?filters[project][name][$contains]=OTHER', 'none'],
  ['/api/projects?filters[tasks][title][$contains]=OTHER', 'none'],
  ['/api/pages?filters[parts][task][title][$contains]=OTHER', 'none'],
  ['/api/pages?_q=OTHER', 'none'],
  ['/api/tasks?_q=task', 'refused'],
  ['/api/tasks?filters[internal][$contains]=SECRET', 'refused'],
  ['/api/tasks?filters[project][budget][$contains]=SECRET', 'refused'],
  ['/api/tasks?sort=project.name', 'refused'],
  ['/api/tasks?sort=internal', 'refused'],
  ['/api/tasks?fields[0]=internal', 'refused'],
  ['/api/tasks?populate[project][filters][budget][$contains]=SECRET', 'refused'],
  ['/api/persons', 'forbidden'],
] as const;

const readAll = async ({ call }: Client, { ada, bob }: World): Promise<void> => {
  for (const [guest, other] of [
    [ada, bob],
    [bob, ada],
  ] as const) {
    for (const path of owns) isOwn(guest, await call('GET', path, guest.token), path);
    for (const type of ['task', 'project', 'page'] as const) {
      isOwn(guest, await call('GET', `/api/${type}s/${guest[type]}`, guest.token), `their ${type}`);
      assert.equal((await call('GET', `/api/${type}s/${other[type]}`, guest.token)).status, 404, `another's ${type}`);
    }
    const total = JSON.parse((await call('GET', '/api/tasks', guest.token)).text) as {
      meta: { pagination: { total: number } };
    };
    assert.equal(total.meta.pagination.total, 1, 'the total');
    for (const [path, expected] of probes) {
      const { status, data, text } = await call('GET', path.replace('OTHER', other.name), guest.token);
      if (expected === 'none') assert.deepEqual([status, data], [200, []], `${path}: ${text}`);
      else assert.equal(status, expected === 'refused' ? 400 : 403, `${path}: ${text}`);
    }
  }
};

const readGraphql = async ({ call }: Client, { ada, bob }: World, hasGraphql: boolean): Tried => {
  if (!hasGraphql) return 'absent';
  const query =
    '{ tasks { title project { name tasks { title } } } pages { title tasks { title } parts { label task { title } } } }';
  for (const guest of [ada, bob]) isOwn(guest, await call('POST', '/graphql', guest.token, { query }), 'GraphQL');
  const secret = await call('POST', '/graphql', ada.token, { query: '{ tasks { title internal } }' });
  assert.ok(!secret.text.includes('SECRET'), secret.text);
  const data = `mutation { updateTask(documentId: "${bob.task}", data: { title: "taken" }) { title } }`;
  assert.ok((await call('POST', '/graphql', ada.token, { query: data })).text.includes('errors'));
};

const writeAll = async ({ call, must }: Client, { ada, bob, full }: World): Promise<void> => {
  const write = (method: string, path: string, data?: object) =>
    call(method, `/api/${path}`, ada.token, data === undefined ? undefined : { data });
  const refused = async (status: number, what: string, answer: Promise<Answer>) => {
    const { status: found, text } = await answer;
    assert.equal(found, status, `${what}: ${text}`);
  };
  isOwn(ada, await write('PUT', `tasks/${ada.task}?populate=*`, { title: 'TASK-Ada again' }), 'an update');
  const made = await write('POST', 'tasks', { title: 'TASK-Ada new', project: ada.project });
  isOwn(ada, made, 'a create');
  const { documentId } = made.data as { documentId: string };
  await refused(404, "an update of another's", write('PUT', `tasks/${bob.task}`, { title: 'taken' }));
  await refused(404, "a delete of another's", write('DELETE', `tasks/${bob.task}`));
  await refused(400, 'a hidden field', write('PUT', `tasks/${ada.task}`, { internal: 'x' }));
  await refused(400, "a create in another's project", write('POST', 'tasks', { title: 'x', project: bob.project }));
  for (const project of [bob.project, { connect: [bob.project] }, { set: [{ documentId: bob.project }] }]) {
    await refused(400, 'a move to another project', write('PUT', `tasks/${ada.task}`, { project }));
  }
  await refused(403, 'a move out of reach', write('PUT', `tasks/${documentId}`, { project: null }));
  await refused(204, 'a delete', write('DELETE', `tasks/${documentId}`));
  await refused(400, 'parts that hide a row', write('PUT', `pages/${ada.page}`, { parts: [] }));
  await refused(403, 'a create of a page', write('POST', 'pages', { title: 'x' }));
  isOwn(ada, await write('PUT', `pages/${ada.page}`, { title: 'PAGE-Ada again' }), 'a save of a page');
  const draft = await must('GET', `/api/pages/${ada.page}?status=draft`, full);
  const published = await must('GET', `/api/pages/${ada.page}`, full);
  assert.deepEqual([draft['title'], published['title']], ['PAGE-Ada again', 'PAGE-Ada again']);
  const kept = await must('GET', `/api/tasks/${bob.task}?populate=project`, full);
  assert.deepEqual([kept['title'], (kept['project'] as { name: string }).name], ['TASK-Bob', 'PROJECT-Bob']);
};

const checkItself = async ({ must }: Client, { admin }: World, hasGraphql: boolean): Promise<void> => {
  const { rows, closed } = (await must('GET', pathTo('GetCoverage'), admin)) as {
    rows: { contentType: string; way: string; through: string | null; verdict: string }[];
    closed: string[];
  };
  assert.deepEqual([closed, rows.filter(({ verdict }) => verdict === 'open')], [[], []]);
  const covered = new Set(rows.filter(({ verdict }) => verdict === 'covered').map(({ way }) => way));
  for (const way of ['list', 'one', 'count', 'write', 'populate', 'hop-filter', ...(hasGraphql ? ['graphql'] : [])]) {
    assert.ok(covered.has(way), `${way} is not covered`);
  }
};

const readAsEditor = async ({ call }: Client, { admin }: World): Promise<void> => {
  const hidden = await call('GET', '/content-manager/collection-types/plugin::guest-access.grant', admin);
  assert.equal(hidden.status, 404, hidden.text);
  const users = await call('GET', '/content-manager/relations/plugin::guest-access.contact/company?populate=*', admin);
  assert.equal(users.status, 400, users.text);
};

declare global {
  /** What a query of the query builder brought last, made while tasks were listed (query-scopes.cjs). */
  var pastHooks: { title: string }[] | undefined;
}

/** Where Strapi has query scopes, code that reads or writes past the hooks in a guest's request meets what is theirs. */
const passHooks = async (url: string, { ada, bob, full }: World): Tried => {
  const list = async (token: string, hours: number) => {
    globalThis.pastHooks = undefined;
    await fetch(`${url}/api/tasks`, { headers: { Authorization: `Bearer ${token}`, 'X-Hours': String(hours) } });
    return globalThis.pastHooks as { title: string; hours: number }[] | undefined;
  };
  if ((await list(full, 1)) === undefined) return 'absent';
  for (const [index, { name, token }] of [ada, bob].entries()) {
    const found = (await list(token, index + 2)) ?? [];
    assert.ok(found.length > 0 && found.every(({ title }) => title.startsWith(`TASK-${name}`)), JSON.stringify(found));
  }
  const written = new Set((await list(full, 9))?.map(({ title, hours }) => `${title.slice(0, 8)} ${hours}`));
  assert.deepEqual(written, new Set(['TASK-Ada 2', 'TASK-Bob 3']));
};

/** What the plugin promises, in a short form, on a site with it. */
export const suite = (): Suite => {
  let world: Promise<World> | null = null;
  const withWorld =
    (work: (client: Client, world: World, hasGraphql: boolean, url: string) => Tried): Suite['parts'][string] =>
    async (strapi, url) => {
      const client = clientOf(url);
      return work(client, await (world ??= makeWorld(client)), 'graphql' in strapi.plugins, url);
    };
  return {
    parts: {
      'plugin: the self-check covers all': withWorld(checkItself),
      'plugin: reads': withWorld(readAll),
      'plugin: reads and writes by GraphQL': withWorld(readGraphql),
      'plugin: writes': withWorld(writeAll),
      'plugin: code that goes past the hooks': withWorld((_client, made, _hasGraphql, url) => passHooks(url, made)),
      'plugin: what an editor is not shown': withWorld(readAsEditor),
    },
  };
};
