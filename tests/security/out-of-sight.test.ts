import { randomUUID } from 'node:crypto';
import { as, codeOf, makeGuest, type Actor, type Made } from '../support';
import { accessType, readSettings, saveSettings } from './world';

const SHEET = 'api::sheet.sheet';
const TOPIC = 'api::topic.topic';
const rule = (path: string) => ({ kind: 'resource', path, resourceType: TOPIC }) as const;
const actions = ['find', 'findOne', 'create', 'update', 'delete'] as const;

const documents = (uid: string) =>
  site.strapi.documents(uid as 'api::sheet.sheet') as unknown as Record<
    'create' | 'update',
    (params: object) => Promise<Made>
  >;
const made = async (uid: string, data: object): Promise<Made> => {
  const { id, documentId } = await documents(uid).create({ locale: 'fr', status: 'published', data });
  return { id, documentId };
};
const makeTopic = () => made(TOPIC, { name: randomUUID() });
const makeSheet = (data: object) => made(SHEET, { title: randomUUID(), ...data });

interface Held {
  publishedAt: string | null;
  partner: Made | null;
  above: Made | null;
  items: Made[];
}
/** What the versions of a sheet hold, the draft first. */
const held = async ({ documentId }: Made) => {
  const links = { select: ['documentId'] };
  const found: Held[] = await site.strapi.db.query(SHEET as never).findMany({
    where: { documentId },
    populate: { partner: links, above: links, items: links },
    orderBy: { id: 'asc' },
  } as never);
  return found.map(({ publishedAt, partner, above, items }) => ({
    published: publishedAt !== null,
    partner: partner?.documentId ?? null,
    above: above?.documentId ?? null,
    items: items.map((item) => item.documentId),
  }));
};

describe('what is out of a guest’s sight', () => {
  let guest: Actor;
  let kept: Awaited<ReturnType<typeof readSettings>>;
  let theirs: Made;
  let hidden: Made;
  let granted: Made;

  beforeAll(async () => {
    kept = await readSettings();
    [theirs, granted, hidden] = [await makeTopic(), await makeTopic(), await makeTopic()];
    await saveSettings({
      ...kept,
      resourceTypes: [
        ...kept.resourceTypes,
        {
          contentType: TOPIC,
          labels: { fr: 'Sujets', en: 'Topics', cs: 'Témata' },
          labelField: 'name',
          readFields: null,
        },
      ],
      accessTypes: [
        ...kept.accessTypes,
        accessType({ key: 'sheets', contentType: SHEET, actions: [...actions], rule: rule('topic') }),
        accessType({ key: 'drafts', contentType: SHEET, actions: [...actions], rule: rule('partner'), drafts: true }),
      ],
    });
    const resources = [{ contentType: TOPIC, documentIds: [theirs.documentId, granted.documentId] }];
    ({ actor: guest } = await makeGuest({ resources, accessTypes: ['sheets'] }));
  });
  afterAll(() => saveSettings(kept));

  describe('keeps the rows that it holds, where the guest names them from the other end', () => {
    const cases: [string, (row: Made) => object, (row: Made) => object][] = [
      ['one to one', (row) => ({ partner: row.documentId }), (row) => ({ partner: row.documentId })],
      ['one to one, by number', (row) => ({ partner: row.documentId }), (row) => ({ partner: { connect: [row.id] } })],
      ['one to many', (row) => ({ items: [row.documentId] }), (row) => ({ items: { connect: [row.documentId] } })],
      ['one to many, set', (row) => ({ items: [row.documentId] }), (row) => ({ items: [row.documentId] })],
    ];
    it.each(cases)('%s', async (_what, holds, takes) => {
      const topic = await makeTopic();
      const resources = [{ contentType: TOPIC, documentIds: [theirs.documentId, topic.documentId] }];
      const { actor } = await makeGuest({ resources, accessTypes: ['sheets'] });
      const [holder, own] = [
        await makeSheet({ topic: hidden.documentId, ...holds(topic) }),
        await makeSheet({ topic: theirs.documentId }),
      ];
      const before = await held(holder);
      const put = () => as(actor).put(`/api/sheets/${own.documentId}`, { data: takes(topic) });
      const post = () =>
        as(actor).post('/api/sheets', { data: { title: 'x', topic: theirs.documentId, ...takes(topic) } });
      for (const send of [put, post]) {
        const { body } = await send().expect(400);
        expect(codeOf({ body })).toBe('field_not_writable');
      }
      expect(await held(holder)).toEqual(before);
      // From a sheet that they see, they may.
      await documents(SHEET).update({
        documentId: holder.documentId,
        locale: 'fr',
        status: 'published',
        data: { topic: theirs.documentId },
      });
      await put().expect(200);
      expect(await held(holder)).toEqual(before.map((row) => ({ ...row, partner: null, items: [] })));
    });

    it('a row of the same type', async () => {
      const above = await makeSheet({ topic: hidden.documentId });
      const [row, own] = [
        await makeSheet({ topic: theirs.documentId, above: above.documentId }),
        await makeSheet({ topic: theirs.documentId }),
      ];
      const put = (documentId: string, data: object) => as(guest).put(`/api/sheets/${documentId}`, { data });
      const { body } = await put(own.documentId, { below: { connect: [row.documentId] } }).expect(400);
      expect(codeOf({ body })).toBe('field_not_writable');
      expect((await held(row)).map((version) => version.above)).toEqual([above.documentId, above.documentId]);
    });
  });

  it('is not deleted with a draft that the guest sees', async () => {
    const { actor } = await makeGuest({
      resources: [{ contentType: TOPIC, documentIds: [granted.documentId] }],
      accessTypes: ['drafts'],
    });
    const sheet = await makeSheet({ topic: hidden.documentId });
    const draft = { documentId: sheet.documentId, locale: 'fr', data: { partner: granted.documentId } };
    await documents(SHEET).update(draft);
    await as(actor).get(`/api/sheets/${sheet.documentId}?status=draft`).expect(200);
    for (const query of ['', '?locale=fr', '?locale=*', '?status=draft'])
      await as(actor).delete(`/api/sheets/${sheet.documentId}${query}`).expect(404);
    expect((await held(sheet)).map(({ published }) => published)).toEqual([false, true]);
    await documents(SHEET).update({ ...draft, status: 'published' });
    await as(actor).delete(`/api/sheets/${sheet.documentId}`).expect(204);
    expect(await held(sheet)).toEqual([]);
  });
});
