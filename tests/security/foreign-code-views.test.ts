import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import supertest from 'supertest';
import { as, makeGuest, makeProject, makeTask, makeMilestone, type Made, type MadeGuest } from '../support';

const TASK = 'api::task.task';
type Row = Record<string, unknown>;

const tasks = () => site.strapi.db.query(TASK);
const total = () => tasks().count();

/** Hooks of other people, asleep but for the time of a test. */
type Note = (hook: string, what: unknown) => void;
let note: Note | null = null;

/** What code of others reads by itself, in any of Strapi's ways. */
const readings = async (documentId: string): Promise<object> => ({
  documents: await site.strapi.documents(TASK).findOne({ documentId, populate: ['project', 'milestone'] }),
  query: await tasks().findOne({ where: { documentId, internalNote: 'SECRET' }, populate: ['milestone'] }),
  entityService: await site.strapi.entityService.count(TASK),
  below: await site.strapi.db.query('api::project.project').count(),
});

const asleep = async <T>(work: () => Promise<T>): Promise<T> => {
  const waking = note;
  note = null;
  try {
    return await work();
  } finally {
    note = waking;
  }
};

beforeAll(() => {
  site.strapi.documents.use(async (context, next) => {
    if (note === null || context.uid !== TASK) return next();
    note(`documents.use ${context.action}, before`, context.params);
    const result = await next();
    note?.(`documents.use ${context.action}, after`, result);
    return result;
  });
  const look = async ({ action, params, ...event }: { action: string; params: object }) => {
    if (note === null) return;
    const { data, where, select, populate } = params as Row;
    const { result } = event as { result?: unknown };
    note(action, { data, where, select, populate, result });
    const documentId = (result as Row | undefined)?.['documentId'];
    const seen = note;
    if (typeof documentId === 'string') seen(`${action} reads`, await asleep(() => readings(documentId)));
  };
  site.strapi.db.lifecycles.subscribe({
    models: [TASK],
    beforeUpdate: look,
    afterUpdate: look,
    afterFindMany: ({ action, result }: { action: string; result?: unknown }) => void note?.(action, result),
  });
  site.strapi.eventHub.on('entry.update', async (payload) => note?.('entry.update', payload));
});

/** What the hooks see of some work. */
const seenIn = async (work: () => Promise<unknown>): Promise<[string, unknown][]> => {
  const seen: [string, unknown][] = [];
  note = (hook, what) => seen.push([hook, structuredClone(what)]);
  await work();
  await sleep(300);
  note = null;
  return seen;
};

/** Without what differs from one save to the next. */
const settled = (seen: unknown): unknown =>
  JSON.parse(JSON.stringify(seen, (key, value) => (key === 'updatedAt' || key === 'publishedAt' ? 'now' : value)));

describe('X14 what other people’s code sees because of a guest', () => {
  let guest: MadeGuest;
  let task: Made;
  beforeAll(async () => {
    const project = await makeProject();
    guest = await makeGuest({ projects: [project] });
    const milestone = await makeMilestone({ project });
    task = await makeTask({ project, milestone: milestone.documentId, internalNote: 'SECRET' });
    await makeTask({ title: 'CACHE' });
  });
  afterEach(() => {
    note = null;
  });

  it('is in a write what it sees for an editor, and the answer alone is cut', async () => {
    const data = { comment: 'Fait' };
    const { documentId } = task;
    const forEditor = await seenIn(() =>
      site.strapi.documents(TASK).update({ documentId, status: 'published', data: data as never })
    );
    let answer: Row = {};
    const forGuest = await seenIn(async () => {
      const path = `/api/tasks/${documentId}?fields=comment&populate=milestone`;
      answer = (await as(guest.actor).put(path, { data }).expect(200)).body.data;
    });
    // What is more is reads: our looks at the row, and the row read again in the guest's name.
    const isRead = (hook: string) => /find(One|Many)/i.test(hook);
    const others = forGuest.filter(([hook]) => !isRead(hook));
    expect(settled(others)).toEqual(settled(forEditor));
    expect(others.map(([hook]) => hook)).toEqual(
      expect.arrayContaining(['afterUpdate', 'afterUpdate reads', 'entry.update', 'documents.use update, after'])
    );
    const text = JSON.stringify(others);
    expect(text).toContain('SECRET');
    expect(JSON.stringify(Object.fromEntries(others)['entry.update'])).toContain('Jalon');
    expect(Object.keys(answer).sort()).toEqual(['comment', 'documentId', 'id']);
  });

  it('is in a read what the guest sees', async () => {
    const seen = await seenIn(() => as(guest.actor).get('/api/tasks').expect(200));
    const text = JSON.stringify(seen);
    expect(seen.map(([hook]) => hook)).toEqual(
      expect.arrayContaining(['afterFindMany', 'documents.use findMany, after'])
    );
    expect(text).toContain(task.documentId);
    expect(text).not.toMatch(/SECRET|CACHE/);
  });

  describe('webhooks', () => {
    let server: Server;
    const bodies: string[] = [];
    const hook = { id: '9001', name: 'test', isEnabled: true, headers: {}, events: ['entry.update'], url: '' };
    const runner = () =>
      site.strapi.get('webhookRunner') as { add(webhook: object): void; remove(webhook: object): void };
    beforeAll(async () => {
      server = createServer((request: IncomingMessage, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => void (bodies.push(body), response.end()));
      }).listen(0, '127.0.0.1');
      await once(server, 'listening');
      hook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => void server.close());

    it('carry the whole row, and a dead one harms nobody', async () => {
      const dead = { ...hook, id: '9002', url: 'http://127.0.0.1:9' };
      runner().add(dead);
      runner().add(hook);
      try {
        await as(guest.actor)
          .put(`/api/tasks/${task.documentId}`, { data: { comment: 'Fait' } })
          .expect(200);
        for (let tries = 0; bodies.length === 0 && tries < 50; tries += 1) await sleep(100);
      } finally {
        runner().remove(dead);
        runner().remove(hook);
      }
      expect(JSON.parse(bodies[0] ?? '{}').entry).toMatchObject({ documentId: task.documentId, milestone: {} });
      await as(guest.actor).get(`/api/tasks/${task.documentId}`).expect(200);
    });
  });

  describe('in a controller or service of the site', () => {
    /** Puts something in the place of the service behind `GET /api/tasks`. */
    const serving = async (find: () => Promise<object[]>, work: () => Promise<void>): Promise<void> => {
      const service = site.strapi.service(TASK) as { find(params: object): Promise<unknown> };
      const spy = jest
        .spyOn(service, 'find')
        .mockImplementation(async () => ({ results: await find(), pagination: {} }));
      try {
        await work();
      } finally {
        spy.mockRestore();
      }
    };

    it('is the guest’s rows until the request is over, and all of them afterwards', async () => {
      const counts: number[] = [];
      const workOn = async () => {
        counts.push(await total());
        await sleep(400);
        counts.push(await total());
      };
      await serving(
        async () => {
          void workOn();
          return [];
        },
        async () => {
          await as(guest.actor).get('/api/tasks').expect(200);
          await sleep(600);
        }
      );
      expect(counts).toEqual([1, await total()]);
    });

    it('stays the guest’s rows where they hang up', async () => {
      const counts: number[] = [];
      let isDone = (): void => undefined;
      const done = new Promise<void>((resolve) => (isDone = resolve));
      await serving(
        async () => {
          await sleep(500);
          counts.push(await total());
          await tasks()
            .updateMany({ where: {}, data: { description: 'PIRATE' } })
            .finally(isDone);
          return [];
        },
        async () => {
          await supertest(site.url)
            .get('/api/tasks')
            .set(guest.actor.headers)
            .timeout(150)
            .catch(() => undefined);
          await done;
        }
      );
      expect(counts).toEqual([1]);
      expect(await tasks().count({ where: { description: 'PIRATE', documentId: { $ne: task.documentId } } })).toBe(0);
    });

    it('stays the guest’s rows in a body that is read as it is sent', async () => {
      const pages = async function* () {
        for (let page = 0; page < 3; page += 1) {
          await sleep(50);
          yield JSON.stringify(await site.strapi.documents(TASK).findMany({ fields: ['title'] }));
        }
      };
      const controller = site.strapi.controller(TASK) as { transformResponse(data: unknown): Promise<unknown> };
      const spy = jest.spyOn(controller, 'transformResponse').mockImplementation(async () => Readable.from(pages()));
      try {
        const sent = await (await fetch(`${site.url}/api/tasks`, { headers: guest.actor.headers })).text();
        expect(sent).toContain(task.documentId);
        expect(sent).not.toContain('CACHE');
      } finally {
        spy.mockRestore();
      }
    });
  });
});
