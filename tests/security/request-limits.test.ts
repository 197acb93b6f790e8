import { pathTo } from '../../contract/routes';
import { administrator, apiToken, as, codeOf, makeGuest, makeProject, makeTask, nobody, type Actor } from '../support';
import { restoreSettings, widenSettings } from './world';

const deep = (levels: number, inner = '1'): string => '['.repeat(levels) + inner + ']'.repeat(levels);
const list = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('&');

describe('how much a guest may ask at once', () => {
  let actor: Actor;
  let titles: string[];
  beforeAll(async () => {
    await widenSettings();
    const project = await makeProject();
    titles = ['un', 'deux', 'trois'].map((title) => `${title} ${project.documentId}`);
    for (const title of titles) await makeTask({ project, title });
    ({ actor } = await makeGuest({ projects: [project], accessTypes: ['wide-tasks', 'wide-tags'] }));
  });
  afterAll(restoreSettings);

  const rest = (query: string) => as(actor).get(encodeURI(`/api/tasks?${query}`));
  const graphql = (query: string, variables: object = {}) => as(actor).graphql(query, variables);

  const named = (count: number, place: (index: number) => string) =>
    list(count, (index) => `filters[title][$in]${place(index)}=${titles[index] ?? `x${index}`}`);

  it.each([
    ['with their places', (index: number) => `[${index}]`],
    ['with empty brackets', () => '[]'],
    ['one after the other', () => ''],
  ])('X08 takes a hundred values of a list %s and asks them, and refuses one more', async (_how, place) => {
    const hundred = await rest(named(100, place));
    expect(hundred.status).toBe(200);
    expect(hundred.body.data).toHaveLength(3);
    const { status, body } = await rest(named(101, place));
    expect(status).toBe(400);
    expect(codeOf({ body })).toBe('invalid_query');
    const two = await rest(named(2, place));
    expect(two.body.data).toHaveLength(2);
  });

  it.each([
    ['the hundredth place of a list', 'filters[title][$in][100]=x'],
    ['its five thousandth', 'filters[title][$notIn][5000]=x'],
    ['a branch far out', 'filters[$or][0][title]=x&filters[$or][150][title]=y'],
    ['an order far out', 'sort[200]=title'],
    ['a field far out', 'fields[101]=title'],
    ['a populate far out', 'populate[120]=project'],
    ['a list below a populate', 'populate[project][filters][title][$in][101]=x'],
    ['a thousand searches', list(1_100, () => '_q=a')],
    ['a filter after a thousand parameters', `${list(1_001, (index) => `locale=${index}`)}&filters[title][$eq]=x`],
    ['more levels than the parser reads', `filters${'[$not]'.repeat(25)}[title][$eq]=x`],
    ['a page of 251 rows', 'pagination[pageSize]=251'],
    ['a page without end', 'pagination[limit]=-1'],
    ['21 orders', `sort=${Array(21).fill('title').join()}`],
    ['a text of 1,001 letters', `filters[title][$contains]=${'a'.repeat(1_001)}`],
    ['a part of a number', 'filters[id][$contains]=1'],
    ['half a number for an id', 'filters[id]=1.5'],
    ['an id in another notation', 'filters[id]=0x10'],
    ['a day that is none', 'filters[project][startsOn]=2026-13-45'],
    ['a word for a day', 'filters[project][startsOn][$gt]=demain'],
    ['a part of a day', 'filters[project][startsOn][$startsWith]=2026'],
    ['a row beyond all numbers', 'pagination[start]=9223372036854775807'],
  ])('X08 refuses, and does not drop without a word, %s', async (_what, query) => {
    const { status, body } = await rest(query);
    expect(status).toBe(400);
    expect(codeOf({ body })).toBe('invalid_query');
  });

  it('X08 refuses a NUL in what is to be stored, by REST and GraphQL, which PostgreSQL cannot keep', async () => {
    const [row] = (await rest('pagination[pageSize]=1')).body.data;
    const path = `/api/tasks/${row.documentId}`;
    for (const data of [{ comment: 'a\0' }, { title: '\0' }, { tags: { connect: ['\0'] } }]) {
      const { status, body } = await as(actor).put(path, { data });
      expect(status).toBe(400);
      expect(codeOf({ body })).toBe('invalid_body');
      const change = 'mutation ($id: ID!, $data: TaskInput!) { updateTask(documentId: $id, data: $data) { title } }';
      const answer = await graphql(change, { id: row.documentId, data });
      expect([answer.status, answer.body.errors?.[0].extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    }
    expect((await as(actor).get(path)).body.data.comment).toBe(row.comment);
  });

  it('takes what a page asks: a dozen orders, five relations, a page of its own size', async () => {
    await rest(`sort=${Array(12).fill('title').join()}&pagination[pageSize]=100`).expect(200);
    await rest('populate=project.tasks.project.tasks.project').expect(200);
    const { body } = await graphql(
      '{ tasks(pagination: { pageSize: 100 }, sort: ["title", "id:desc"]) { title project { title tasks { title project { tasks { title } } } } } }'
    );
    expect(body.errors).toBeUndefined();
    expect(body.data.tasks).toHaveLength(3);
  });

  it.each([
    ['query ($f: TaskFiltersInput = { DEEP }) { tasks(filters: $f) { title } }', {}],
    ['query ($p: PaginationArg = { limit: 5000 }) { tasks(pagination: $p) { title } }', {}],
    ['query ($n: Int = 5000) { tasks(pagination: { limit: $n }) { title } }', {}],
    ['query ($n: Int) { tasks(pagination: { pageSize: $n }) { title } }', { n: 5000 }],
    ['{ projects { tasks(pagination: { limit: -1 }) { title } } }', {}],
    ['query ($s: [String]) { tasks(sort: $s) { title } }', { s: Array(21).fill('title') }],
    ['query ($i: [String]) { tasks(filters: { title: { in: $i } }) { title } }', { i: Array(101).fill('x') }],
    ['query ($s: [String]) { tasks(sort: $s) { title } }', { s: [Array(30).fill('project').join('.')] }],
  ])('X08 refuses by GraphQL, wherever the value stands, %s', async (query, variables) => {
    const thirteen = `${'not: { '.repeat(13)}title: { eq: "x" }${' }'.repeat(13)}`;
    const { status, body } = await graphql(query.replace('DEEP', thirteen), variables);
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      error: { details: { code: 'invalid_query' } },
    });
  });

  it('X08 tells the whole request where its answer would hold too many rows', async () => {
    const { status, body } = await graphql(
      `{ ${Array.from({ length: 40 }, (_, index) => `a${index}: tasks { title project { tasks { title project { tasks { title } } } } }`).join(' ')} }`
    );
    expect(status).toBe(400);
    expect(body.errors).toHaveLength(1);
    expect(body.errors[0].extensions.error.details).toMatchObject({ code: 'invalid_query', answerRowsMax: 2_000 });
  });

  it.each(['/graphql', '/GraphQL', '/graphql/', '/graphql?a=b'])(
    'X08 sees a bomb of fragments before it is validated, at %s',
    async (path) => {
      const bomb = `{ ...F0 } ${Array.from({ length: 30 }, (_, index) => `fragment F${index} on Query { ${index === 29 ? 'tasks { title }' : `...F${index + 1} ...F${index + 1}`} }`).join(' ')}`;
      const { status, text } = await as(actor).post(path, { query: bomb });
      expect([400, 404]).toContain(status);
      if (status === 400) expect(text).toContain('invalid_query');
      await as(actor).get('/api/tasks').expect(200);
    }
  );

  it.each(['get', 'post'] as const)('answers an operation of a guest by %s as before', async (method) => {
    const query = '{ tasks { title } }';
    const { body } =
      method === 'post'
        ? await graphql(query)
        : await as({ name: 'guest', headers: { ...actor.headers, 'Apollo-Require-Preflight': '1' } }).get(
            `/graphql?query=${encodeURIComponent(query)}`
          );
    expect(body.data.tasks).toHaveLength(3);
  });
});

describe('a body nested 20,000 deep', () => {
  const bodies = [
    `{"data":${deep(20_000)}}`,
    `{"query":"{ __typename }","variables":{"a":${deep(20_000)}}}`,
    deep(20_000),
  ];
  const routes = [
    ['post', pathTo('LogInByKey')],
    ['post', pathTo('LogInByPassword')],
    ['post', pathTo('ForgotPassword')],
    ['post', pathTo('Join')],
    ['patch', pathTo('UpdateMe')],
    ['post', '/api/tasks'],
    ['put', '/api/tasks/a1b2c3d4e5f6g7h8i9j0k1l2'],
    ['post', '/api/auth/local'],
    ['post', '/graphql'],
    ['post', '/graphql?a=b'],
    ['post', '/admin/login'],
    ['post', '/content-manager/collection-types/api::task.task'],
    ['put', pathTo('SaveSettings')],
    ['post', pathTo('CreateGuest')],
  ] as const;

  it.each(routes)('X08 is refused by %s %s, whoever sends it', async (method, path) => {
    const { actor } = await makeGuest();
    for (const someone of [nobody, actor, await administrator(), await apiToken('full-access')]) {
      const headers = { ...someone.headers, 'Content-Type': 'application/json' };
      for (const body of bodies) {
        const answer = await as({ name: someone.name, headers })[method](path, body);
        expect(answer.status).toBe(400);
        expect(codeOf(answer)).toBe('invalid_body');
      }
    }
  });

  it('lets others send what is nested as deep as any editor makes it', async () => {
    const { status } = await as(await apiToken('full-access')).graphql('query ($a: JSON) { __typename }', {
      a: JSON.parse(deep(300)),
    });
    expect(status).toBe(400);
    await as(nobody)
      .post(pathTo('LogInByKey'), { key: JSON.parse(deep(400)) })
      .expect(400);
  });
});

describe('what a guest is told of an error', () => {
  /** Stands in no table; the database says so with the statement. */
  const unknown = 'select secret_column from secret_table';
  let actor: Actor;
  beforeAll(async () => {
    ({ actor } = await makeGuest({ projects: [await makeProject()], accessTypes: ['tasks'] }));
  });

  /** A database that does not know a column, for as long as something is done. */
  const brokenWhile = async <T>(work: () => Promise<T>): Promise<T> => {
    const subscriber = {
      models: ['api::task.task'],
      beforeFindMany: () => site.strapi.db.transaction(({ trx }) => trx.raw(unknown)),
    };
    const release: unknown = site.strapi.db.lifecycles.subscribe(subscriber as never);
    try {
      return await work();
    } finally {
      if (typeof release === 'function') release();
    }
  };

  it('X08 shows by GraphQL no SQL and no table, and always a code', async () => {
    const { body, text } = await brokenWhile(() => as(actor).graphql('{ tasks { title } }'));
    expect(text).not.toMatch(/select|sqlite|secret/i);
    expect(body.errors[0]).toEqual({
      message: 'The site could not answer this.',
      locations: expect.anything(),
      path: ['tasks'],
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
  });

  it('X08 tells everybody else what they were told before', async () => {
    const { body } = await brokenWhile(async () => as(await apiToken('full-access')).graphql('{ tasks { title } }'));
    expect(body.errors[0].extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(body.errors[0].extensions.error.message).toContain('secret_table');
  });

  it('X08 shows by REST neither', async () => {
    const { status, text } = await brokenWhile(() => as(actor).get('/api/tasks'));
    expect(status).toBe(500);
    expect(text).not.toMatch(/select|sqlite|secret/i);
  });

  it.each([
    ['{ tasks { titel } }', 'GRAPHQL_VALIDATION_FAILED', 400],
    ['{ tasks { title }', 'GRAPHQL_PARSE_FAILED', 400],
    ['query ($n: Int!) { tasks(pagination: { limit: $n }) { title } }', 'BAD_USER_INPUT', 400],
    ['query A { tasks { title } } query B { tasks { title } }', 'OPERATION_RESOLUTION_FAILURE', 400],
    ['{ tasks(filters: { title: { eq: 5 } }) { title } }', 'GRAPHQL_VALIDATION_FAILED', 400],
  ])(
    'X08 says with a code, and no more of the schema than was asked, what is wrong with %s',
    async (query, code, status) => {
      const answer = await as(actor).graphql(query);
      expect(answer.status).toBe(status);
      expect(answer.body.errors[0].extensions.code).toBe(code);
      expect(answer.text).not.toMatch(/Did you mean|stack|node_modules/);
    }
  );

  it('X08 says so of what is no operation at all', async () => {
    for (const body of [[], [{ query: '{ tasks { title } }' }], {}, { query: 5 }, { query: '' }]) {
      const answer = await as(actor).post('/graphql', body);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].extensions).toEqual({
        code: 'BAD_REQUEST',
        error: { details: { code: 'invalid_query' } },
      });
    }
  });

  it('keeps the words that were written for its reader', async () => {
    const { body } = await as(actor).graphql(
      '{ invoices { number } tasks(filters: { project: { internalNote: { eq: "x" } } }) { title } }'
    );
    for (const { message, extensions } of body.errors) {
      expect(message).not.toBe('The site could not answer this.');
      expect(extensions.code).toBeTruthy();
    }
  });
});
