import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { makeTask, startInstance, type Instance } from '../support';
import { everything, makeWorld, restoreSettings, widenSettings, type World } from './world';

const TASK = 'api::task.task';

interface Outcome {
  hook: string;
  work: string;
  state: 'started' | 'done' | 'failed';
  message?: string;
  seen?: number;
}

describe('X14 work that a guest’s write starts and does not wait for', () => {
  let world: World;
  let instance: Instance;
  beforeAll(async () => {
    await widenSettings();
    world = await makeWorld(everything);
    for (let made = 0; made < 25; made += 1) spare.push((await makeTask({ project: world.a.project })).documentId);
    instance = await startInstance({ FOREIGN_CODE: 'on' });
  }, 300_000);
  afterAll(async () => {
    instance.kill();
    await restoreSettings();
  });

  const send = (method: 'post' | 'put' | 'delete', path: string, works: string, data?: object) =>
    supertest(instance.url)
      [method](`/api/${path}`)
      .set(world.actor.headers)
      .set('x-foreign', works)
      .send(data && { data });
  /** Made before: two processes that write to one file of SQLite would be in each other's way. */
  const spare: string[] = [];
  const ownTask = (): string => spare.pop() ?? '';

  /** What became of it all, when it is over. @throws with the last words of an instance that is gone */
  const outcomes = async (): Promise<Outcome[]> => {
    for (let tries = 50; ; tries -= 1) {
      await sleep(200);
      const answer = await supertest(instance.url)
        .get('/foreign')
        .catch(() => {
          throw new Error(`the instance is gone: ${instance.said()}`);
        });
      const list = answer.body as Outcome[];
      if (tries === 0 || list.every(({ state }) => state !== 'started')) return list;
    }
  };
  const forget = () => supertest(instance.url).delete('/foreign').expect(204);

  const kinds = async (): Promise<Record<string, number>> =>
    (await supertest(instance.url).get('/foreign/seen').expect(200)).body;
  const updatesOfTags = async () => (await kinds())['updates of tags'] ?? 0;

  const works = ['at-once', 'microtask', 'immediate', 'timer', 'steps', 'transaction', 'held', 'write'];
  const all = works.join(',');
  const total = () => site.strapi.db.query(TASK).count();

  it.each(works)('is let go of when it is %s, and sees all that it would see for an editor', async (work) => {
    await forget();
    await send('put', `tasks/${ownTask()}`, work, { comment: 'Fait' }).expect(200);
    const seen = await outcomes();
    expect(seen.filter(({ state }) => state !== 'done')).toEqual([]);
    // Both kinds of lifecycles, both places of a document middleware, and the event.
    expect(new Set(seen.map(({ hook }) => hook)).size).toBe(9);
    expect(new Set(seen.map((one) => one.seen))).toEqual(new Set([await total()]));
  });

  it('causes one event for each document that it writes later', async () => {
    await forget();
    const before = await updatesOfTags();
    await send('put', `tasks/${ownTask()}`, 'write', { comment: 'Fait' }).expect(200);
    const { length } = await outcomes();
    expect((await updatesOfTags()) - before).toBe(length);
  });

  it.each(['create', 'update', 'delete'])('is let go of after a %s', async (action) => {
    const documentId = ownTask();
    await forget();
    if (action === 'create') {
      await send('post', 'tasks', all, { title: 'Poser', project: world.a.project.documentId }).expect(201);
    } else if (action === 'update') await send('put', `tasks/${documentId}`, all, { comment: 'Fait' }).expect(200);
    else await send('delete', `tasks/${documentId}`, all).expect(204);
    const seen = await outcomes();
    expect(seen.length).toBeGreaterThanOrEqual(9 * works.length);
    expect(seen.filter(({ state }) => state !== 'done')).toEqual([]);
  });

  it('is let go of after a write that is refused at the end, of which nothing is kept', async () => {
    const documentId = ownTask();
    const before = await total();
    await forget();
    await send('put', `tasks/${documentId}`, all, { project: null }).expect(403);
    await send('post', 'tasks', all, { title: 'Nulle part' }).expect(403);
    // What was undone is told to nobody, also not when the work writes something of its own later.
    expect((await outcomes()).filter(({ hook }) => hook.startsWith('entry.'))).toEqual([]);
    expect(await total()).toBe(before);
    await send('put', `tasks/${documentId}`, 'timer', { comment: 'Toujours là' }).expect(200);
  });

  it('does not end the process when it fails', async () => {
    await forget();
    for (const failing of ['rejected', 'rejected-later', 'write-at-once', 'rejected,write-at-once,timer']) {
      await send('put', `tasks/${ownTask()}`, failing, { comment: 'Fait' }).expect(200);
      await send('put', `tasks/${ownTask()}`, failing, { project: null }).expect(403);
      for (const { message = '' } of await outcomes()) expect(message).not.toContain('already complete');
    }
    await send('put', `tasks/${ownTask()}`, 'timer', { comment: 'Toujours là' }).expect(200);
  });

  it('each kind of a site’s code sees as the guide says', async () => {
    const read = await supertest(instance.url).get('/api/tasks').set(world.actor.headers).expect(200);
    const own = read.body.meta.pagination.total as number;
    const everything = await total();
    expect(own).toBeLessThan(everything);
    await send('put', `tasks/${world.a.task.documentId}`, '', { comment: 'Fait' }).expect(200);
    const { body } = await supertest(instance.url)
      .post('/graphql')
      .set(world.actor.headers)
      .send({ query: '{ foreignTasks }' })
      .expect(200);
    expect(body.data).toEqual({ foreignTasks: own });
    await sleep(1_500);
    expect(await kinds()).toMatchObject({
      'policy of GET': own,
      'policy of PUT': own,
      raw: everything,
      queue: everything,
      cron: everything,
    });
  });

  it('leaves what fails outside a guest’s request to Node', async () => {
    await supertest(instance.url)
      .get('/foreign/reject')
      .catch(() => undefined);
    await sleep(500);
    await expect(supertest(instance.url).get('/foreign')).rejects.toThrow();
    expect(instance.said()).toContain('nobody waits for this');
  });
});
