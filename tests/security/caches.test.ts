import supertest from 'supertest';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  apiToken,
  as,
  codeOf,
  guestWith,
  logsOf,
  makeGuest,
  makeProject,
  makeTask,
  queriesOf,
  startInstance,
  type Actor,
  type Instance,
  type Made,
  type MadeGuest,
} from '../support';

interface Cache {
  where: string;
  key: 'url' | 'path' | 'authorization';
  keeps: 'object' | 'text' | 'copy' | 'bytes';
  only?: string;
}

/** Two guests, each with a project and a task of their own, and somebody who sees everything. */
interface People {
  first: MadeGuest;
  second: MadeGuest;
  token: Actor;
  task: Made;
  project: Made;
}

const makePeople = async (): Promise<People> => {
  const [mine, other] = [await makeProject({ name: 'PROJET-1' }), await makeProject({ name: 'PROJET-2' })];
  const task = await makeTask({ project: mine, title: 'TACHE-1' });
  await makeTask({ project: other, title: 'TACHE-2' });
  return {
    first: await makeGuest({ projects: [mine], contact: { lastName: 'PREMIER' } }),
    second: await makeGuest({ projects: [other], contact: { lastName: 'SECOND' } }),
    token: await apiToken('full-access'),
    task,
    project: mine,
  };
};

// Each starts an instance of its own.
jest.setTimeout(300_000);

describe('X13 a response cache in the site', () => {
  let people: People;
  beforeAll(async () => {
    people = await makePeople();
  });

  const withCaches = async (caches: Cache[], work: (instance: Instance) => Promise<void>): Promise<void> => {
    const instance = await startInstance({ TEST_CACHES: JSON.stringify(caches) });
    try {
      await work(instance);
    } finally {
      instance.kill();
    }
  };
  const ask = (instance: Instance, path: string, { headers }: Actor) => supertest(instance.url).get(path).set(headers);
  const refusalOf = async (instance: Instance, path: string, actor: Actor) => {
    const { status, body } = await ask(instance, path, actor);
    return [status, codeOf({ body })];
  };
  /** The verdict of the self-check for each content type. */
  const verdicts = async (instance: Instance): Promise<Record<string, string>> => {
    const { body } = await ask(instance, pathTo('GetCoverage'), await administrator()).expect(200);
    const rows: { contentType: string; way: string; verdict: string }[] = body.data.rows;
    return Object.fromEntries(
      rows.filter(({ way }) => way === 'cache').map(({ contentType, verdict }) => [contentType, verdict])
    );
  };
  const paths = () => ['/api/tasks', `/api/tasks/${people.task.documentId}`, pathTo('GetMe'), '/api/projects'];

  it.each<Cache>([
    { where: 'site', key: 'url', keeps: 'object' },
    { where: 'site', key: 'path', keeps: 'copy' },
    { where: 'outside', key: 'url', keeps: 'bytes' },
  ])('that answers whoever asks the same address closes the site to guests: %j', async (cache) => {
    await withCaches([cache], async (instance) => {
      const { first, second, token } = people;
      for (const path of paths()) {
        for (const actor of [first.actor, token, second.actor, first.actor]) {
          const { status, text } = await ask(instance, path, actor);
          if (actor === token) continue;
          expect([path, status]).toEqual([path, 503]);
          expect(text).not.toMatch(/TACHE|PROJET|PREMIER|SECOND/);
        }
      }
      expect((await verdicts(instance))['api::task.task']).toBe('open');
      // The site itself goes on.
      const { body } = await ask(instance, '/api/tasks?filters[title][$startsWith]=TACHE', token).expect(200);
      expect(body.data.length).toBeGreaterThan(1);
    });
  });

  it('that tells callers apart by their token stays, and never answers a guest from what it kept', async () => {
    await withCaches([{ where: 'site', key: 'authorization', keeps: 'object' }], async (instance) => {
      const { task } = people;
      const path = `/api/tasks/${task.documentId}`;
      const { actor, contact } = await makeGuest({ projects: [people.project] });
      for (let round = 0; round < 3; round += 1) {
        expect((await ask(instance, path, actor).expect(200)).body.data.title).toBe('TACHE-1');
        expect((await ask(instance, path, people.second.actor)).status).toBe(404);
      }
      expect((await verdicts(instance))['api::task.task']).toBe('covered');
      const admin = as(await administrator());
      const { version } = (await admin.get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200))
        .body.data;
      await admin
        .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
          version,
          closed: true,
          resources: [],
          accessTypes: [],
        })
        .expect(200);
      expect((await ask(instance, path, actor)).status).toBe(401);
    });
  });

  it('on the routes of one content type closes that one, where it goes by the address', async () => {
    await withCaches(
      [
        { where: 'task', key: 'url', keeps: 'text' },
        { where: 'project', key: 'authorization', keeps: 'text' },
      ],
      async (instance) => {
        const { first, second, token, project } = people;
        await ask(instance, '/api/tasks', token).expect(200);
        expect(await refusalOf(instance, '/api/tasks', first.actor)).toEqual([403, null]);
        expect(await refusalOf(instance, pathTo('GetMe'), first.actor)).toEqual([200, null]);
        for (let round = 0; round < 2; round += 1) {
          const own = await ask(instance, `/api/projects/${project.documentId}`, first.actor).expect(200);
          expect(own.body.data.name).toBe('PROJET-1');
          expect((await ask(instance, '/api/projects', second.actor).expect(200)).text).not.toContain('PROJET-1');
        }
        const found = await verdicts(instance);
        expect(found).toMatchObject({ 'api::task.task': 'open', 'api::project.project': 'covered' });
      }
    );
  });

  it('that the trial does not meet, gives a guest 503 and keeps nothing of them', async () => {
    await withCaches([{ where: 'task', key: 'url', keeps: 'text', only: '/api/tasks' }], async (instance) => {
      const { first, second, token } = people;
      for (const actor of [first.actor, second.actor, first.actor]) {
        const { text } = await ask(instance, '/api/tasks?sort=title', actor).expect(200);
        expect(text.includes('TACHE-1')).toBe(actor === first.actor);
        expect(text.includes('TACHE-2')).toBe(actor === second.actor);
      }
      expect((await ask(instance, '/api/tasks', token).expect(200)).text).toContain('"title"');
      expect(await refusalOf(instance, '/api/tasks', first.actor)).toEqual([503, 'row_security_off']);
    });
  });
});

describe('the trial of caches', () => {
  it('leaves nothing behind: no row, no session, no line of the log, and nothing of it reaches a guest', async () => {
    const { token } = await makeGuest();
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    const sessions = () => site.strapi.db.connection('guest_access_vault_sessions').count({ count: '*' });
    const before = await sessions();
    let queries: string[] = [];
    const logs = await logsOf(async () => {
      queries = await queriesOf(() => admin.put(pathTo('SaveSettings'), settings).expect(200));
    });
    expect(logs.filter((line) => line.includes('self-check'))).toEqual([]);
    expect(logs.some((line) => line.includes(`PUT ${pathTo('SaveSettings')}`))).toBe(true);
    expect(queries.filter((sql) => /insert/i.test(sql) && !/activit/i.test(sql))).toEqual([]);
    expect(await sessions()).toEqual(before);
    const { body } = await as(guestWith(token)).get('/api/tasks/self-check-1').expect(404);
    expect(body.data).toBeNull();
  });

  it('finds the site of the tests without a cache', async () => {
    const { rows } = (
      await as(await administrator())
        .get(pathTo('GetCoverage'))
        .expect(200)
    ).body.data;
    const found = rows.filter(({ way }: { way: string }) => way === 'cache');
    expect(found.length).toBeGreaterThan(3);
    expect(new Set(found.map(({ verdict }: { verdict: string }) => verdict))).toEqual(new Set(['covered']));
  });
});
