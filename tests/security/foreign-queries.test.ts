import { as, makeGuest, makeProject, makeTask, type Made, type MadeGuest } from '../support';

const TASK = 'api::task.task';
/** A plugin's own table, of which no guest is ever given anything. */
const FOLDER = 'plugin::upload.folder';

type Rows = Record<string, unknown>[];
interface Query {
  findMany(params: object): Promise<Rows>;
  count(params: object): Promise<number>;
}
const query = (uid: string) => site.strapi.db.query(uid as never) as unknown as Query;
const documents = (uid: string) => site.strapi.documents(uid as never) as unknown as Query;

/** What a document middleware of another plugin does before and after each call for tasks; asleep but in a test. */
let middleware: (() => Promise<void>) | null = null;

beforeAll(() => {
  site.strapi.documents.use(async (context, next) => {
    const work = context.uid === TASK ? middleware : null;
    if (work === null) return next();
    middleware = null;
    await work();
    const result = await next();
    await work();
    middleware = work;
    return result;
  });
});

describe('X14 what other people’s code asks in a guest’s request', () => {
  let guest: MadeGuest;
  let task: Made;
  beforeAll(async () => {
    const project = await makeProject({ internalNote: 'PROJECT-SECRET' });
    guest = await makeGuest({ projects: [project] });
    task = await makeTask({ project, title: 'B', internalNote: 'SECRET-A' });
    await makeTask({ project, title: 'A', internalNote: 'SECRET-B' });
    await makeTask({ title: 'CACHE', internalNote: 'SECRET-A' });
    await site.strapi.db.query(FOLDER).create({ data: { name: 'FOLDER-SECRET', pathId: 4711, path: '/4711' } });
  });
  afterEach(() => {
    middleware = null;
  });
  afterAll(() => site.strapi.db.query(FOLDER).deleteMany({ where: { pathId: 4711 } }));

  const ofOwnTable = async (): Promise<number[]> => [
    (await query(FOLDER).findMany({ where: { name: 'FOLDER-SECRET', pathId: 4711 }, orderBy: { pathId: 'asc' } }))
      .length,
    (await documents(FOLDER).findMany({ filters: { name: { $eq: 'FOLDER-SECRET' } }, sort: 'pathId' })).length,
    await query(FOLDER).count({ where: { name: 'FOLDER-SECRET' } }),
  ];

  it('is no error of the guest’s: a plugin’s own table is empty in a read, and whole in a write', async () => {
    let found: number[][] = [];
    middleware = async () => void found.push(await ofOwnTable());
    const path = `/api/tasks/${task.documentId}`;
    for (const read of ['/api/tasks', '/api/tasks?populate=*&sort=title', path]) {
      await as(guest.actor).get(read).expect(200);
      expect(found.flat().filter((count) => count !== 0)).toEqual([]);
    }
    const { body } = await as(guest.actor).graphql('{ tasks { title project { title } } }').expect(200);
    expect(body.errors).toBeUndefined();
    found = [];
    await as(guest.actor)
      .put(`${path}?populate=*`, { data: { comment: 'Fait' } })
      .expect(200);
    expect(found.slice(0, 2)).toEqual([
      [1, 1, 1],
      [1, 1, 1],
    ]);
  });

  it('is no way to ask about a type that the guest has nothing of', async () => {
    const service = site.strapi.service(TASK) as { find(params: object): Promise<unknown> };
    const answers = new Set<string>();
    const spy = jest.spyOn(service, 'find').mockImplementation(async () => {
      const input = JSON.parse(site.strapi.requestContext.get()?.get('x-query') ?? '{}') as { filters: object };
      const results = [
        await query(FOLDER).findMany({ ...input, where: input.filters }),
        await documents(FOLDER).findMany(input as object),
        await query(FOLDER).count({ where: input.filters }),
        await query(TASK).findMany({ where: { title: 'B' }, select: ['title'], populate: { tags: true } }),
      ];
      answers.add(JSON.stringify(results));
      return { results: [], pagination: {} };
    });
    try {
      for (const guess of ['FOLDER-SECRET', 'wrong'])
        for (const input of [
          { filters: { name: guess } },
          { filters: { name: { $startsWith: guess } }, sort: 'name', fields: ['name'] },
          { filters: { $not: { name: guess } }, orderBy: { name: 'asc' }, select: ['name'] },
          { filters: { $or: [{ name: guess }, { pathId: { $gt: 1 } }] }, populate: '*' },
          { filters: { name: guess }, _q: guess, populate: { files: true } },
        ])
          await as(guest.actor).get('/api/tasks').set('x-query', JSON.stringify(input)).expect(200);
    } finally {
      spy.mockRestore();
    }
    expect(answers.size).toBe(1);
    expect([...answers][0]).toContain('"title":"B"');
    expect([...answers][0]).not.toContain('FOLDER-SECRET');
  });

  /** What one of them brings in the guest's name when a document middleware asks it in a read. */
  const asked = async (params: object): Promise<string> => {
    let found: Rows = [];
    middleware = async () => {
      found = await query(TASK).findMany(structuredClone(params));
    };
    // The guest's own query comes first: what is asked meanwhile is then somebody else's.
    await as(guest.actor).get('/api/tasks').expect(200);
    return JSON.stringify(found);
  };
  const titles = (rows: string) => (JSON.parse(rows) as { title: string }[]).map(({ title }) => title).sort();

  it.each([
    ['equals', (secret: string) => ({ internalNote: secret })],
    ['does not equal', (secret: string) => ({ internalNote: { $ne: secret } })],
    ['begins with', (secret: string) => ({ internalNote: { $startsWith: secret } })],
    ['not', (secret: string) => ({ $not: { internalNote: secret } })],
    ['not not', (secret: string) => ({ $not: { $not: { internalNote: { $in: [secret] } } } })],
    ['or', (secret: string) => ({ $or: [{ internalNote: secret }, { title: 'A' }] })],
    ['through a relation', (secret: string) => ({ project: { internalNote: secret } })],
    ['not through a relation', (secret: string) => ({ $not: { project: { internalNote: secret } } })],
    ['through a relation that is hidden', (secret: string) => ({ tickets: { subject: secret } })],
  ])('answers nothing about a hidden field that depends on it: %s', async (_what, where) => {
    const right = [await asked({ where: where('SECRET-A') }), await asked({ where: where('PROJECT-SECRET') })];
    const wrong = await asked({ where: where('wrong') });
    expect(right).toEqual([wrong, wrong]);
    expect(wrong).not.toMatch(/SECRET|CACHE/);
  });

  it('takes a hidden field as unknown, and the rest of a condition as it is', async () => {
    expect(titles(await asked({ where: { $or: [{ internalNote: 'SECRET-A' }, { title: 'A' }] } }))).toEqual(['A']);
    expect(titles(await asked({ where: { internalNote: 'SECRET-A' } }))).toEqual([]);
    expect(titles(await asked({ where: { $not: { internalNote: 'wrong' } } }))).toEqual([]);
    expect(titles(await asked({ where: { title: { $in: ['A', 'B', 'CACHE'] } } }))).toEqual(['A', 'B']);
  });

  it('selects, orders and searches no hidden field', async () => {
    const plain = await asked({ where: { title: { $in: ['A', 'B'] } }, orderBy: { title: 'asc' } });
    expect(titles(plain)).toEqual(['A', 'B']);
    const ordered = await asked({ orderBy: [{ internalNote: 'asc' }, { title: 'asc' }] });
    expect(ordered).toBe(plain);
    expect(await asked({ orderBy: [{ internalNote: 'desc' }, { title: 'asc' }] })).toBe(plain);
    const selected = await asked({
      select: ['title', 'internalNote'],
      populate: { project: { select: ['internalNote'] } },
    });
    expect(titles(selected)).toEqual(['A', 'B']);
    expect(selected).not.toContain('SECRET');
    expect(await asked({ _q: 'SECRET-A' })).toBe(await asked({ _q: 'nowhere' }));
  });

  it('leaves the guest’s own query bound by their names', async () => {
    for (const own of [
      'filters[internalNote]=SECRET-A',
      'filters[milestone][name]=x',
      'filters[tickets][subject]=x',
      'sort=internalNote',
      'fields=internalNote',
      '_q=SECRET',
    ]) {
      middleware = async () => void (await query(FOLDER).count({ where: { name: 'x' } }));
      const { status } = await as(guest.actor).get(`/api/tasks?${own}`);
      expect([own, status]).toEqual([own, 400]);
    }
  });
});
