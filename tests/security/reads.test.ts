import { as, makeGuest, makeProject, makeTask, siteUser, timesAsLong, type Actor } from '../support';
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

interface Answer {
  status: number;
  text: string;
  body: { data: Row[] | null; meta?: { pagination?: { total?: number } }; error?: { message: string } };
}
interface Row {
  documentId: string;
  [field: string]: unknown;
}

/** Nothing of B's, no private field, no trace of the machinery, and no crash. */
const expectSafe = ({ status, text }: Answer): void => {
  expect(status).toBeLessThan(500);
  expect(text).not.toContain(HIDDEN);
  expect(text).not.toContain(PRIVATE);
  expect(text).not.toMatch(/internalNote"\s*:|resetPasswordToken|select .* from|sqlite/i);
};

describe.each([
  ['that gives the Public role nothing', []],
  ['that lets the Public role read', readingPublic],
])('what a guest reads on a site %s', (_site, publicActions) => {
  let world: World;
  let closePublic: () => Promise<void>;
  const ask = async (path: string, actor: Actor = world.actor): Promise<Answer> => as(actor).get(encodeURI(path));

  beforeAll(async () => {
    await widenSettings();
    closePublic = await givePublic(publicActions);
    world = await makeWorld();
  });
  afterAll(async () => {
    await closePublic();
    await restoreSettings();
  });

  /** Two questions whose answers would differ if hidden rows or fields were asked: they must not. */
  const expectSilent = async (yes: string, no: string): Promise<void> => {
    const [first, second] = [await ask(yes), await ask(no)];
    expectSafe(first);
    expectSafe(second);
    expect({ status: first.status, body: first.body }).toEqual({ status: second.status, body: second.body });
  };

  it('shows A what is A’s, so that the tests below mean something', async () => {
    for (const [path, marks] of [
      ['tasks?populate=*', ['tâche', 'projet', 'jalon']],
      ['milestones', ['jalon']],
      ['projects?populate[tasks]=true', ['projet', 'tâche']],
      ['activity-reports', ['rapport']],
      ['absences', ['personne']],
      ['documents?locale=fr', ['document']],
      ['tickets', ['ticket']],
    ] as const) {
      const answer = await ask(`/api/${path}`);
      expect(answer.status).toBe(200);
      for (const mark of marks) expect(answer.text).toContain(`OUVERT-A ${mark}`);
      expectSafe(answer);
    }
  });

  it('answers with the documents of the default language where none is named', async () => {
    const answer = await ask('/api/documents');
    expect(answer.status).toBe(200);
    expectSafe(answer);
  });

  it.each([
    'where[updatedBy][resetPasswordToken][$startsWith]=a',
    'where[id][$gt]=0',
    '_where[id]=1',
    'query=1',
    '$or[0][id]=1',
    '__proto__[x]=1',
    'constructor[prototype][x]=1',
    'lookup[updatedBy][password][$startsWith]=$2',
    '_limit=-1',
    'publicationFilter=never-published-document',
    'hasPublishedVersion=false',
    'documentId[$eq]=1',
    'filter[id]=1',
    'select=*',
    'orderBy=id',
    'status[0]=draft',
    'locale[0]=fr',
    '_q[$ne]=1',
  ])('A01, A02, A03 refuses a query with %s', async (query) => {
    const known: unknown = Object.prototype;
    for (const path of ['/api/tasks', `/api/tasks/${world.a.task.documentId}`, '/api/documents', '/api/tickets']) {
      const answer = await ask(`${path}?${query}`);
      expectSafe(answer);
      // The parser drops prototype keys before anybody sees them: then nothing may have come of it.
      if (!/^(__proto__|constructor)/.test(query)) expect(answer.status).toBe(400);
    }
    expect(known).not.toHaveProperty('x');
  });

  it.each([
    [
      'another table',
      'filters[updatedBy][t1.password][$startsWith]=$2',
      'filters[updatedBy][t1.password][$startsWith]=x',
    ],
    ['an alias', 'filters[t0.id]=1', 'filters[t0.id]=999999'],
    ['a creator', 'filters[updatedBy][email][$contains]=@', 'filters[updatedBy][email][$contains]=~'],
    ['a creator’s id', 'filters[createdBy]=1', 'filters[createdBy]=99999'],
    ['a private field', `filters[internalNote][$startsWith]=${PRIVATE}`, 'filters[internalNote][$startsWith]=zzz'],
    [
      'a private field under $not',
      `filters[$not][internalNote][$contains]=N`,
      'filters[$not][internalNote][$contains]=z',
    ],
    [
      'a private field under $or',
      `filters[$or][0][internalNote][$contains]=N`,
      'filters[$or][0][internalNote][$contains]=z',
    ],
    [
      'a private field of a relation',
      'filters[project][internalNote][$contains]=N',
      'filters[project][internalNote][$contains]=z',
    ],
    [
      'a type nobody gave',
      'filters[project][invoices][amount][$gt]=0',
      'filters[project][invoices][amount][$gt]=1000000',
    ],
    ['a column’s name', 'filters[internal_note][$contains]=N', 'filters[internal_note][$contains]=z'],
    ['a column of the table', 'filters[document_id][$ne]=1', 'filters[document_id][$eq]=1'],
    ['a prototype’s key', 'filters[constructor]=1', 'filters[constructor]=2'],
    ['a method', 'filters[toString][$null]=true', 'filters[toString][$null]=false'],
    ['a search', `_q=${PRIVATE}`, '_q=zzzzzz'],
    ['a search for anything', '_q=%25', '_q=zzzzzz'],
    ['a search for one letter', '_q=_', '_q=zzzzzz'],
    ['an order by a private field', 'sort=internalNote:asc', 'sort=internalNote:desc'],
    ['an order by a creator', 'sort=createdBy.id:asc', 'sort=createdBy.id:desc'],
    ['an order through a relation', 'sort[0]=project.code:asc', 'sort[0]=project.code:desc'],
    ['an order through two', 'sort[project][tasks][title]=asc', 'sort[project][tasks][title]=desc'],
    ['a private field asked for', 'fields=internalNote', 'fields[0]=internalNote'],
    ['a private field beside others', 'fields=title,internalNote', 'fields[0]=title&fields[1]=internalNote'],
  ])('A05, A06, A11 gives no sign through %s', async (_what, yes, no) => {
    // Every text of a document may be read, so a letter that is searched there is theirs to find.
    const types = yes === '_q=_' ? ['tasks', 'tickets'] : ['tasks', 'tickets', 'documents'];
    for (const type of types) {
      const [first, second] = [await ask(`/api/${type}?${yes}`), await ask(`/api/${type}?${no}`)];
      expectSafe(first);
      expectSafe(second);
      expect(first.status).toBe(second.status);
      expect(first.body.meta?.pagination?.total).toBe(second.body.meta?.pagination?.total);
    }
  });

  it('A06 puts no field into a populate that the guest may not read', async () => {
    for (const query of [
      'populate[project][fields]=internalNote',
      'populate[project][fields][0]=name&populate[project][fields][1]=internalNote',
      'populate[contact][fields]=email',
      'populate[contact][fields]=keyHash',
      'populate[project][filters][internalNote][$contains]=N',
      'populate[project][sort]=internalNote',
      'populate[project][populate][createdBy]=true',
    ]) {
      expectSafe(await ask(`/api/tasks?${query}`));
      expectSafe(await ask(`/api/tickets?${query}`));
    }
  });

  it('A07 gives no sign of another contact', async () => {
    const email = world.b.guest.contact.email ?? '';
    await expectSilent(
      `/api/tickets?filters[contact][email]=${email}`,
      '/api/tickets?filters[contact][email]=nobody@tests.example'
    );
    await expectSilent(
      '/api/tickets?filters[contact][lastName][$startsWith]=CACHE',
      '/api/tickets?filters[contact][lastName][$startsWith]=zzz'
    );
    const { text } = await ask('/api/tickets?populate=*');
    expect(text).not.toContain('@tests.example');
  });

  it.each([
    'tasks?populate=*',
    'tasks?populate=deep',
    'tasks?populate=deep,10',
    'tasks?populate[0]=project&populate[1]=project.tasks',
    'tasks?populate=project.tasks.project.milestones.tasks',
    'tasks?populate=project.invoices',
    'tasks?populate=tags.tasks.project.invoices',
    'tasks?populate[project][populate][tasks][filters][id][$gt]=0',
    'tasks?populate[project][populate]=*',
    'tasks?populate[tags][populate]=*',
    'tasks?populate[tags][populate][tasks][populate][project][populate]=*',
    'tasks?populate[tags][populate]=tasks&populate[tags][populate][tasks]=true',
    'tasks?populate[tags][on][api::tag.tag][populate]=tasks',
    'tasks?populate[project][on][api::project.project][populate]=tasks',
    'tags?populate=*',
    'tags?populate[tasks][populate]=project',
    'tags?populate[tasks][filters][title][$startsWith]=CACHE',
    'tags?populate[tasks][filters][$or][0][id][$gt]=0&populate[tasks][filters][$or][1][id][$lt]=0',
    'tags?populate[tasks][limit]=-1',
    'tags?populate[tasks][start]=0&populate[tasks][limit]=1000000',
    'milestones?populate=*',
    'milestones?populate[tasks][populate][tags][populate]=tasks',
    'projects?populate=*',
    'projects?populate[tasks][populate]=*&populate[invoices]=true&populate[documents]=true',
    'projects?populate=createdBy,updatedBy,localizations',
    'documents?locale=fr&populate=*',
    'documents?locale=fr&populate[references][populate]=*',
    'documents?locale=fr&populate=references.project.tasks',
    'documents?locale=fr&populate[sections][populate]=*',
    'documents?locale=fr&populate[sections][on][shared.task-list][populate]=tasks',
    'documents?locale=fr&populate[sections][on][shared.task-list][populate][tasks][populate]=project',
    'documents?locale=fr&populate[attachment][populate]=*',
    'documents?locale=fr&populate[attachment][populate]=related',
    'documents?locale=fr&populate[attachment][populate][related][populate]=*',
    'documents?locale=fr&populate[attachment][populate][related][on][api::invoice.invoice][fields]=*',
    'documents?locale=fr&populate=localizations,createdBy',
    'documents?locale=*&populate=*',
    'activity-reports?populate[project][populate][activityReports]=true',
    'absences?populate=*',
    'tickets?populate=*',
    'tickets?populate[contact][populate]=*',
    'tickets?populate[contact][populate][company][populate]=contacts',
  ])('A08, A15, R05 shows only their rows at every level of %s', async (query) => {
    expectSafe(await ask(`/api/${query}`));
  });

  it('A08 shows through a component and a zone their row, and not the other', async () => {
    const { body } = await ask(
      '/api/documents?locale=fr&populate[references][populate]=project&populate[sections][on][shared.task-list][populate]=tasks'
    );
    const shown = body.data?.find(({ documentId }) => documentId === world.a.document.documentId);
    expect(shown?.['references']).toMatchObject([
      { project: null },
      { project: { documentId: world.a.project.documentId } },
    ]);
    expect(shown?.['sections']).toMatchObject([{ tasks: [{ documentId: world.a.task.documentId }] }]);
  });

  it('A09, R03 counts below a row only what they see', async () => {
    const { status, body } = await ask(
      `/api/tags?filters[documentId]=${world.tag.documentId}&populate[tasks][count]=true`
    );
    expect([status, body.data?.[0]?.['tasks']]).toEqual([200, { count: 1 }]);
    await expectSilent(
      `/api/tags?filters[documentId]=${world.tag.documentId}&populate[tasks][filters][title][$startsWith]=CACHE`,
      `/api/tags?filters[documentId]=${world.tag.documentId}&populate[tasks][filters][title][$startsWith]=zzz`
    );
    for (const order of ['project.code', 'milestone.name', 'tags.name', 'internalNote']) {
      expectSafe(await ask(`/api/tags?populate[tasks][sort]=${order}`));
      expect((await ask(`/api/tags?populate[tasks][sort]=${order}`)).status).toBe(400);
    }
  });

  it.each([
    ['a field of a hidden row', 'filters[tasks][title][$startsWith]=CACHE', 'filters[tasks][title][$startsWith]=zzz'],
    ['two steps', 'filters[tasks][project][name][$startsWith]=CACHE', 'filters[tasks][project][name][$startsWith]=zzz'],
    [
      'three steps',
      'filters[tasks][project][milestones][name][$startsWith]=CACHE',
      'filters[tasks][project][milestones][name][$startsWith]=zzz',
    ],
    [
      'two steps that come back',
      'filters[tasks][tags][tasks][title][$startsWith]=CACHE',
      'filters[tasks][tags][tasks][title][$startsWith]=zzz',
    ],
    [
      'a group below a relation',
      'filters[tasks][$and][0][title][$startsWith]=CACHE',
      'filters[tasks][$and][0][title][$startsWith]=zzz',
    ],
    [
      '$or below $and',
      'filters[$and][0][$or][0][tasks][title][$startsWith]=CACHE',
      'filters[$and][0][$or][0][tasks][title][$startsWith]=zzz',
    ],
    [
      'two keys that Strapi merges',
      'filters[$and][0][tasks][title][$startsWith]=CACHE&filters[tasks][$and][0][title][$startsWith]=C',
      'filters[$and][0][tasks][title][$startsWith]=zzz&filters[tasks][$and][0][title][$startsWith]=C',
    ],
  ])('A10 gives no sign of a hidden row through %s', async (_how, yes, no) => {
    await expectSilent(`/api/tags?${yes}`, `/api/tags?${no}`);
    const { status, body } = await ask(`/api/tags?${yes}`);
    expect([200, 400]).toContain(status);
    expect(body.data ?? []).toEqual([]);
  });

  it('A10 gives no sign of a hidden row by its number, under $not, $null, and lists', async () => {
    const own = `filters[documentId]=${world.tag.documentId}`;
    const id = world.b.task.id;
    for (const [yes, no] of [
      [`filters[tasks]=${id}`, 'filters[tasks]=9999999'],
      [`filters[tasks][id]=${id}`, 'filters[tasks][id]=9999999'],
      [`filters[tasks][$in]=${id}`, 'filters[tasks][$in]=9999999'],
      [`filters[tasks][$in][0]=${id}`, 'filters[tasks][$in][0]=9999999'],
      [`filters[tasks][$notIn][0]=${id}`, 'filters[tasks][$notIn][0]=9999999'],
      [`filters[tasks][$ne]=${id}`, 'filters[tasks][$ne]=9999999'],
      [`filters[tasks][documentId]=${world.b.task.documentId}`, `filters[tasks][documentId]=${absent}`],
      [`filters[tasks][id][$not][$eq]=${id}`, 'filters[tasks][id][$not][$eq]=9999999'],
      [`filters[$not][tasks][id]=${id}`, 'filters[$not][tasks][id]=9999999'],
      [`filters[$not][tasks][title][$startsWith]=CACHE`, 'filters[$not][tasks][title][$startsWith]=zzz'],
      [
        `filters[tasks][id][$between][0]=${id}&filters[tasks][id][$between][1]=${id}`,
        'filters[tasks][id][$between][0]=9999999&filters[tasks][id][$between][1]=9999999',
      ],
    ] as const)
      await expectSilent(`/api/tags?${own}&${yes}`, `/api/tags?${own}&${no}`);
  });

  it('A10 counts a hidden row as none where somebody asks whether there is one', async () => {
    const bare = await site.strapi.documents('api::tag.tag' as never).create({
      data: { name: 'que de l’autre', tasks: [world.b.task.documentId] } as never,
    });
    const own = `filters[documentId]=${bare.documentId}`;
    for (const [question, total] of [
      ['filters[tasks][$null]=true', 1],
      ['filters[tasks][id][$null]=true', 1],
      ['filters[tasks][$notNull]=true', 0],
      ['filters[tasks][id][$notNull]=true', 0],
      ['filters[tasks][$null]=false', 0],
      ['filters[tasks][id][$gt]=0', 0],
    ] as const) {
      const { status, body } = await ask(`/api/tags?${own}&${question}`);
      expect(status).toBe(200);
      expect([question, body.meta?.pagination?.total]).toEqual([question, total]);
    }
  });

  it('A10 never widens what they see, whatever stands in $or and $not', async () => {
    for (const query of [
      `filters[$not][project][documentId]=${world.a.project.documentId}`,
      'filters[$or][0][project][id][$notNull]=true&filters[$or][1][id][$gt]=0',
      'filters[$or][0][id][$notNull]=true',
      'filters[$not][id]=0',
      'filters[$not][$not][id][$gt]=0',
      `filters[id][$in][0]=${world.b.task.id}&filters[$or][0][id]=${world.b.task.id}`,
      `filters[$or][0][documentId]=${world.b.task.documentId}`,
      'filters[$and][0][$or][0][id][$gt]=0&filters[$and][0][$or][1][project][id][$gt]=0',
      'filters[id][$ne]=-1',
      'filters[publishedAt][$notNull]=true',
    ]) {
      const { status, text, body } = await ask(`/api/tasks?${query}&pagination[pageSize]=100`);
      expectSafe({ status, text, body });
      expect(status).toBe(200);
      for (const { documentId } of body.data ?? []) expect(documentId).toBe(world.a.task.documentId);
    }
  });

  it('A12, R10 answers the same to a row that is hidden, one of another number, and none', async () => {
    const sides = [world.b.task, { id: 0, documentId: '' }];
    const reference = await ask(`/api/tasks/${absent}`);
    expect(reference.status).toBe(404);
    for (const { id, documentId } of sides.slice(0, 1)) {
      for (const path of [
        documentId,
        String(id),
        `${documentId}?populate=*`,
        `${documentId}/`,
        documentId.toUpperCase(),
        `${documentId}%00`,
        `%20${documentId}`,
      ]) {
        const { status, body } = await ask(`/api/tasks/${path}`.replaceAll('%2525', '%25'));
        expect({ path, status, body }).toEqual({ path, status: 404, body: reference.body });
      }
    }
    for (const [hidden, none] of [
      [`filters[documentId]=${world.b.task.documentId}`, `filters[documentId]=${absent}`],
      [`filters[documentId][$eq]=${world.b.task.documentId}`, `filters[documentId][$eq]=${absent}`],
      [`filters[id]=${world.b.task.id}`, 'filters[id]=9999999'],
      [`filters[id][$in][0]=${world.b.task.id}`, 'filters[id][$in][0]=9999999'],
      [`filters[id][$in]=${world.b.task.id}`, 'filters[id][$in]=9999999'],
    ] as const)
      await expectSilent(`/api/tasks?${hidden}`, `/api/tasks?${none}`);
    await expectSilent(`/api/documents/${world.b.document.documentId}?locale=fr`, `/api/documents/${absent}?locale=fr`);
    await expectSilent(`/api/documents/${world.a.draft.documentId}?locale=fr`, `/api/documents/${absent}?locale=fr`);
  });

  it.each([
    'status=draft',
    'status=draft&locale=*',
    'locale=*',
    'locale=fr',
    'locale=en',
    'locale=',
    'locale=zz',
    "locale='",
    'status=published',
    'status=modified',
    'filters[publishedAt][$null]=true&locale=fr',
    'filters[locale][$ne]=fr&locale=fr',
  ])('A13 shows no draft and no row of another in any language: %s', async (query) => {
    expectSafe(await ask(`/api/documents?${query}`));
    expectSafe(await ask(`/api/documents/${world.a.draft.documentId}?${query}`));
    expectSafe(await ask(`/api/projects?populate[documents]=true&${query}`));
    expectSafe(await ask(`/api/documents/${world.b.document.documentId}?${query}`));
  });

  it('A14, R03 caps pages and counts their rows only', async () => {
    for (const page of [
      '[pageSize]=-1',
      '[limit]=1000000000',
      '[limit]=-1',
      '[page]=0',
      '[start]=-1',
      '[pageSize]=1e9',
      '[pageSize]=abc',
      '[pageSize][0]=1',
      '[page]=1&pagination[x]=1',
    ])
      expect((await ask(`/api/tasks?pagination${page}`)).status).toBe(400);
    for (const page of ['[withCount]=true', '[page]=1', '[page]=50', '[start]=0', '[pageSize]=1']) {
      const { body } = await ask(`/api/tasks?pagination${page}`);
      expect(body.meta?.pagination?.total).toBe(1);
    }
  });

  it('A16 shows no creator, even where the type would', async () => {
    for (const query of [
      'populate=createdBy',
      'populate[0]=createdBy&populate[1]=updatedBy',
      'populate[createdBy][fields]=email',
    ])
      expect((await ask(`/api/tasks?${query}`)).text).not.toMatch(/"(createdBy|updatedBy)":|@atelier-nord/);
  });

  it('A41 answers the same for a row of a type nobody gave and for no row of it', async () => {
    await expectSilent(`/api/invoices/${world.b.invoice.documentId}`, `/api/invoices/${absent}`);
    await expectSilent('/api/invoices?filters[amount]=100', '/api/invoices?filters[amount]=-1');
    expect((await ask('/api/invoices')).status).toBe(403);
    expect((await ask('/api/site-notice')).status).toBe(403);
  });

  it.each(
    [
      'filters[id][$between]=a',
      'filters[id][$between][0]=a',
      'filters[title][$jsonSupersetOf]=a',
      'filters[title][$jsonSupersetOf]={}',
      'filters[title][$or][0][project][id]=1',
      'filters[title][$and][0][id]=1',
      'filters[title][$unknown]=1',
      'filters[title][$elemMatch][id]=1',
      'filters[$nor][0][id]=1',
      'filters[id]=abc',
      'filters[id][$gt][$gt]=1',
      'filters[title][$in][x][y]=1',
      'filters[title][$startsWith][x]=1',
      'filters[title]=',
      'filters=abc',
      'filters[0]=abc',
      'filters[]=',
      'filters[$and]=1',
      'filters[$or][0]=1',
      'filters[$not]=1',
      'filters[tags][$not]=1',
      'filters[state]=nope',
      'filters[createdAt]=nope',
      'filters[createdAt][$gt][0]=nope',
      'fields=*',
      'fields[x]=title',
      'fields[0][0]=title',
      'fields=',
      'populate[0][0]=x',
      'populate[project]=nope',
      'populate[project][limit]=x',
      'populate[project][populate]=-1',
      'populate[]=',
      'populate=,',
      'populate=..',
      'populate=__proto__',
      'populate[constructor]=*',
      'populate[__proto__][x]=1',
      'sort[0][0]=x',
      'sort=title:sideways',
      'sort[title]=sideways',
      'sort=',
      'sort=__proto__',
      'sort=t0.id',
      "sort=title'",
      'pagination=1',
      '_q=',
      `_q=${'x'.repeat(5_000)}`,
      `filters[title]=${"'; drop table tasks; --"}`,
      `filters[title][$contains]=${'%'.repeat(2_000)}`,
      `filters[title][$containsi]=${'%_'.repeat(1_000)}`,
      'filters[title][$eq]=\u0000',
      `filters${'[$and][0]'.repeat(200)}[id]=1`,
      `filters${'[$not]'.repeat(60)}[id]=1`,
      `${'filters[id][$in]=1&'.repeat(900)}x=1`,
      `filters[id][$in]=${'1,'.repeat(5_000)}`,
      Array.from({ length: 10_000 }, (_, index) => `filters[id][$in][${index}]=1`)
        .join('&')
        .slice(0, 15_000),
    ].map((query) => [query.slice(0, 60), query] as const)
  )('A42 is neither brought down nor talkative: %s', async (_start, query) => {
    const answer = await ask(`/api/tasks?${query}`);
    expectSafe(answer);
    const again = () => ask(`/api/tasks?${query}`);
    expect(await timesAsLong(again, () => ask('/api/tasks'), 2)).toBeLessThan(200);
    for (const { documentId } of answer.body.data ?? []) expect(documentId).toBe(world.a.task.documentId);
  });

  it.each([
    ['a dotted path', `populate=${'project.tasks.'.repeat(5)}project`],
    ['a list of dotted paths', `populate[0]=${'project.tasks.'.repeat(5)}project`],
    ['nested keys', `populate${'[project][populate][tasks][populate]'.repeat(5)}=project`],
    ['both mixed', `populate${'[project][populate][tasks][populate]'.repeat(3)}=${'project.tasks.'.repeat(3)}project`],
    ['a zone', `populate[sections][on][shared.task-list][populate]=${'tasks.project.'.repeat(5)}tasks`],
  ])(
    'A42 refuses a populate of more than eight relations, which costs Strapi twice as much with each: %s',
    async (_how, query) => {
      for (const path of ['tasks', `tasks/${world.a.task.documentId}`, 'documents']) {
        expect((await ask(`/api/${path}?${query}`)).status).toBe(400);
        const again = () => ask(`/api/${path}?${query}`);
        expect(await timesAsLong(again, () => ask(`/api/${path}`), 2)).toBeLessThan(200);
      }
    }
  );

  it('R08 follows the access from the next request on', async () => {
    const other = await makeWorld(['tasks']);
    expect((await ask('/api/milestones', other.actor)).status).toBe(403);
    const wide = await makeWorld(everything);
    expect((await ask('/api/milestones', wide.actor)).status).toBe(200);
  });

  it('A40 may be kept by nobody, and is told apart by who asks', async () => {
    for (const [actor, path] of [
      [world.actor, '/api/tasks'],
      [world.actor, `/api/tasks/${absent}`],
      [world.actor, '/api/tasks?where[id]=1'],
      [world.b.guest.actor, '/api/tasks'],
    ] as const) {
      const { headers } = await as(actor).get(path);
      expect(headers['cache-control']).toBe('private, no-store');
      expect(headers['vary']).toMatch(/Authorization/i);
      expect(headers['vary']).toMatch(/Cookie/i);
    }
    const answers = [world.a.guest.actor, world.b.guest.actor, world.a.guest.actor];
    const texts = [];
    for (const actor of answers) texts.push((await ask('/api/tasks', actor)).text);
    expect(texts[0]).toBe(texts[2]);
    expect(texts[0]).not.toBe(texts[1]);
  });
});

describe('the fields of an access type', () => {
  let world: World;
  beforeAll(async () => {
    await widenSettings();
    world = await makeWorld(['all-absences', 'tasks', 'tags']);
  });
  afterAll(restoreSettings);

  it('R09 are all that is read of its rows, in lists, below other rows, and in questions', async () => {
    const { body, text } = await as(world.actor).get('/api/absences?pagination[pageSize]=100&populate=*').expect(200);
    // Everybody’s absences, but who and nothing more.
    expect(text).toContain(`${HIDDEN} personne`);
    expect(text).not.toContain('raison');
    for (const row of body.data)
      expect(Object.keys(row).sort()).toEqual(['createdAt', 'documentId', 'id', 'person', 'publishedAt', 'updatedAt']);
    for (const query of [
      'filters[reason][$contains]=raison',
      'sort=reason',
      'fields=reason',
      'fields[0]=person&fields[1]=reason',
      '_q=raison',
      'filters[startsOn][$gt]=2000-01-01',
      'filters[project][id][$gt]=0',
      'filters[$or][0][reason][$notNull]=true',
      'filters[$not][reason]=x',
    ]) {
      const answer = await as(world.actor).get(`/api/absences?${query}`);
      expect([query, answer.status]).toEqual([query, 400]);
      expect(answer.text).not.toContain('raison');
    }
    const tags = await as(world.actor).get('/api/tags?populate=*').expect(200);
    expect(tags.text).not.toContain('tasks');
    const tasks = await as(world.actor).get('/api/tasks?populate=*').expect(200);
    expect(tasks.text).not.toMatch(/"milestone"|"tags"/);
  });

  it('R09 look the same from outside as fields that are not there', async () => {
    for (const query of ['filters[NAME][$contains]=a', 'sort=NAME', 'fields=NAME']) {
      const [hidden, none] = [
        await as(world.actor).get(`/api/absences?${query.replace('NAME', 'reason')}`),
        await as(world.actor).get(`/api/absences?${query.replace('NAME', 'raisin')}`),
      ];
      expect(hidden.status).toBe(none.status);
    }
  });

  it('R09 of two ways to the same type show together no more than either shows', async () => {
    const guest = await makeGuest({ projects: [world.a.project], accessTypes: ['all-absences', 'absences'] });
    const { text } = await as(guest.actor).get('/api/absences?pagination[pageSize]=100').expect(200);
    expect(text).not.toContain(`${HIDDEN} raison`);
  });
});

describe('a rule with a path of two relations', () => {
  beforeAll(widenSettings);
  afterAll(restoreSettings);

  it('R05 shows what the path leads to, and nothing else', async () => {
    const world = await makeWorld(['tasks-of-milestones']);
    // In A’s project, but at no milestone: this rule does not reach it.
    await makeTask({ project: world.a.project, title: `${HIDDEN} sans jalon` });
    // In B’s project, but at A’s milestone: reached.
    await makeTask({ project: world.b.project, title: 'PAR-JALON', milestone: world.a.milestone.documentId });
    const { text, body } = await as(world.actor).get('/api/tasks?populate=*').expect(200);
    expect(body.meta.pagination.total).toBe(2);
    expect(text).toContain('PAR-JALON');
    expect(text).not.toContain(HIDDEN);
  });
});

describe('what is closed', () => {
  it('R04 is every type until an access type names it', async () => {
    const guest = await makeGuest({ projects: [await makeProject()], accessTypes: ['tasks'] });
    for (const path of [
      'milestones',
      'absences',
      'activity-reports',
      'documents',
      'tags',
      'tickets',
      'invoices',
      'site-notice',
    ])
      expect([path, (await as(guest.actor).get(`/api/${path}`)).status]).toEqual([path, 403]);
  });

  it('R04 is an access type whose path is not there any more', async () => {
    const store = site.strapi.store({ type: 'plugin', name: 'guest-access', key: 'settings' });
    const project = await makeProject();
    await makeTask({ project });
    const guest = await makeGuest({ projects: [project] });
    await as(guest.actor).get('/api/tasks').expect(200);
    const kept = (await store.get({})) as { accessTypes: { key: string; rule: object }[] };
    const advance = () => site.strapi.db.connection('guest_access_guests').increment('version', 1);
    try {
      for (const rule of [
        { kind: 'resource', path: 'gone', resourceType: 'api::project.project' },
        { kind: 'resource', path: 'tags', resourceType: 'api::project.project' },
        { kind: 'resource', path: 'project', resourceType: 'api::invoice.invoice' },
        { kind: 'contact', path: 'project' },
      ]) {
        const accessTypes = kept.accessTypes.map((type) => (type.key === 'tasks' ? { ...type, rule } : type));
        await store.set({ value: { ...kept, accessTypes } });
        await advance();
        expect((await as(guest.actor).get('/api/tasks')).status).toBe(403);
      }
    } finally {
      await store.set({ value: kept });
      await advance();
    }
    await as(guest.actor).get('/api/tasks').expect(200);
  });

  it('does not narrow what a user of the site reads', async () => {
    const task = await makeTask();
    await as(await siteUser())
      .get(`/api/tasks/${task.documentId}?populate=project`)
      .expect(200);
  });
});
