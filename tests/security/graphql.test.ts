import { apiToken, as, makeGuest, makeProject, nobody, timesAsLong, type Actor } from '../support';
import {
  everything,
  givePublic,
  HIDDEN,
  makeWorld,
  PRIVATE,
  readingPublic,
  restoreSettings,
  widenSettings,
  type World,
} from './world';

const absent = 'a1b2c3d4e5f6g7h8i9j0k1l2';

describe.each([
  ['that gives the Public role nothing', []],
  ['that lets the Public role read', readingPublic],
])('GraphQL with a guest’s token, on a site %s', (_site, publicActions) => {
  let world: World;
  let closePublic: () => Promise<void>;
  beforeAll(async () => {
    await widenSettings();
    closePublic = await givePublic(publicActions);
    world = await makeWorld(everything);
  });
  afterAll(async () => {
    await closePublic();
    await restoreSettings();
  });

  const ask = async (query: string, variables: object = {}, actor: Actor = world.actor) => {
    const { status, body, text } = await as(actor).graphql(query, variables);
    expect(text).not.toContain(HIDDEN);
    expect(text).not.toContain(PRIVATE);
    expect(text).not.toMatch(/sqlite|select .* from|node_modules/i);
    return { status, body: body as { data?: Record<string, unknown> | null; errors?: unknown[] }, text };
  };
  const fragment = 'fragment T on Task { title project { name } }';

  it.each([
    ['lists', '{ tasks { title project { name } } milestones { name } absences { person } activityReports { text } }'],
    ['their counts', '{ tasks_connection { pageInfo { total } nodes { title } } }'],
    [
      'the way back',
      '{ projects { name tasks { title project { tasks { title } } } milestones { name tasks { title } } } }',
    ],
    ['many to many', '{ tags { name tasks { title project { name tasks { title } } } } }'],
    ['many to many as a connection', '{ tags { tasks_connection { nodes { title project { name } } } } }'],
    ['a fragment', `${fragment} { tasks { ...T tags { tasks { ...T } } } }`],
    ['an inline fragment', '{ tags { ... on Tag { tasks { ... on Task { title } } } } }'],
    ['aliases', '{ a: tags { x: tasks { y: title } } b: tags { tasks { z: title } } }'],
    ['a component', '{ documents(locale: "fr") { title references { label project { name tasks { title } } } } }'],
    [
      'a zone',
      '{ documents(locale: "fr") { sections { __typename ... on ComponentSharedTaskList { heading tasks { title project { name } } } } } }',
    ],
    ['a file', '{ documents(locale: "fr") { attachment { name related { __typename } } } }'],
    [
      'other languages',
      '{ documents(locale: "fr") { localizations { title } localizations_connection { nodes { title } } } }',
    ],
    ['every language', '{ documents(locale: "*") { title } }'],
    ['drafts', '{ documents(locale: "fr", status: DRAFT) { title } projects { documents(status: DRAFT) { title } } }'],
    [
      'drafts never published',
      '{ documents(locale: "fr", publicationFilter: "never-published-document", status: DRAFT) { title } }',
    ],
    [
      'drafts of a row without a published one',
      '{ documents(locale: "fr", hasPublishedVersion: false, status: DRAFT) { title } }',
    ],
    ['no limit', '{ tags { tasks(pagination: { limit: -1 }) { title } } }'],
    ['a condition below', '{ tags { tasks(filters: { title: { contains: "CACHE" } }) { title } } }'],
    [
      'a condition on what is below',
      '{ tags { tasks(filters: { project: { name: { contains: "CACHE" } } }) { title } } }',
    ],
    ['an order below', '{ tags { tasks(sort: "project.name") { title } } }'],
    ['a directive', '{ tasks @include(if: true) { title tags @skip(if: false) { tasks { title } } } }'],
    ['a type nobody gave', '{ invoices { number } projects { invoices { number } } }'],
    ['a contact', '{ tickets { subject contact { email company { name } } } }'],
    ['a private field', '{ tasks { internalNote } tickets { internalNote } }'],
    ['a creator', '{ tasks { createdBy { email } } }'],
    ['a single type', '{ siteNotice { text } }'],
    [
      'everything at once',
      '{ tasks { title tags { name } } tags { tasks { title } } projects { tasks { tags { tasks { title } } } } }',
    ],
  ])('A39, G01 shows only their rows through %s', async (_what, query) => {
    const { status, body } = await ask(query);
    expect(status).toBeLessThanOrEqual(500);
    if (body.data?.['tasks_connection'])
      expect(body.data['tasks_connection']).toMatchObject({ pageInfo: { total: 1 } });
  });

  it('shows what is theirs, so that the tests above mean something', async () => {
    const { text } = await ask(
      '{ tasks { title project { name } milestone { name } } tags { tasks { title } } documents(locale: "fr") { title references { project { name } } } }'
    );
    for (const mark of ['tâche', 'projet', 'jalon', 'document']) expect(text).toContain(`OUVERT-A ${mark}`);
  });

  it('A39, G01 gives the same rows as REST', async () => {
    for (const [field, path, query] of [
      ['tasks', 'tasks', ''],
      ['projects', 'projects', ''],
      ['tags', 'tags', '?pagination[pageSize]=100'],
      ['milestones', 'milestones', ''],
      ['activityReports', 'activity-reports', ''],
    ] as const) {
      const { body } = await ask(`{ ${field}(pagination: { limit: 100 }) { documentId } }`);
      const rest = await as(world.actor).get(`/api/${path}${query}`).expect(200);
      const ids = (rows: { documentId: string }[]) => rows.map(({ documentId }) => documentId).sort();
      expect(ids(body.data?.[field] as { documentId: string }[])).toEqual(ids(rest.body.data));
    }
  });

  it('A12 answers the same to a hidden row and to none', async () => {
    for (const [field, hidden] of [
      ['task', world.b.task.documentId],
      ['project', world.b.project.documentId],
      ['ticket', world.b.ticket.documentId],
      ['document', world.a.draft.documentId],
      ['invoice', world.b.invoice.documentId],
    ] as const) {
      const [first, second] = [
        await ask(`{ ${field}(documentId: "${hidden}") { documentId } }`),
        await ask(`{ ${field}(documentId: "${absent}") { documentId } }`),
      ];
      expect(first.body).toEqual(second.body);
    }
    const aliases = Array.from(
      { length: 50 },
      (_, index) => `a${index}: task(documentId: "${world.b.task.documentId}") { title }`
    );
    const { body } = await ask(`{ ${aliases.join(' ')} }`);
    expect(Object.values(body.data ?? {}).every((row) => row === null)).toBe(true);
  });

  it.each([
    [
      'a field of a hidden row',
      (text: string) => `{ tags(filters: { tasks: { title: { startsWith: "${text}" } } }) { name } }`,
    ],
    [
      'two steps',
      (text: string) => `{ tags(filters: { tasks: { project: { name: { startsWith: "${text}" } } } }) { name } }`,
    ],
    [
      'a group',
      (text: string) =>
        `{ tags(filters: { or: [{ and: [{ tasks: { title: { startsWith: "${text}" } } }] }] }) { name } }`,
    ],
    ['not', (text: string) => `{ tags(filters: { not: { tasks: { title: { startsWith: "${text}" } } } }) { name } }`],
    [
      'a count',
      (text: string) =>
        `{ tags_connection(filters: { tasks: { title: { startsWith: "${text}" } } }) { pageInfo { total } } }`,
    ],
    [
      'a condition below',
      (text: string) =>
        `{ projects { tasks(filters: { tags: { tasks: { title: { startsWith: "${text}" } } } }) { title } } }`,
    ],
    [
      'a component',
      (text: string) =>
        `{ documents(locale: "fr", filters: { references: { project: { name: { startsWith: "${text}" } } } }) { documentId } }`,
    ],
  ])('A10 gives no sign of a hidden row through %s', async (_what, query) => {
    const [first, second] = [await ask(query('CACHE')), await ask(query('zzzzz'))];
    expect(first.body).toEqual(second.body);
  });

  it('A10 takes conditions from variables as from the text', async () => {
    const query = 'query ($filters: TagFiltersInput) { tags(filters: $filters) { name } }';
    const where = (text: string) => ({ filters: { tasks: { title: { startsWith: text } } } });
    expect((await ask(query, where('CACHE'))).body).toEqual((await ask(query, where('zzzzz'))).body);
    expect((await ask(query, where('OUVERT'))).body.data?.['tags']).toMatchObject([{}]);
    const byId = (id: string) => ({ filters: { tasks: { documentId: { eq: id } } } });
    expect((await ask(query, byId(world.b.task.documentId))).body).toEqual((await ask(query, byId(absent))).body);
  });

  const rowOf = async (uid: string, documentId: string): Promise<object[]> =>
    site.strapi.db.query(uid as 'api::task.task').findMany({ where: { documentId }, populate: { project: true } });

  it('A17–A20, A39 writes nothing to a row of another, and ties nothing to one', async () => {
    const { a, b } = world;
    const task = 'api::task.task';
    const before = [
      await rowOf(task, a.task.documentId),
      await rowOf(task, b.task.documentId),
      await rowOf('api::project.project', b.project.documentId),
    ];
    const amount = await site.strapi.db.query(task).count();
    for (const mutation of [
      `updateTask(documentId: "${b.task.documentId}", data: { comment: "x" }) { title }`,
      `deleteTask(documentId: "${b.task.documentId}") { documentId }`,
      `deleteTask(documentId: "${absent}") { documentId }`,
      `createTask(data: { title: "x", project: "${b.project.documentId}" }) { title project { name } }`,
      `createTask(data: { title: "x" }) { title }`,
      `updateTask(documentId: "${a.task.documentId}", data: { project: "${b.project.documentId}" }) { title }`,
      `updateTask(documentId: "${a.task.documentId}", data: { project: null }) { title }`,
      `updateTask(documentId: "${a.task.documentId}", data: { milestone: "${b.milestone.documentId}" }) { title }`,
      `updateTask(documentId: "${a.task.documentId}", data: { internalNote: "x" }) { title }`,
      `updateTask(documentId: "${a.task.documentId}", data: { publishedAt: "2020-01-01T00:00:00.000Z" }) { title }`,
      `updateProject(documentId: "${a.project.documentId}", data: { name: "x" }) { name }`,
      `deleteProject(documentId: "${a.project.documentId}") { documentId }`,
      `deleteActivityReport(documentId: "${a.report.documentId}") { documentId }`,
      `createInvoice(data: { number: "x", amount: 1 }) { number }`,
      `updateSiteNotice(data: { text: "x" }) { text }`,
      `updateDocument(documentId: "${b.document.documentId}", locale: "en", data: { title: "x" }) { title }`,
      `deleteDocument(documentId: "${b.document.documentId}", locale: "*") { documentId }`,
      `updateUploadFile(id: 1, info: { name: "x" }) { name }`,
      `deleteUploadFile(id: 1) { name }`,
      `updateUsersPermissionsUser(id: 1, data: { username: "x" }) { data { username } }`,
      `createUsersPermissionsRole(data: { name: "x" }) { ok }`,
      `changePassword(currentPassword: "x", password: "xxxxxx", passwordConfirmation: "xxxxxx") { jwt }`,
    ]) {
      const { body } = await ask(`mutation { ${mutation} }`);
      expect([mutation, body.errors?.length ?? 0]).not.toEqual([mutation, 0]);
    }
    expect([
      await rowOf(task, a.task.documentId),
      await rowOf(task, b.task.documentId),
      await rowOf('api::project.project', b.project.documentId),
    ]).toEqual(before);
    expect(await site.strapi.db.query(task).count()).toBe(amount);
  });

  it('A39 answers a mutation with their rows only', async () => {
    const { body } = await ask(
      'mutation ($id: ID!) { updateTask(documentId: $id, data: { comment: "Vu" }) { comment project { name tasks { title } invoices { number } } tags { tasks { title } } } }',
      { id: world.a.task.documentId }
    );
    expect(JSON.stringify(body)).toContain('Vu');
  });

  it('A43, R04 asks nothing of the site’s users, files, languages and settings', async () => {
    for (const query of [
      'me { id }',
      'usersPermissionsUsers { email }',
      'usersPermissionsUser(documentId: "a") { email }',
      'usersPermissionsRoles { name }',
      'uploadFiles { url }',
      'uploadFile(documentId: "a") { url }',
      'i18NLocales { code }',
      'reviewWorkflowsWorkflows { name }',
    ]) {
      const { body } = await ask(`{ ${query} }`);
      expect([query, body.errors?.length ?? 0]).not.toEqual([query, 0]);
      expect(Object.values(body.data ?? {}).every((value) => value === null)).toBe(true);
    }
  });

  it.each([
    [
      'five hundred aliases',
      `{ ${Array.from({ length: 500 }, (_, index) => `a${index}: tasks { title }`).join(' ')} }`,
    ],
    ['twenty levels', `{ tasks ${'{ project { tasks '.repeat(10)}{ title }${' } }'.repeat(10)} }`],
    ['a fragment that calls itself', 'fragment T on Task { project { tasks { ...T } } } { tasks { ...T } }'],
    [
      'levels hidden in fragments',
      `${Array.from({ length: 12 }, (_, index) => `fragment F${index} on Task { project { tasks { ${index === 11 ? 'title' : `...F${index + 1}`} } } }`).join(' ')} { tasks { ...F0 } }`,
    ],
    [
      'fields doubled by fragments',
      `${Array.from({ length: 20 }, (_, index) => `fragment F${index} on Query { ${index === 19 ? 'tasks { title }' : `...F${index + 1} x${index}: tasks { title } ...F${index + 1}`} }`).join(' ')} { ...F0 }`,
    ],
    ['a heap of directives', `{ tasks ${'@include(if: true) '.repeat(2_000)}{ title } }`],
    ['a huge page', '{ tasks(pagination: { limit: 1000000000 }) { title } }'],
    [
      'a deep condition',
      `{ tasks(filters: ${'{ not: '.repeat(100)}{ title: { eq: "x" } }${' }'.repeat(100)}) { title } }`,
    ],
  ])('A39, G03 is not brought down by %s', async (_what, query) => {
    expect(
      await timesAsLong(
        () => ask(query),
        () => ask('{ tasks { title } }'),
        2
      )
    ).toBeLessThan(200);
  });

  it('G03 refuses what is too much as the caller’s fault', async () => {
    const { status } = await ask(
      `{ ${Array.from({ length: 500 }, (_, index) => `a${index}: tasks { title }`).join(' ')} }`
    );
    expect(status).toBe(400);
  });

  it('G05 takes no mutation by GET, in a batch, or as plain text', async () => {
    const mutation = `mutation { updateTask(documentId: "${world.a.task.documentId}", data: { comment: "PIRATE" }) { title } }`;
    const { headers } = world.actor;
    await as(world.actor).get(`/graphql?query=${encodeURIComponent(mutation)}`);
    await as({ name: 'guest', headers: { ...headers, 'Apollo-Require-Preflight': '1' } }).get(
      `/graphql?query=${encodeURIComponent(mutation)}`
    );
    await as(world.actor).post('/graphql', [{ query: mutation }, { query: '{ tasks { title } }' }]);
    await as({ name: 'guest', headers: { ...headers, 'Content-Type': 'text/plain' } }).post(
      '/graphql',
      JSON.stringify({ query: mutation })
    );
    expect(await rowOf('api::task.task', world.a.task.documentId)).not.toMatchObject([{ comment: 'PIRATE' }]);
  });
});

describe('the plugin’s own types in GraphQL', () => {
  it.each(['read-only', 'full-access'] as const)(
    'G06, K05 are not there, not even for a %s API token',
    async (type) => {
      const token = as(await apiToken(type));
      const { body } = await token.graphql(
        '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }'
      );
      const { queryType, mutationType } = body.data.__schema;
      const names = [...queryType.fields, ...mutationType.fields].map(({ name }: { name: string }) => name);
      expect(names.length).toBeGreaterThan(10);
      expect(
        names.filter((name: string) => /guestAccess(Guest|Grant|Session|AccessKey|MailMessage|Activit)/i.test(name))
      ).toEqual([]);
      const { text } = await token.graphql('{ guestAccessGuests { lastName } }');
      expect(text).not.toContain('"lastName":');
    }
  );

  it('G02 gives nobody without a token anything', async () => {
    const { body } = await as(nobody).graphql('{ tasks { title } projects { name } }');
    expect(JSON.stringify(body)).not.toContain('"title":');
  });

  it('G01 hides in GraphQL the fields that the access type hides', async () => {
    const { actor } = await makeGuest({ projects: [await makeProject()], accessTypes: ['tasks', 'tags'] });
    for (const query of [
      '{ tags { name tasks { title } } }',
      '{ projects { tasks { title } internalNote } }',
      '{ tags(filters: { tasks: { title: { contains: "a" } } }) { name } }',
    ]) {
      const { text } = await as(actor).graphql(query);
      expect(text).not.toContain('"title":');
    }
  });
});
