import { randomUUID } from 'node:crypto';
import type { AccessType } from '../../contract';
import { as, codeOf, makeGuest, makeTag, type Actor, type Made } from '../support';
import { accessType, readSettings, saveSettings } from './world';

const SHEET = 'api::sheet.sheet';
const TOPIC = 'api::topic.topic';
const MARK = 'api::mark.mark';
const FRONT = 'api::front.front';

/** What no guest may ever be shown of an editor's draft. */
const SECRET = 'PAS-ENCORE-PUBLIE';

interface Row extends Made {
  locale: string | null;
  publishedAt: string | null;
  updatedAt: string;
  [field: string]: unknown;
}
type Data = Record<string, unknown>;
type Locale = 'fr' | 'en';

const documents = (uid: string) =>
  site.strapi.documents(uid as 'api::sheet.sheet') as unknown as Record<
    'create' | 'update' | 'publish' | 'unpublish',
    (params: object) => Promise<{ id: number; documentId: string }>
  >;
const rule = { kind: 'all' } as const;
const all = ['find', 'findOne', 'create', 'update', 'delete'] as const;

const types: AccessType[] = [
  accessType({ key: 'sheets', contentType: SHEET, actions: [...all], rule }),
  accessType({ key: 'sheets-changed', contentType: SHEET, actions: ['find', 'findOne', 'update'], rule }),
  accessType({ key: 'sheets-drafts', contentType: SHEET, actions: [...all], rule, drafts: true }),
  accessType({ key: 'sheets-read-drafts', contentType: SHEET, rule, drafts: true }),
  accessType({ key: 'topics', contentType: TOPIC, actions: [...all], rule }),
  accessType({ key: 'topics-drafts', contentType: TOPIC, rule, drafts: true }),
  accessType({ key: 'marks', contentType: MARK, actions: [...all], rule }),
  accessType({ key: 'front', contentType: FRONT, actions: ['find', 'findOne', 'update'], rule }),
  accessType({ key: 'every-tag', contentType: 'api::tag.tag', rule }),
];

const deep = {
  topic: true,
  topics: true,
  partner: true,
  items: true,
  tags: true,
  above: true,
  picture: true,
  box: { populate: { lines: { populate: { topic: true } } } },
  lines: { populate: { topic: true } },
  parts: { on: { 'sheet.line': { populate: { topic: true } }, 'shared.note': true } },
};

/** All versions of a document: by language, the draft first. */
const versions = async (uid: string, documentId: string, populate: object = {}): Promise<Row[]> => {
  const found: Row[] = await site.strapi.db
    .query(uid as never)
    .findMany({ where: { documentId }, populate, orderBy: { id: 'asc' } } as never);
  const place = ({ locale, publishedAt }: Row) => `${locale} ${publishedAt === null ? 0 : 1}`;
  return found.sort((one, another) => place(one).localeCompare(place(another)));
};

/** A row as the database holds it: links by document, no number of a row, no time. */
const plain = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !['id', 'createdAt', 'updatedAt', 'publishedAt', 'localizations'].includes(name))
      .map(([name, inside]) => [name, plain(inside)])
  );
};

const sheetOf = async (documentId: string, status: 'draft' | 'published', locale: Locale = 'fr'): Promise<Row> => {
  const found = (await versions(SHEET, documentId, deep)).find(
    (row) => row.locale === locale && (row.publishedAt === null) === (status === 'draft')
  );
  if (!found) throw new Error(`no ${status} of ${documentId} in ${locale}`);
  return found;
};

/** What the content manager says of a document. */
const panelStatus = async (uid: string, documentId: string, locale: Locale | null = 'fr'): Promise<string> => {
  const rows = (await versions(uid, documentId)).filter((row) => locale === null || row.locale === locale);
  const metadata = site.strapi.plugin('content-manager').service('document-metadata');
  const draft = rows.find(({ publishedAt }) => publishedAt === null);
  return metadata.getStatus(
    draft,
    rows.filter((row) => row !== draft)
  );
};

const unique = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`;

const makeTopic = async (data: Data = {}, status: 'draft' | 'published' = 'published'): Promise<Made> => {
  const { id, documentId } = await documents(TOPIC).create({ status, data: { name: unique('Sujet'), ...data } });
  return { id, documentId };
};

/** A sheet that is published in French and English, with as much in it as there can be. */
const makeSheet = async (data: Data = {}): Promise<Made> => {
  const topic = await makeTopic();
  const line = (text: string) => ({ text, remark: `${text} privé`, topic: topic.documentId });
  const version = (language: string): Data => ({
    title: unique(`Fiche ${language}`),
    amount: 1,
    price: 1.5,
    heldAt: '2026-03-01T10:00:00.000Z',
    facts: { a: 1, b: [1, 2] },
    body: [{ type: 'paragraph', children: [{ type: 'text', text: `corps ${language}` }] }],
    lines: [line(`un ${language}`), line(`deux ${language}`)],
    parts: [
      { __component: 'shared.note', text: `note ${language}` },
      { __component: 'sheet.line', ...line('zone') },
    ],
    topic: topic.documentId,
    ...data,
  });
  const { documentId } = await documents(SHEET).create({
    locale: 'fr',
    status: 'published',
    data: {
      ...version('fr'),
      number: unique('N'),
      rank: 1,
      memo: 'interne',
      box: { label: 'boîte', remark: 'privé', lines: [line('dedans')] },
      ...data,
    },
  });
  await documents(SHEET).update({ documentId, locale: 'en', status: 'published', data: version('en') });
  return { id: (await sheetOf(documentId, 'published')).id, documentId };
};

/** What the content manager does when an editor saves without publishing. */
const editorSaves = (uid: string, documentId: string, data: Data, locale?: Locale) =>
  documents(uid).update({ documentId, ...(locale ? { locale } : {}), data });

describe('a guest’s save and an editor’s draft', () => {
  let guest: Actor;
  let other: Actor;
  let kept: Awaited<ReturnType<typeof readSettings>>;
  const put = (documentId: string, data: Data, query = '', actor: Actor = guest) =>
    as(actor).put(`/api/sheets/${documentId}${query}`, { data });

  beforeAll(async () => {
    kept = await readSettings();
    await saveSettings({ ...kept, accessTypes: [...kept.accessTypes, ...types] });
    ({ actor: guest } = await makeGuest({ accessTypes: ['sheets', 'topics', 'marks', 'front', 'every-tag'] }));
    ({ actor: other } = await makeGuest({ accessTypes: ['sheets-changed', 'topics'] }));
  });
  afterAll(() => saveSettings(kept));

  /** A save that is refused because of an editor, and of which nothing is left. */
  const expectBeingEdited = async (
    request: () => PromiseLike<{ status: number; body: { error?: { details?: Data } }; text: string }>,
    fields: readonly string[],
    rows: readonly (readonly [string, Made])[]
  ): Promise<void> => {
    const look = () =>
      Promise.all(rows.map(([uid, { documentId }]) => versions(uid, documentId, uid === SHEET ? deep : {})));
    const before = await look();
    const { status, body, text } = await request();
    expect([status, codeOf({ body })]).toEqual([409, 'being_edited']);
    expect(text).not.toContain(SECRET);
    const errors = (body.error?.details?.['errors'] ?? []) as { path: string[] }[];
    expect(errors.map(({ path }) => path[0]).sort()).toEqual([...fields].sort());
    expect(await look()).toEqual(before);
  };

  describe('a field that the editor has not touched', () => {
    const values: [string, Data][] = [
      ['a text', { title: 'Nouveau titre' }],
      ['a number', { amount: 12 }],
      ['nothing', { amount: null }],
      ['a decimal', { price: 12.25 }],
      ['a moment', { heldAt: '2026-04-01T08:30:00.000Z' }],
      ['JSON', { facts: { a: { b: [3, 2, 1] }, z: 'é' } }],
      ['blocks', { body: [{ type: 'paragraph', children: [{ type: 'text', text: 'écrit par un invité' }] }] }],
      ['an address', { slug: `adresse-${randomUUID()}` }],
      ['several fields', { title: 'Deux à la fois', amount: 3 }],
    ];
    it.each(values)('writes %s into the draft and what is published, and nothing else', async (_what, data) => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { memo: SECRET }, 'fr');
      const editorsField = 'title' in data ? { facts: { secret: SECRET } } : { title: SECRET };
      await editorSaves(SHEET, documentId, editorsField, 'fr');
      const before = {
        draft: await sheetOf(documentId, 'draft'),
        published: await sheetOf(documentId, 'published'),
        english: plain([await sheetOf(documentId, 'draft', 'en'), await sheetOf(documentId, 'published', 'en')]),
      };
      const { body, text } = await put(documentId, data, '?populate=*').expect(200);
      expect(text).not.toContain(SECRET);
      expect(body.data).toMatchObject(data);
      expect(plain(await sheetOf(documentId, 'draft'))).toEqual(plain({ ...before.draft, ...data }));
      expect(plain(await sheetOf(documentId, 'published'))).toEqual(plain({ ...before.published, ...data }));
      const english = [await sheetOf(documentId, 'draft', 'en'), await sheetOf(documentId, 'published', 'en')];
      expect(plain(english)).toEqual(before.english);
      const read = await as(guest).get(`/api/sheets/${documentId}?populate=*`).expect(200);
      expect(read.text).not.toContain(SECRET);
      // The editor's own publishing keeps what the guest wrote, and brings what was theirs.
      await documents(SHEET).publish({ documentId, locale: 'fr' });
      expect(plain(await sheetOf(documentId, 'published'))).toMatchObject(
        plain({ ...data, ...editorsField }) as object
      );
    });

    it('does so by GraphQL', async () => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { facts: { secret: SECRET } }, 'fr');
      const { body, text } = await as(guest).graphql(
        `mutation($id: ID!) { updateSheet(documentId: $id, data: { title: "Par GraphQL" }) { title facts } }`,
        { id: documentId }
      );
      expect(text).not.toContain(SECRET);
      expect(body.data.updateSheet.title).toBe('Par GraphQL');
      expect(await sheetOf(documentId, 'draft')).toMatchObject({ title: 'Par GraphQL', facts: { secret: SECRET } });
      expect(await sheetOf(documentId, 'published')).toMatchObject({ title: 'Par GraphQL', facts: { a: 1 } });
      await expectBeingEdited(
        async () => {
          const answer = await as(guest).graphql(
            `mutation($id: ID!, $facts: JSON) { updateSheet(documentId: $id, data: { facts: $facts }) { title } }`,
            { id: documentId, facts: { mine: true } }
          );
          const [error] = answer.body.errors;
          return { status: 409, text: answer.text, body: { error: { details: error.extensions.error.details } } };
        },
        ['facts'],
        [[SHEET, { id: 0, documentId }]]
      );
    });

    it('does so for a type with one page', async () => {
      const { documentId } = await documents(FRONT).create({
        status: 'published',
        data: { text: 'ouvert', hours: '9-12' },
      });
      await editorSaves(FRONT, documentId, { text: SECRET });
      const { text } = await as(guest)
        .put('/api/front', { data: { hours: '9-18' } })
        .expect(200);
      expect(text).not.toContain(SECRET);
      expect(await versions(FRONT, documentId)).toMatchObject([
        { text: SECRET, hours: '9-18', publishedAt: null },
        { text: 'ouvert', hours: '9-18' },
      ]);
    });

    it('takes components as the guest read them, and keeps what of them is private', async () => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
      const { body } = await as(guest).get(
        `/api/sheets/${documentId}?populate[lines]=true&populate[box][populate]=lines`
      );
      const [first, second] = body.data.lines;
      const { box } = body.data;
      await put(documentId, {
        lines: [{ id: second.id, text: 'deux, changée' }, { text: 'trois' }, { id: first.id, text: first.text }],
        box: { id: box.id, label: 'autre boîte', lines: [{ id: box.lines[0].id, text: 'dedans, changée' }] },
      }).expect(200);
      for (const status of ['draft', 'published'] as const) {
        const row = await sheetOf(documentId, status);
        expect(row['lines']).toMatchObject([
          {
            text: 'deux, changée',
            remark: 'deux fr privé',
            topic: { publishedAt: status === 'draft' ? null : expect.anything() },
          },
          { text: 'trois', remark: null },
          { text: 'un fr', remark: 'un fr privé' },
        ]);
        for (const locale of ['fr', 'en'] as const)
          expect((await sheetOf(documentId, status, locale))['box']).toMatchObject({
            label: 'autre boîte',
            remark: 'privé',
            lines: [{ text: 'dedans, changée', remark: 'dedans privé', topic: { name: expect.any(String) } }],
          });
      }
    });

    it('writes new components and zones with their links', async () => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
      const topic = await makeTopic();
      await put(documentId, {
        lines: [{ text: 'neuve', topic: topic.documentId }],
        parts: [
          { __component: 'sheet.line', text: 'dans la zone', topic: { connect: [topic.id] } },
          { __component: 'shared.note', text: 'note' },
        ],
      }).expect(200);
      for (const status of ['draft', 'published'] as const) {
        const linked = { documentId: topic.documentId, publishedAt: status === 'draft' ? null : expect.anything() };
        expect(await sheetOf(documentId, status)).toMatchObject({
          title: status === 'draft' ? SECRET : expect.stringContaining('Fiche'),
          lines: [{ text: 'neuve', topic: linked }],
          parts: [{ text: 'dans la zone', topic: linked }, { text: 'note' }],
        });
      }
    });

    it('links rows in the draft and in what is published, however they are named', async () => {
      const { documentId } = await makeSheet();
      const above = await makeSheet();
      await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
      const [one, two, three] = [await makeTopic(), await makeTopic(), await makeTopic()];
      const tag = await makeTag();
      const expectLinks = async (names: Record<string, unknown>) => {
        for (const status of ['draft', 'published'] as const) {
          const row = await sheetOf(documentId, status);
          for (const [name, links] of Object.entries(names)) {
            const found = row[name] as Row | Row[] | null;
            const ends = Array.isArray(found) ? found : found === null ? [] : [found];
            expect([status, name, ends.map((end) => end.documentId)]).toEqual([status, name, links]);
            // Tags have no drafts; of everything else the version of the same kind.
            if (name !== 'tags')
              for (const end of ends) expect([name, end.publishedAt === null]).toEqual([name, status === 'draft']);
          }
        }
      };
      const published = await versions(TOPIC, two.documentId);
      const numberOf = (rows: Row[]) => rows.find(({ publishedAt }) => publishedAt !== null)?.id;
      await put(documentId, {
        topic: numberOf(published),
        topics: [one.documentId, { documentId: two.documentId }, three.documentId],
        partner: { connect: [one.documentId] },
        items: { set: [{ documentId: three.documentId }, { documentId: one.documentId }] },
        tags: { connect: [tag.id] },
        above: above.documentId,
      }).expect(200);
      await expectLinks({
        topic: [two.documentId],
        topics: [one.documentId, two.documentId, three.documentId],
        partner: [one.documentId],
        items: [three.documentId, one.documentId],
        tags: [tag.documentId],
        above: [above.documentId],
      });
      await put(documentId, {
        topic: null,
        topics: { disconnect: [{ id: numberOf(published) }] },
        partner: { set: [two.documentId] },
        items: { connect: [{ documentId: two.documentId, position: { before: one.documentId } }] },
        tags: { set: [] },
        above: null,
      }).expect(200);
      await expectLinks({
        topic: [],
        topics: [one.documentId, three.documentId],
        partner: [two.documentId],
        items: [three.documentId, two.documentId, one.documentId],
        tags: [],
        above: [],
      });
      expect(await panelStatus(SHEET, documentId)).toBe('modified');
    });

    it('leaves what else is sent unchanged to the editor', async () => {
      const { documentId } = await makeSheet();
      const { body } = await as(guest).get(`/api/sheets/${documentId}`).expect(200);
      await editorSaves(
        SHEET,
        documentId,
        { amount: 99, facts: { secret: SECRET }, heldAt: '2027-01-01T00:00:00.000Z' },
        'fr'
      );
      const { title: _title, amount, price, heldAt, facts, body: blocks, number, rank } = body.data;
      await put(documentId, { title: 'Tout renvoyé', amount, price, heldAt, facts, body: blocks, number, rank }).expect(
        200
      );
      expect(await sheetOf(documentId, 'draft')).toMatchObject({
        title: 'Tout renvoyé',
        amount: 99,
        facts: { secret: SECRET },
      });
      expect(await sheetOf(documentId, 'published')).toMatchObject({
        title: 'Tout renvoyé',
        amount: 1,
        facts: { a: 1 },
      });
    });
  });

  describe('a field that the editor has changed too', () => {
    it.each<[string, Data, Data]>([
      ['a text', { title: SECRET }, { title: 'Mien' }],
      ['a number', { amount: 77 }, { amount: 78 }],
      ['JSON', { facts: { secret: SECRET } }, { facts: { a: 2 } }],
      ['blocks', { body: [{ type: 'paragraph', children: [{ type: 'text', text: SECRET }] }] }, { body: [] }],
      ['a unique field', { number: SECRET }, { number: 'mien' }],
      ['a component', { box: { label: SECRET } }, { box: { label: 'mienne' } }],
      ['a list of components', { lines: [{ text: SECRET }] }, { lines: [] }],
      ['a zone', { parts: [{ __component: 'shared.note', text: SECRET }] }, { parts: [] }],
      ['a link', { topic: null }, { topic: { set: [] } }],
    ])('is answered 409 being_edited and left alone: %s', async (_what, theirs, mine) => {
      const sheet = await makeSheet();
      await editorSaves(SHEET, sheet.documentId, theirs, 'fr');
      await expectBeingEdited(() => put(sheet.documentId, { ...mine, price: 9 }), Object.keys(mine), [[SHEET, sheet]]);
      // Without it, the rest is saved.
      await put(sheet.documentId, { price: 9 }).expect(200);
    });

    it('is what the content manager does not call modified, too: changed from the other end of a relation', async () => {
      const sheet = await makeSheet();
      const topic = await makeTopic();
      await editorSaves(TOPIC, topic.documentId, { owner: { documentId: sheet.documentId, locale: 'fr' } });
      expect(await panelStatus(SHEET, sheet.documentId)).toBe('published');
      await expectBeingEdited(
        () => put(sheet.documentId, { items: [] }),
        ['items'],
        [
          [SHEET, sheet],
          [TOPIC, topic],
        ]
      );
    });

    it('is so for the links of a row without drafts, changed from the other end', async () => {
      const [topic, elsewhere] = [await makeTopic(), await makeTopic()];
      const made = await as(guest)
        .post('/api/marks', { data: { name: 'r', topic: topic.documentId } })
        .expect(201);
      const { documentId } = made.body.data;
      await editorSaves(TOPIC, topic.documentId, { marks: [] });
      await expectBeingEdited(
        () => as(guest).put(`/api/marks/${documentId}`, { data: { topic: elsewhere.documentId } }),
        ['topic'],
        [[TOPIC, topic]]
      );
    });

    it('lets a row without drafts be moved from one document with drafts to another', async () => {
      const [topic, elsewhere] = [await makeTopic(), await makeTopic()];
      const made = await as(guest)
        .post('/api/marks', { data: { name: 'r', topic: topic.documentId, labelled: [topic.documentId] } })
        .expect(201);
      const { documentId } = made.body.data;
      const moved = { topic: elsewhere.documentId, labelled: { set: [elsewhere.documentId] } };
      await as(guest).put(`/api/marks/${documentId}`, { data: moved }).expect(200);
      for (const [made, marks] of [
        [topic, []],
        [elsewhere, [{ documentId }]],
      ] as const)
        for (const row of await versions(TOPIC, made.documentId, { marks: true, labels: true }))
          expect(row).toMatchObject({ marks, labels: marks });
    });

    it('takes no row away from the draft of another document', async () => {
      const [sheet, another] = [await makeSheet(), await makeSheet()];
      const topic = await makeTopic();
      await editorSaves(SHEET, another.documentId, { partner: topic.documentId, items: [topic.documentId] }, 'fr');
      const kept = [
        [SHEET, sheet],
        [SHEET, another],
        [TOPIC, topic],
      ] as const;
      await expectBeingEdited(() => put(sheet.documentId, { partner: topic.documentId }), ['partner'], kept);
      await expectBeingEdited(() => put(sheet.documentId, { items: { connect: [topic.documentId] } }), ['items'], kept);
      const post = () => as(guest).post('/api/sheets', { data: { title: 'x', partner: topic.documentId } });
      await expectBeingEdited(post, ['partner'], kept);
      await documents(SHEET).publish({ documentId: another.documentId, locale: 'fr' });
      await put(sheet.documentId, { partner: topic.documentId, items: { connect: [topic.documentId] } }).expect(200);
      for (const status of ['draft', 'published'] as const) {
        expect(await sheetOf(another.documentId, status)).toMatchObject({ partner: null, items: [] });
        expect(await sheetOf(sheet.documentId, status)).toMatchObject({ partner: { documentId: topic.documentId } });
      }
    });
  });

  describe('a field that all languages share', () => {
    const inAll = async (documentId: string, data: Data) => {
      for (const locale of ['fr', 'en'] as const)
        for (const status of ['draft', 'published'] as const)
          expect([locale, status, await sheetOf(documentId, status, locale)]).toMatchObject([locale, status, data]);
    };

    it.each(['fr', 'en'] as const)('written in %s stands in every language, published and not', async (locale) => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
      await editorSaves(SHEET, documentId, { title: `${SECRET} en` }, 'en');
      const topic = await makeTopic();
      const number = unique('M');
      const data = { rank: 7, number, box: { label: 'partagée', lines: [{ text: 'l', topic: topic.documentId }] } };
      const { text } = await put(documentId, data, `?locale=${locale}&populate=*`).expect(200);
      expect(text).not.toContain(SECRET);
      await inAll(documentId, {
        rank: 7,
        number,
        box: { label: 'partagée', lines: [{ text: 'l', topic: { documentId: topic.documentId } }] },
      });
      expect((await sheetOf(documentId, 'draft'))['title']).toBe(SECRET);
      expect((await sheetOf(documentId, 'draft', 'en'))['title']).toBe(`${SECRET} en`);
      // The next save, in the other language, does not undo it.
      const next = locale === 'fr' ? 'en' : 'fr';
      await put(documentId, { amount: 5 }, `?locale=${next}`).expect(200);
      await inAll(documentId, { rank: 7, number });
    });

    it('is left alone where an editor has changed it in another language', async () => {
      const sheet = await makeSheet();
      await editorSaves(SHEET, sheet.documentId, { rank: 66 }, 'en');
      for (const query of ['?locale=fr', '?locale=en'])
        await expectBeingEdited(() => put(sheet.documentId, { rank: 2 }, query), ['rank'], [[SHEET, sheet]]);
      await put(sheet.documentId, { amount: 2 }, '?locale=fr').expect(200);
      for (const locale of ['fr', 'en'] as const) {
        expect((await sheetOf(sheet.documentId, 'draft', locale))['rank']).toBe(66);
        expect((await sheetOf(sheet.documentId, 'published', locale))['rank']).toBe(1);
      }
    });

    it('does not carry one language’s draft into another’s', async () => {
      const { documentId } = await makeSheet();
      // As Strapi leaves them where it compares with another version: two drafts that say different things.
      const draft = await sheetOf(documentId, 'draft', 'en');
      await site.strapi.db.query(SHEET).update({ where: { id: draft.id }, data: { rank: 50, memo: SECRET } as never });
      await put(documentId, { amount: 4 }, '?locale=fr').expect(200);
      expect(await sheetOf(documentId, 'draft', 'en')).toMatchObject({ rank: 50, memo: SECRET });
      expect(await sheetOf(documentId, 'draft', 'fr')).toMatchObject({ rank: 1, memo: 'interne', amount: 4 });
    });

    it('refuses a value that is taken, in whatever language, and keeps nothing', async () => {
      const [sheet, another] = [await makeSheet(), await makeSheet()];
      const { number } = await sheetOf(another.documentId, 'published');
      const before = await versions(SHEET, sheet.documentId, deep);
      await put(sheet.documentId, { number, title: 'x' }).expect(400);
      await put(sheet.documentId, { number, title: 'x' }, '?locale=en').expect(400);
      expect(await versions(SHEET, sheet.documentId, deep)).toEqual(before);
    });
  });

  it('refuses a file, as ever', async () => {
    const sheet = await makeSheet();
    const { body } = await put(sheet.documentId, { picture: 1 }).expect(400);
    expect(codeOf({ body })).toBe('field_not_writable');
  });

  it('leaves an unmodified document unmodified, a modified one modified, and moves both times on', async () => {
    const { documentId } = await makeSheet();
    const before = await sheetOf(documentId, 'published');
    await put(documentId, { amount: 2 }).expect(200);
    expect(await panelStatus(SHEET, documentId)).toBe('published');
    await put(documentId, { rank: 2 }).expect(200);
    expect(await panelStatus(SHEET, documentId)).toBe('published');
    expect(await panelStatus(SHEET, documentId, 'en')).toBe('published');
    await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
    expect(await panelStatus(SHEET, documentId)).toBe('modified');
    // Which versions Strapi compares, and so whether it writes the other languages' drafts too, is up to the database.
    const english = await panelStatus(SHEET, documentId, 'en');
    await put(documentId, { amount: 3, rank: 3 }).expect(200);
    expect(await panelStatus(SHEET, documentId)).toBe('modified');
    expect(await panelStatus(SHEET, documentId, 'en')).toBe(english);
    const after = await sheetOf(documentId, 'published');
    expect(after.id).toBe(before.id);
    expect(after.publishedAt).toEqual(before.publishedAt);
    expect(new Date(after.updatedAt).getTime()).toBeGreaterThan(new Date(before.updatedAt).getTime());
  });

  it('still knows If-Match: of what the guest saw, not of the editor’s draft', async () => {
    const { documentId } = await makeSheet();
    const seen = (await as(guest).get(`/api/sheets/${documentId}`).expect(200)).body.data.updatedAt;
    await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
    const again = await put(documentId, { amount: 2 }).set('If-Match', `"${seen}"`).expect(200);
    await put(documentId, { amount: 3 }).set('If-Match', `"${seen}"`).expect(412);
    await put(documentId, { amount: 3 }).set('If-Match', `"${again.body.data.updatedAt}"`).expect(200);
  });

  it('tells the site of what was published, whole, once it is kept, and of nothing that was undone', async () => {
    const { documentId } = await makeSheet();
    await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
    // The editor's own event is told first.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const heard: { event: string; entry: Row }[] = [];
    const stop = site.strapi.eventHub.subscribe((event: string, ...args: unknown[]) => {
      const [payload] = args as { uid?: string; entry?: Row }[];
      if (payload?.uid === SHEET && payload.entry?.documentId === documentId)
        heard.push({ event, entry: payload.entry });
      return Promise.resolve();
    });
    try {
      await put(documentId, { amount: 41 }).expect(200);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(heard.map(({ event }) => event).sort()).toEqual(['entry.publish', 'entry.update']);
      const published = heard.find(({ event }) => event === 'entry.publish')?.entry;
      expect(published).toMatchObject({
        amount: 41,
        locale: 'fr',
        topic: { name: expect.any(String) },
        lines: [{ text: 'un fr' }, {}],
      });
      expect(JSON.stringify(published)).not.toContain(SECRET);
      heard.length = 0;
      await put(documentId, { rank: 9 }).expect(200);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const languages = heard.filter(({ event }) => event === 'entry.publish').map(({ entry }) => entry.locale);
      expect(languages.sort()).toEqual(['en', 'fr']);
      heard.length = 0;
      await put(documentId, { amount: 1, title: 'x' }).expect(409);
      await put(documentId, { amount: 42, number: 'x'.repeat(100) }).expect(400);
      await put(documentId, { amount: 42, topic: null, partner: 'absentabsentabsent' }).expect(400);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(heard).toEqual([]);
    } finally {
      stop();
    }
  });

  it('runs the site’s middleware and hooks, and publishes what they add to the body', async () => {
    const { documentId } = await makeSheet();
    await editorSaves(SHEET, documentId, { facts: { secret: SECRET } }, 'fr');
    let active = true;
    // Strapi has no safe way to take a middleware away again.
    site.strapi.documents.use(async (context, next) => {
      if (active && context.uid === SHEET && context.action === 'update') {
        const params = context.params as { data: Data };
        params.data = { ...params.data, price: 5.5, facts: { by: 'middleware' } };
      }
      return next();
    });
    const unsubscribe = site.strapi.db.lifecycles.subscribe({
      models: [SHEET],
      beforeUpdate: ({ params }: { params: { data: Data } }) => {
        if (typeof params.data['title'] === 'string') params.data['title'] = params.data['title'].toUpperCase();
      },
    } as never);
    try {
      await put(documentId, { title: 'en petit' }).expect(200);
    } finally {
      active = false;
      (unsubscribe as unknown as () => void)();
    }
    expect(await sheetOf(documentId, 'draft')).toMatchObject({
      title: 'EN PETIT',
      price: 5.5,
      facts: { by: 'middleware' },
    });
    expect(await sheetOf(documentId, 'published')).toMatchObject({ title: 'EN PETIT', price: 5.5, facts: { a: 1 } });
  });

  describe('drafts of a guest’s own', () => {
    let drafting: Actor;
    let reading: Actor;
    beforeAll(async () => {
      ({ actor: drafting } = await makeGuest({ accessTypes: ['sheets-drafts', 'topics-drafts'] }));
      ({ actor: reading } = await makeGuest({ accessTypes: ['sheets', 'sheets-read-drafts'] }));
    });

    it('are saved as drafts where the access shows them, and publish nothing', async () => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { facts: { secret: SECRET } }, 'fr');
      const before = plain([await sheetOf(documentId, 'published'), await sheetOf(documentId, 'published', 'en')]);
      const { body } = await put(documentId, { title: 'Brouillon', rank: 8 }, '?status=draft', drafting).expect(200);
      expect(body.data).toMatchObject({ title: 'Brouillon', facts: { secret: SECRET }, publishedAt: null });
      expect(await sheetOf(documentId, 'draft')).toMatchObject({
        title: 'Brouillon',
        rank: 8,
        facts: { secret: SECRET },
      });
      expect(await sheetOf(documentId, 'draft', 'en')).toMatchObject({ rank: 8, memo: 'interne' });
      expect(plain([await sheetOf(documentId, 'published'), await sheetOf(documentId, 'published', 'en')])).toEqual(
        before
      );
      expect(await panelStatus(SHEET, documentId)).toBe('modified');
      const id = { id: documentId };
      const mutation = `mutation($id: ID!) { updateSheet(documentId: $id, status: DRAFT, data: { title: "G" }) { title } }`;
      expect((await as(drafting).graphql(mutation, id)).body.data.updateSheet.title).toBe('G');
      expect(plain([await sheetOf(documentId, 'published'), await sheetOf(documentId, 'published', 'en')])).toEqual(
        before
      );
    });

    it('go into the drafts of other languages, but not over an editor’s', async () => {
      const sheet = await makeSheet();
      const english = async (status: 'draft' | 'published', rank: number) => {
        const { id } = await sheetOf(sheet.documentId, status, 'en');
        await site.strapi.db.query(SHEET).update({ where: { id }, data: { rank } as never });
      };
      // As an earlier save may have left it: another value, and nothing that waits to be published.
      await english('draft', 5);
      await english('published', 5);
      await put(sheet.documentId, { rank: 9 }, '?status=draft', drafting).expect(200);
      expect(await sheetOf(sheet.documentId, 'draft', 'en')).toMatchObject({ rank: 9 });
      expect(await sheetOf(sheet.documentId, 'published', 'en')).toMatchObject({ rank: 5 });
      await english('draft', 6);
      const request = () => put(sheet.documentId, { rank: 7 }, '?status=draft', drafting);
      await expectBeingEdited(request, ['rank'], [[SHEET, sheet]]);
    });

    it('are not for who does not see them, or may only read them', async () => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
      const before = await versions(SHEET, documentId, deep);
      for (const actor of [guest, other, reading])
        for (const query of ['?status=draft', '?status=modified', '?status=draft&locale=en'])
          expect((await put(documentId, { amount: 5 }, query, actor)).status).toBeGreaterThanOrEqual(400);
      expect(await versions(SHEET, documentId, deep)).toEqual(before);
    });

    it('are not published by a save of what is published', async () => {
      const made = await documents(SHEET).create({ locale: 'fr', data: { title: SECRET, amount: 1 } });
      await put(made.documentId, { amount: 2 }, '', drafting).expect(404);
      await put(made.documentId, { amount: 2 }, '?status=published&locale=fr', drafting).expect(404);
      expect(await versions(SHEET, made.documentId)).toMatchObject([{ publishedAt: null, amount: 1 }]);
      await put(made.documentId, { amount: 2 }, '?status=draft', drafting).expect(200);
      expect(await versions(SHEET, made.documentId)).toMatchObject([{ publishedAt: null, amount: 2 }]);
    });

    it('are not linked to from what is published', async () => {
      const sheet = await makeSheet();
      const topic = await makeTopic({ name: SECRET }, 'draft');
      await expectBeingEdited(
        () => put(sheet.documentId, { topic: topic.documentId }, '', drafting),
        ['topic'],
        [[SHEET, sheet]]
      );
      await put(sheet.documentId, { topic: topic.documentId }, '?status=draft', drafting).expect(200);
      expect(await sheetOf(sheet.documentId, 'draft')).toMatchObject({ topic: { documentId: topic.documentId } });
      expect((await sheetOf(sheet.documentId, 'published'))['topic']).not.toMatchObject({
        documentId: topic.documentId,
      });
    });
  });

  describe('a language that is not there yet', () => {
    const french = async (): Promise<Made> => {
      const { documentId } = await documents(SHEET).create({
        locale: 'fr',
        status: 'published',
        data: { title: 'Seule', number: unique('S'), rank: 3, memo: 'interne', box: { label: 'b', lines: [] } },
      });
      return { id: (await sheetOf(documentId, 'published')).id, documentId };
    };

    it('takes the right to make rows', async () => {
      const { documentId } = await french();
      await put(documentId, { title: 'New' }, '?locale=en', other).expect(404);
      expect((await versions(SHEET, documentId)).map(({ locale }) => locale)).toEqual(['fr', 'fr']);
      await put(documentId, { title: 'New' }, '?locale=en').expect(200);
      for (const status of ['draft', 'published'] as const)
        expect(await sheetOf(documentId, status, 'en')).toMatchObject({
          title: 'New',
          rank: 3,
          memo: 'interne',
          box: { label: 'b' },
        });
      expect(await panelStatus(SHEET, documentId, 'fr')).toBe('published');
    });

    it('gives what it shares to all', async () => {
      const { documentId } = await french();
      await put(documentId, { title: 'New', rank: 4 }, '?locale=en').expect(200);
      for (const status of ['draft', 'published'] as const)
        for (const locale of ['fr', 'en'] as const)
          expect(await sheetOf(documentId, status, locale)).toMatchObject({ rank: 4, memo: 'interne' });
      expect((await sheetOf(documentId, 'draft'))['title']).toBe('Seule');
    });

    it('waits until an editor has published what all languages share', async () => {
      const sheet = await french();
      await editorSaves(SHEET, sheet.documentId, { memo: SECRET }, 'fr');
      await expectBeingEdited(() => put(sheet.documentId, { title: 'New' }, '?locale=en'), [], [[SHEET, sheet]]);
    });

    it('is one that the site has', async () => {
      const { documentId } = await french();
      for (const locale of ['zz', 'de', '*', 'constructor']) {
        expect((await put(documentId, { title: 'New' }, `?locale=${locale}`)).status).toBeGreaterThanOrEqual(400);
        const made = await as(guest).post(`/api/sheets?locale=${locale}`, { data: { title: 'New' } });
        expect([locale, made.status >= 400]).toEqual([locale, true]);
      }
      expect((await versions(SHEET, documentId)).map(({ locale }) => locale)).toEqual(['fr', 'fr']);
    });
  });

  describe('a deletion', () => {
    it('takes the draft with it where it says the same', async () => {
      const { documentId } = await makeSheet();
      await as(guest).delete(`/api/sheets/${documentId}?locale=fr`).expect(204);
      expect((await versions(SHEET, documentId)).map(({ locale }) => locale)).toEqual(['en', 'en']);
      await as(guest).delete(`/api/sheets/${documentId}?locale=*`).expect(204);
      expect(await versions(SHEET, documentId)).toEqual([]);
    });

    it('throws no unpublished work away', async () => {
      const sheet = await makeSheet();
      await editorSaves(SHEET, sheet.documentId, { lines: [{ text: SECRET }] }, 'en');
      for (const query of ['?locale=en', '?locale=*'])
        await expectBeingEdited(
          () => as(guest).delete(`/api/sheets/${sheet.documentId}${query}`),
          [],
          [[SHEET, sheet]]
        );
      await as(guest).delete(`/api/sheets/${sheet.documentId}?locale=fr`).expect(204);
      const { actor } = await makeGuest({ accessTypes: ['sheets-drafts'] });
      await as(actor).delete(`/api/sheets/${sheet.documentId}?locale=en`).expect(204);
      expect(await versions(SHEET, sheet.documentId)).toEqual([]);
    });
  });

  it('makes a draft first for a row that came without one', async () => {
    const { documentId } = await makeSheet();
    const draft = await sheetOf(documentId, 'draft');
    await site.strapi.db.query(SHEET).delete({ where: { id: draft.id } });
    await put(documentId, { amount: 6 }).expect(200);
    const [drafted, published] = [await sheetOf(documentId, 'draft'), await sheetOf(documentId, 'published')];
    expect(plain(drafted)).toEqual(plain(published));
    expect(published).toMatchObject({ amount: 6, lines: [{ text: 'un fr' }, { text: 'deux fr' }] });
  });

  it('makes a new row of its own, published, and touches nothing else', async () => {
    const topic = await makeTopic();
    await editorSaves(TOPIC, topic.documentId, { name: SECRET });
    const { body, text } = await as(guest)
      .post('/api/sheets?populate=*', { data: { title: 'Neuve', topic: topic.documentId, rank: 2 } })
      .expect(201);
    expect(text).not.toContain(SECRET);
    expect(body.data).toMatchObject({ title: 'Neuve', topic: { documentId: topic.documentId } });
    const rows = await versions(TOPIC, topic.documentId);
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([SECRET, expect.stringContaining('Sujet')]));
  });

  describe('at the same time', () => {
    it('guests lose nothing of one another’s fields', async () => {
      const { documentId } = await makeSheet();
      await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
      const saves = [
        { amount: 11 },
        { price: 2.5 },
        { facts: { c: 1 } },
        { rank: 11 },
        { heldAt: '2026-05-05T05:05:00.000Z' },
      ];
      const answers = await Promise.all(
        saves.flatMap((data, index) => [
          put(documentId, data).then(),
          put(documentId, { amount: 20 + index }, '?locale=en').then(),
        ])
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      const wanted = Object.assign({}, ...saves) as Data;
      for (const status of ['draft', 'published'] as const)
        expect(plain(await sheetOf(documentId, status))).toMatchObject(plain(wanted) as object);
      expect((await sheetOf(documentId, 'draft'))['title']).toBe(SECRET);
      for (const locale of ['fr', 'en'] as const)
        expect((await sheetOf(documentId, 'published', locale))['rank']).toBe(11);
      expect((await sheetOf(documentId, 'published', 'en'))['amount']).toBe(
        (await sheetOf(documentId, 'draft', 'en'))['amount']
      );
    });

    it('a guest waits for an editor’s save that is under way, and then sees it', async () => {
      const { documentId } = await makeSheet();
      const [same, another] = await site.strapi.db.transaction(async () => {
        await editorSaves(SHEET, documentId, { title: SECRET }, 'fr');
        const waiting = [put(documentId, { title: 'mien' }).then(), put(documentId, { amount: 31 }).then()];
        await new Promise((resolve) => setTimeout(resolve, 500));
        return waiting;
      });
      expect([(await same)?.status, (await another)?.status]).toEqual([409, 200]);
      expect(await sheetOf(documentId, 'draft')).toMatchObject({ title: SECRET, amount: 31 });
      expect(JSON.stringify(await sheetOf(documentId, 'published'))).not.toContain(SECRET);
      expect((await sheetOf(documentId, 'published'))['amount']).toBe(31);
    });

    it('an editor and guests never publish or lose what the editor saves', async () => {
      const { documentId } = await makeSheet();
      const editing = Array.from({ length: 6 }, (_, index) =>
        editorSaves(
          SHEET,
          documentId,
          { title: `${SECRET} ${index}`, ...(index % 2 ? { memo: `${SECRET}` } : {}) },
          index % 2 ? 'en' : 'fr'
        )
      );
      const saving = Array.from({ length: 8 }, (_, index) =>
        put(
          documentId,
          index % 2 ? { amount: index } : { rank: index, title: `invité ${index}` },
          index % 3 ? '' : '?locale=en'
        ).then()
      );
      const [edits, answers] = [await Promise.allSettled(editing), await Promise.all(saving)];
      expect(edits.map(({ status }) => status)).toEqual(edits.map(() => 'fulfilled'));
      for (const { status, text } of answers) {
        expect([200, 409]).toContain(status);
        expect(text).not.toContain(SECRET);
      }
      for (const locale of ['fr', 'en'] as const) {
        expect(JSON.stringify(await sheetOf(documentId, 'published', locale))).not.toContain(SECRET);
        expect((await sheetOf(documentId, 'draft', locale))['title']).toContain(SECRET);
      }
    });
  });
});
