import {
  as,
  makeContact,
  makeGuest,
  makeProject,
  makeTag,
  makeTask,
  makeTicket,
  siteUser,
  type Actor,
  type Made,
} from '../support';
import { everything, HIDDEN, makeWorld, PRIVATE, restoreSettings, widenSettings, type World } from './world';

const absent = 'a1b2c3d4e5f6g7h8i9j0k1l2';

interface Row extends Made {
  [field: string]: unknown;
}

const rowsOf = (uid: string, where: object): Promise<Row[]> =>
  site.strapi.db.query(uid as never).findMany({ where, populate: true, orderBy: { id: 'asc' } } as never) as never;

/** A row with all its links, as the database holds it, links in the order of their numbers. */
const stored = async (uid: string, { documentId }: Made): Promise<Row[]> => {
  const byId = (a: Made, b: Made) => a.id - b.id;
  const ordered = ([name, value]: [string, unknown]) => [name, Array.isArray(value) ? value.sort(byId) : value];
  return (await rowsOf(uid, { documentId })).map((row) => Object.fromEntries(Object.entries(row).map(ordered)));
};

const TASK = 'api::task.task';
const TICKET = 'api::ticket.ticket';
const DOCUMENT = 'api::document.document';
const PROJECT = 'api::project.project';
const TAG = 'api::tag.tag';

describe('what a guest writes', () => {
  let world: World;
  const put = (path: string, data: unknown, actor: Actor = world.actor) => as(actor).put(`/api/${path}`, { data });
  const post = (path: string, data: unknown) => as(world.actor).post(`/api/${path}`, { data });

  beforeAll(async () => {
    await widenSettings();
    world = await makeWorld(everything);
  });
  afterAll(restoreSettings);

  /** Runs a request that must be refused and must leave these rows as they are. */
  const expectRefused = async (
    request: () => PromiseLike<{ status: number; text: string }>,
    kept: readonly (readonly [string, Made])[],
    statuses: readonly number[] = [400, 403, 404]
  ): Promise<void> => {
    const before = await Promise.all(kept.map(([uid, row]) => stored(uid, row)));
    const { status, text } = await request();
    expect(statuses).toContain(status);
    expect(text).not.toContain(HIDDEN);
    expect(text).not.toContain(PRIVATE);
    expect(await Promise.all(kept.map(([uid, row]) => stored(uid, row)))).toEqual(before);
  };

  it('does its work where it may: create, change, delete', async () => {
    const { project } = world.a;
    const created = await post('tasks', { title: 'Poser', project: project.documentId }).expect(201);
    const path = `tasks/${created.body.data.documentId}`;
    const changed = await put(`${path}?populate=project`, { comment: 'Fait' }).expect(200);
    expect(changed.body.data).toMatchObject({ comment: 'Fait', project: { documentId: project.documentId } });
    await as(world.actor).delete(`/api/${path}`).expect(204);
    await as(world.actor).get(`/api/${path}`).expect(404);
  });

  const foreign = (world: World): readonly [string, unknown][] => {
    const { documentId, id } = world.b.project;
    return [
      ['its documentId', documentId],
      ['its number', id],
      ['its number as text', String(id)],
      ['its number with a space', ` ${id}`],
      ['a list', [documentId]],
      ['an object', { documentId }],
      ['an object with its number', { id }],
      ['connect', { connect: [{ documentId }] }],
      ['connect by number', { connect: [{ id }] }],
      ['connect with one', { connect: { documentId } }],
      ['connect with a text', { connect: documentId }],
      ['connect with texts', { connect: [documentId] }],
      ['set', { set: [{ documentId }] }],
      ['set with texts', { set: [documentId] }],
      ['own number, foreign documentId', { id: world.a.project.id, documentId }],
      ['own documentId, foreign number', { connect: [{ id, documentId: world.a.project.documentId }] }],
      ['a language beside', { connect: [{ documentId, locale: 'fr', status: 'draft' }] }],
      ['own and foreign', { connect: [{ documentId: world.a.project.documentId }, { documentId }] }],
      ['disconnect', { disconnect: [{ documentId }] }],
      [
        'connect beside disconnect',
        { connect: [{ documentId }], disconnect: [{ documentId: world.a.project.documentId }] },
      ],
      [
        'a place before it',
        { connect: [{ documentId: world.a.project.documentId, position: { before: documentId } }] },
      ],
    ];
  };

  it('A17, A18 ties nothing to a row of another, in any form that a relation takes', async () => {
    const { a, b } = world;
    for (const [, project] of foreign(world)) {
      const kept = [
        [TASK, a.task],
        [PROJECT, b.project],
        [TASK, b.task],
      ] as const;
      await expectRefused(() => put(`tasks/${a.task.documentId}`, { project }), kept);
      const count = (await rowsOf(TASK, {})).length;
      await expectRefused(() => post('tasks', { title: 'Glissée', project }), [[PROJECT, b.project]]);
      expect((await rowsOf(TASK, {})).length).toBe(count);
    }
  });

  it('A18 answers the same whether the row it names is hidden or not there', async () => {
    for (const [hidden, none] of [
      [world.b.project.documentId, absent],
      [world.b.project.id, 9_999_999],
      [{ connect: [{ id: world.b.project.id }] }, { connect: [{ id: 9_999_999 }] }],
      [{ set: [world.b.project.documentId] }, { set: [absent] }],
      [{ disconnect: [world.b.project.documentId] }, { disconnect: [absent] }],
    ]) {
      const path = `tasks/${world.a.task.documentId}`;
      const [first, second] = [await put(path, { project: hidden }), await put(path, { project: none })];
      expect({ status: first.status, body: first.body }).toEqual({ status: second.status, body: second.body });
    }
  });

  it.each([
    ['a condition for a number', { connect: [{ id: { $gt: 0 } }] }],
    ['a condition for a documentId', { connect: [{ documentId: { $ne: '' } }] }],
    ['a condition at once', { id: { $gt: 0 } }],
    ['a list for a number', { connect: [{ id: [1] }] }],
    ['null for a number', { connect: [{ id: null }] }],
    ['true', true],
    ['an empty text', ''],
    ['an empty object', {}],
    ['a text that is neither', '1 or 1=1'],
    ['another word beside', { connect: [], options: { strict: false } }],
    ['another type', { connect: [{ id: 9_999_999, __type: 'api::invoice.invoice' }] }],
    ['a place that is a row', { connect: [{ id: 1, position: { before: { id: 1 } } }] }],
    ['a place of another kind', { connect: [{ id: 1, position: [1] }] }],
    ['a list in a list', [[1]]],
    ['a negative number', -1],
    ['half a number', 1.5],
    ['a huge number', 1e30],
    ['ten thousand numbers', Array.from({ length: 10_000 }, (_, index) => index + 1_000_000)],
    ['fifty thousand numbers', Array.from({ length: 50_000 }, (_, index) => index + 1_000_000)],
    ['a prototype', { __proto__: { connect: [1] }, constructor: 1 }],
  ])('A18, A25 refuses a relation that is %s', async (_what, value) => {
    const kept = [
      [TASK, world.a.task],
      [TASK, world.b.task],
    ] as const;
    await expectRefused(() => put(`tasks/${world.a.task.documentId}`, { project: value }), kept);
    await expectRefused(() => put(`tasks/${world.a.task.documentId}`, { tags: value }), kept);
  });

  it('A19, W05 lets no row leave, be given away or be stolen', async () => {
    const { a, b } = world;
    const task = `tasks/${a.task.documentId}`;
    for (const project of [
      null,
      [],
      { set: [] },
      { disconnect: [{ documentId: a.project.documentId }] },
      { disconnect: [a.project.id] },
    ])
      await expectRefused(() => put(task, { project }), [[TASK, a.task]]);
    const theirs = b.guest.contact.documentId;
    for (const contact of [
      theirs,
      null,
      [],
      { connect: [theirs] },
      { set: [theirs] },
      { disconnect: [a.guest.contact.documentId] },
    ])
      await expectRefused(() => put(`tickets/${a.ticket.documentId}`, { contact }), [[TICKET, a.ticket]]);
  });

  it('W02 makes a new row its maker’s own, whatever the body says', async () => {
    const { body } = await post('tickets', { subject: 'Sans propriétaire' }).expect(201);
    const [row] = await rowsOf(TICKET, { documentId: body.data.documentId });
    expect(row?.['contact']).toMatchObject({ documentId: world.a.guest.contact.documentId });
    const count = (await rowsOf(TICKET, {})).length;
    for (const contact of [world.b.guest.contact.documentId, { connect: [world.b.guest.contact.documentId] }, absent])
      await expectRefused(() => post('tickets', { subject: 'Pour un autre', contact }), []);
    expect((await rowsOf(TICKET, {})).length).toBe(count);
  });

  it('W02 makes no row that nobody’s access reaches', async () => {
    const count = (await rowsOf(TASK, {})).length;
    await expectRefused(() => post('tasks', { title: 'Sans projet' }), []);
    await expectRefused(() => post('tasks', { title: 'Sans projet', project: null }), []);
    expect((await rowsOf(TASK, {})).length).toBe(count);
  });

  it('A20 neither changes nor deletes a row of another, and answers as for none', async () => {
    const { a, b } = world;
    const reference = await put(`tasks/${absent}`, { comment: 'x' });
    expect(reference.status).toBe(404);
    for (const [uid, type, row] of [
      [TASK, 'tasks', b.task],
      [TICKET, 'tickets', b.ticket],
      [DOCUMENT, 'documents', b.document],
      [DOCUMENT, 'documents', a.draft],
    ] as const) {
      for (const name of [row.documentId, String(row.id)]) {
        for (const query of [
          '',
          '?locale=*',
          '?locale=fr',
          '?locale=en',
          '?locale=zz',
          '?status=draft',
          '?status=published',
          '?populate=*',
        ]) {
          for (const call of [
            () => put(`${type}/${name}${query}`, {}),
            () => as(world.actor).delete(`/api/${type}/${name}${query}`),
          ]) {
            const before = await stored(uid, row);
            const { status, body } = await call();
            expect([type, query, status]).toEqual([type, query, 404]);
            expect(body).toEqual(reference.body);
            expect(await stored(uid, row)).toEqual(before);
          }
        }
      }
    }
  });

  it('A20 writes only what the access type says: nothing to a project, a report it may not delete', async () => {
    const { a } = world;
    await expectRefused(
      () => put(`projects/${a.project.documentId}`, { name: 'x' }),
      [[PROJECT, a.project]],
      [403, 404]
    );
    await expectRefused(
      () => as(world.actor).delete(`/api/projects/${a.project.documentId}`),
      [[PROJECT, a.project]],
      [403, 404]
    );
    await expectRefused(() => post('projects', { code: 'x', name: 'x' }), [], [403, 404]);
    const report = ['api::activity-report.activity-report', a.report] as const;
    await expectRefused(
      () => as(world.actor).delete(`/api/activity-reports/${a.report.documentId}`),
      [report],
      [403, 404]
    );
    await expectRefused(() => put(`activity-reports/${a.report.documentId}`, { internalNote: 'x' }), [report]);
    await expectRefused(() => as(world.actor).put('/api/site-notice', { data: { text: 'x' } }), [], [403, 404]);
    await expectRefused(() => as(world.actor).delete('/api/site-notice'), [], [403, 404]);
    await expectRefused(
      () => post('invoices', { number: 'x', amount: 1, project: a.project.documentId }),
      [],
      [403, 404]
    );
  });

  it.each([
    ['id', 1],
    ['documentId', 'abcdefghijklmnopqrstuvwx'],
    ['createdBy', 1],
    ['updatedBy', 1],
    ['publishedAt', '2020-01-01T00:00:00.000Z'],
    ['createdAt', '2020-01-01T00:00:00.000Z'],
    ['updatedAt', '2020-01-01T00:00:00.000Z'],
    ['locale', 'fr'],
    ['localizations', []],
    ['internalNote', 'x'],
    ['internal_note', 'x'],
    ['dueAt', '2020-01-01T00:00:00.000Z'],
    ['nope', 1],
    ['constructor', { x: 1 }],
    ['toString', 1],
    ['__component', 'shared.note'],
  ])('A21, A22 takes no %s from a body', async (name, value) => {
    const { a } = world;
    await expectRefused(() => put(`tasks/${a.task.documentId}`, { [name]: value }), [[TASK, a.task]]);
    const count = (await rowsOf(TASK, {})).length;
    await expectRefused(() => post('tasks', { title: 'x', project: a.project.documentId, [name]: value }), []);
    expect((await rowsOf(TASK, {})).length).toBe(count);
  });

  it('A21 leaves the prototype of everything alone', async () => {
    const { headers } = world.actor;
    for (const body of [
      `{"data":{"__proto__":{"polluted":1}}}`,
      `{"__proto__":{"polluted":1},"data":{}}`,
      `{"data":{"constructor":{"prototype":{"polluted":1}}}}`,
    ]) {
      const { status } = await as({ name: 'guest', headers: { ...headers, 'Content-Type': 'application/json' } }).put(
        `/api/tasks/${world.a.task.documentId}`,
        body
      );
      expect(status).toBeLessThan(500);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      expect(site.strapi.config.get('polluted')).toBeUndefined();
    }
  });

  it('A23 names no hidden row through a component or a zone, and no part that is not there', async () => {
    const { a, b } = world;
    const path = `documents/${a.document.documentId}?locale=fr`;
    const kept = [
      [DOCUMENT, a.document],
      [PROJECT, b.project],
      [TASK, b.task],
    ] as const;
    for (const data of [
      { references: [{ label: 'x', project: b.project.documentId }] },
      { references: [{ label: 'x', project: { connect: [b.project.id] } }] },
      { references: { label: 'x', project: b.project.id } },
      { sections: [{ __component: 'shared.task-list', tasks: [b.task.id] }] },
      { sections: [{ __component: 'shared.task-list', tasks: { connect: [b.task.documentId] } }] },
      { sections: [{ __component: 'shared.reference', project: a.project.id }] },
      { sections: [{ __component: 'constructor', tasks: [1] }] },
      { sections: [{ __component: 'api::task.task', title: 'x' }] },
      { sections: [{ tasks: [1] }] },
      { sections: 'x' },
      { references: 'x' },
      { references: [['x']] },
      { attachment: 1 },
      { attachment: { id: 1 } },
      { attachment: { set: [1] } },
    ]) {
      await expectRefused(() => put(path, data), kept);
      await expectRefused(
        () => post('documents?locale=fr', { title: 'x', project: a.project.documentId, ...data }),
        kept
      );
    }
  });

  it('A23, W06 drops no link that they do not see, by replacing the list it stands in', async () => {
    const { a } = world;
    const path = `documents/${a.document.documentId}?locale=fr`;
    for (const data of [
      { references: [] },
      { references: null },
      { references: [{ label: 'Autre', project: a.project.documentId }] },
      { sections: [] },
      { sections: [{ __component: 'shared.note', text: 'x' }] },
    ])
      await expectRefused(() => put(path, data), [[DOCUMENT, a.document]]);
    const mixed = await site.strapi.documents(TAG as never).create({
      data: { name: 'mêlée', tasks: [a.task.documentId, world.b.task.documentId] } as never,
    });
    const tag: Made = { id: Number(mixed.id), documentId: mixed.documentId };
    for (const tasks of [[], null, { set: [] }, [a.task.documentId], { set: [{ documentId: a.task.documentId }] }])
      await expectRefused(() => put(`tags/${tag.documentId}`, { tasks }), [[TAG, tag]]);
    await put(`tags/${tag.documentId}`, { tasks: { disconnect: [a.task.documentId] } }).expect(200);
    const [row] = await rowsOf(TAG, { documentId: tag.documentId });
    expect(row?.['tasks']).toMatchObject([{ documentId: world.b.task.documentId }]);
  });

  it('W06 puts nothing in the place of a single link that they do not see', async () => {
    const { a, b } = world;
    const task = await makeTask({ project: a.project, milestone: b.milestone.documentId });
    const own = a.milestone.documentId;
    for (const milestone of [
      own,
      null,
      [own],
      { set: [own] },
      { connect: [own] },
      { connect: [{ id: a.milestone.id }] },
      { connect: { documentId: own } },
    ])
      await expectRefused(() => put(`tasks/${task.documentId}`, { milestone }), [[TASK, task]]);
  });

  it('W06 takes no row away from a hidden one, from the other end of a relation', async () => {
    const { b } = world;
    // Everybody’s tags may be changed by A; a task of B’s may not be named there.
    const tag = await makeTag();
    for (const tasks of [
      [b.task.documentId],
      { connect: [b.task.id] },
      { connect: [{ documentId: b.task.documentId }] },
    ])
      await expectRefused(
        () => put(`tags/${tag.documentId}`, { tasks }),
        [
          [TAG, tag],
          [TASK, b.task],
        ]
      );
  });

  it.each([
    ['a list', { data: [{ title: 'x' }] }],
    ['a text', { data: 'x' }],
    ['null', { data: null }],
    ['nothing', {}],
    ['a list at once', []],
    ['more than data', { data: { comment: 'x' }, meta: {} }],
    ['an identity', { data: { comment: 'x' }, documentId: absent }],
    ['parameters', { data: { comment: 'x' }, populate: '*', filters: {} }],
  ])('A24 refuses a body that is %s', async (_what, body) => {
    await expectRefused(
      () => as(world.actor).put(`/api/tasks/${world.a.task.documentId}`, body),
      [[TASK, world.a.task]],
      [400]
    );
    const count = (await rowsOf(TASK, {})).length;
    await expectRefused(() => as(world.actor).post('/api/tasks', body), [], [400]);
    expect((await rowsOf(TASK, {})).length).toBe(count);
  });

  it('A24 takes the last of two keys of the same name and checks that one', async () => {
    const { a, b } = world;
    const actor = { name: 'guest', headers: { ...world.actor.headers, 'Content-Type': 'application/json' } };
    const twice = `{"data":{"project":"${a.project.documentId}","project":"${b.project.documentId}"}}`;
    await expectRefused(() => as(actor).put(`/api/tasks/${a.task.documentId}`, twice), [[TASK, a.task]]);
    const bodies = `{"data":{"comment":"x"},"data":{"internalNote":"x"}}`;
    await expectRefused(() => as(actor).put(`/api/tasks/${a.task.documentId}`, bodies), [[TASK, a.task]]);
  });

  it('A24 reads no form for a body of JSON', async () => {
    const { a } = world;
    const { headers } = world.actor;
    const path = `/api/tasks/${a.task.documentId}`;
    for (const [type, body] of [
      ['text/plain', '{"data":{"comment":"texte"}}'],
      ['application/xml', '<data/>'],
    ] as const)
      await expectRefused(
        () => as({ name: 'guest', headers: { ...headers, 'Content-Type': type } }).put(path, body),
        [[TASK, a.task]],
        [400, 415]
      );
  });

  it.each([
    'where[id]=1',
    'lookup[id]=1',
    '_q=x',
    'filters[title]=x',
    'filters[internalNote][$startsWith]=N',
    'filters[tags][tasks][title][$startsWith]=CACHE',
    'sort=project.code',
    'sort=internalNote',
    'fields=internalNote',
    'populate[tags][sort]=tasks.title',
    'populate[project][filters][internalNote][$contains]=N',
    'publicationFilter=never-published-document',
    'pagination[limit]=-1',
    'documentId=x',
    'data[comment]=x',
  ])('A04 writes nothing on a query with %s', async (query) => {
    const { task, project } = world.a;
    await expectRefused(() => put(`tasks/${task.documentId}?${query}`, { comment: 'x' }), [[TASK, task]], [400]);
    // What a deletion would have answered with, it never gives: a populate of it is not looked at.
    if (!query.startsWith('populate'))
      await expectRefused(
        () => as(world.actor).delete(`/api/tasks/${task.documentId}?${query}`),
        [[TASK, task]],
        [400]
      );
    const count = (await rowsOf(TASK, {})).length;
    await expectRefused(() => post(`tasks?${query}`, { title: 'x', project: project.documentId }), [], [400]);
    expect((await rowsOf(TASK, {})).length).toBe(count);
  });

  it('A04 asks no question by deleting: what is deleted does not depend on hidden rows or fields', async () => {
    const { a, b } = world;
    const remaining = async (query: string): Promise<boolean> => {
      const tag = await makeTag({ tasks: [b.task.documentId] });
      await as(world.actor).delete(`/api/tags/${tag.documentId}?${query}`);
      return (await rowsOf(TAG, { documentId: tag.documentId })).length > 0;
    };
    expect(await remaining('filters[tasks][title][$startsWith]=CACHE')).toBe(
      await remaining('filters[tasks][title][$startsWith]=zzz')
    );
    const kept = async (query: string): Promise<boolean> => {
      const task = await makeTask({ project: a.project });
      await as(world.actor).delete(`/api/tasks/${task.documentId}?${query}`);
      return (await rowsOf(TASK, { documentId: task.documentId })).length > 0;
    };
    expect(await kept(`_q=${PRIVATE}`)).toBe(await kept('_q=zzzzzz'));
  });

  it('A08 answers a write with their rows only', async () => {
    for (const query of [
      'populate=*',
      'populate=project.tasks',
      'populate=tags.tasks',
      'populate[tags][populate]=tasks',
      'populate[project][populate]=invoices',
    ]) {
      const { text, status } = await put(`tasks/${world.a.task.documentId}?${query}`, { comment: 'Vu' });
      expect(status).toBeLessThan(500);
      expect(text).not.toContain(HIDDEN);
      expect(text).not.toContain(PRIVATE);
    }
  });

  it('A13, W04 publishes no draft, makes none of another’s languages, and deletes no other language', async () => {
    const { a, b } = world;
    for (const query of ['?locale=en', '?locale=de', '?locale=*', '?locale=zz', '?locale=en&status=published']) {
      const before = await stored(DOCUMENT, b.document);
      expect((await put(`documents/${b.document.documentId}${query}`, { title: 'x' })).status).toBe(404);
      expect(await stored(DOCUMENT, b.document)).toEqual(before);
    }
    await expectRefused(
      () => put(`documents/${a.draft.documentId}?locale=fr&status=published`, { title: 'x' }),
      [[DOCUMENT, a.draft]],
      [404]
    );
    await expectRefused(
      () => put(`documents/${a.document.documentId}?locale=zz`, { title: 'x' }),
      [[DOCUMENT, a.document]]
    );
    for (const action of ['actions/publish', 'actions/unpublish', 'actions/clone', 'clone', 'publish'])
      for (const path of [`documents/${a.document.documentId}/${action}`, `documents/${a.draft.documentId}/${action}`])
        await expectRefused(
          () => as(world.actor).post(`/api/${path}`, {}),
          [
            [DOCUMENT, a.document],
            [DOCUMENT, a.draft],
          ],
          [404, 405]
        );
  });

  it('W03 keeps what two write at once to two fields of a row, and brings nothing down', async () => {
    const task = await makeTask({ project: world.a.project });
    const path = `/api/tasks/${task.documentId}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        put(`tasks/${task.documentId}`, index % 2 ? { comment: `c${index}` } : { state: 'doing' }).then()
      )
    );
    expect(answers.filter(({ status }) => status !== 200).map(({ status }) => status)).toEqual([]);
    const { body } = await as(world.actor).get(path).expect(200);
    expect(body.data).toMatchObject({ state: 'doing' });
    expect(body.data.comment).toMatch(/^c\d+$/);
  });

  it('W03 lets an update lose against a delete at the same time without a trace', async () => {
    const tasks = await Promise.all(Array.from({ length: 6 }, () => makeTask({ project: world.a.project })));
    const answers = await Promise.all(
      tasks.flatMap(({ documentId }) => [
        as(world.actor).delete(`/api/tasks/${documentId}`).then(),
        put(`tasks/${documentId}`, { comment: 'x' }).then(),
      ])
    );
    // 403: the row was gone when the update looked at what it had written.
    for (const { status } of answers) expect([200, 204, 403, 404]).toContain(status);
    for (const { documentId } of tasks) expect(await rowsOf(TASK, { documentId })).toEqual([]);
  });

  it('W07 says of a wrong value what is wrong with it, and nothing of other rows', async () => {
    for (const data of [
      { title: null },
      { title: ['x'] },
      { title: { $ne: 1 } },
      { title: 5 },
      { title: 'x'.repeat(300) },
      { state: 'nope' },
      { state: ['todo'] },
    ])
      await expectRefused(() => put(`tasks/${world.a.task.documentId}`, data), [[TASK, world.a.task]], [400]);
  });

  it('W09 leaves no trace of an administrator on what a guest made', async () => {
    const { body } = await post('tickets', { subject: 'À qui' }).expect(201);
    const [row] = await rowsOf(TICKET, { documentId: body.data.documentId });
    expect(row?.['createdBy'] ?? null).toBeNull();
    expect(row?.['updatedBy'] ?? null).toBeNull();
  });

  it('A31 does not write for a contact that is theirs no more', async () => {
    const contact = await makeContact();
    const guest = await makeGuest({ accessTypes: ['own-tickets'] });
    const ticket = await makeTicket({ contact: contact.documentId });
    expect((await put(`tickets/${ticket.documentId}`, { body: 'x' }, guest.actor)).status).toBe(404);
  });
});

describe('the fields that a guest may write', () => {
  beforeAll(widenSettings);
  afterAll(restoreSettings);

  it('W01 are those of the way by which they reach the row', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const { actor } = await makeGuest({ projects: [project], accessTypes: ['tasks'] });
    const path = `/api/tasks/${task.documentId}`;
    await as(actor)
      .put(path, { data: { state: 'done', comment: 'Fini' } })
      .expect(200);
    for (const data of [
      { title: 'x' },
      { description: 'x' },
      { project: project.documentId },
      { state: 'todo', title: 'x' },
      { tags: [] },
      { milestone: null },
    ]) {
      expect((await as(actor).put(path, { data })).status).toBe(400);
    }
    expect((await as(actor).post('/api/tasks', { data: { title: 'x', project: project.documentId } })).status).toBe(
      403
    );
    expect((await as(actor).delete(path)).status).toBe(403);
    const { body } = await as(await siteUser())
      .get(path)
      .expect(200);
    expect(body.data).toMatchObject({ state: 'done', comment: 'Fini' });
    expect(body.data.title).not.toBe('x');
  });
});
