import { as, makeGuest, type Actor } from '../support';
import { accessType, readSettings, saveSettings } from './world';

/*
 * A relation to a document with draft & publish is stored twice: to its draft and to what is published of it.
 */

const plain = 'api::combination.combo-plain';
const draft = 'api::combination.combo-draft';
const labels = { fr: 'Essai', en: 'Trial', cs: 'Pokus' };
const by = (path: string) => ({ kind: 'resource', path, resourceType: draft }) as const;
const documents = (uid: string) => site.strapi.documents(uid as 'api::task.task');

const make = async (uid: string, data: object, status: 'draft' | 'published' = 'published'): Promise<string> =>
  (await documents(uid).create({ data: data as never, status })).documentId;
const change = (uid: string, documentId: string, data: object, status: 'draft' | 'published' = 'draft') =>
  documents(uid).update({ documentId, data: data as never, status });

const titles = async (actor: Actor, path = '/api/combo-plains?sort=id'): Promise<string[]> => {
  const { body } = await as(actor).get(path).expect(200);
  return body.data.map(({ title }: { title: string }) => title);
};

let restore: () => Promise<void>;

beforeAll(async () => {
  const settings = await readSettings();
  restore = () => saveSettings(settings);
  await saveSettings({
    ...settings,
    resourceTypes: [
      ...settings.resourceTypes,
      { contentType: draft, labels, labelField: 'title', readFields: ['title'] },
    ],
    accessTypes: [
      ...settings.accessTypes,
      accessType({ key: 'to', contentType: plain, rule: by('toDraft') }),
      accessType({ key: 'to-drafts', contentType: plain, drafts: true, rule: by('toDraft') }),
      accessType({ key: 'through', contentType: plain, rule: by('toDraft.oneDraft') }),
      accessType({ key: 'through-drafts', contentType: plain, drafts: true, rule: by('toDraft.oneDraft') }),
      accessType({ key: 'column', contentType: plain, rule: by('inDraft') }),
    ],
  });
});
afterAll(() => restore());

const guestOf = async (documentIds: readonly string[], key: string): Promise<Actor> => {
  const { actor } = await makeGuest({ resources: [{ contentType: draft, documentIds }], accessTypes: [key] });
  return actor;
};

describe('a list of what is tied to a document that is published', () => {
  let actor: Actor;
  const total = 42;

  beforeAll(async () => {
    const project = await make(draft, { title: 'projet' });
    for (let number = 0; number < total; number += 1) await make(plain, { title: `${number}`, toDraft: project });
    actor = await guestOf([project], 'to');
  });

  it('has each row once, to its last page, and says how many there are', async () => {
    for (const sort of ['', '&sort=id', '&sort=id:desc', '&sort=level,id']) {
      const seen: number[] = [];
      for (let page = 1; page <= 5; page += 1) {
        const { body } = await as(actor)
          .get(`/api/combo-plains?pagination[pageSize]=10&pagination[page]=${page}${sort}`)
          .expect(200);
        expect(body.meta.pagination).toMatchObject({ total, pageCount: 5 });
        expect(body.data).toHaveLength(page < 5 ? 10 : 2);
        seen.push(...body.data.map(({ id }: { id: number }) => id));
      }
      expect(new Set(seen).size).toBe(total);
    }
  });

  it('has each row once by GraphQL', async () => {
    const query = `{ comboPlains_connection(pagination: { page: 2, pageSize: 30 }, sort: "id") { nodes { documentId } pageInfo { total pageCount } } }`;
    const { body } = await as(actor).graphql(query).expect(200);
    const { nodes, pageInfo } = body.data.comboPlains_connection;
    expect(pageInfo).toEqual({ total, pageCount: 2 });
    expect(nodes).toHaveLength(12);
  });

  it('has each row once where a relation to one row is stored more often than that', async () => {
    const other = await make(draft, { title: 'autre' });
    const { name, joinColumn, inverseJoinColumn } = (
      site.strapi.db.metadata.get(plain).attributes['toDraft'] as unknown as {
        joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
      }
    ).joinTable;
    const row = await make(plain, { title: 'deux fois', toDraft: other });
    const [{ id }] = await site.strapi.db.query(plain as 'api::task.task').findMany({ where: { documentId: row } });
    const leftover = await make(draft, { title: 'reste' });
    for (const version of await site.strapi.db.query(draft as 'api::task.task').findMany({
      where: { documentId: leftover },
    })) {
      await site.strapi.db.connection(name).insert({ [joinColumn.name]: id, [inverseJoinColumn.name]: version.id });
    }
    const both = await guestOf([other, leftover], 'to');
    const { body } = await as(both).get('/api/combo-plains').expect(200);
    expect(body.data).toHaveLength(1);
    expect(body.meta.pagination.total).toBe(1);
  });
});

describe('a path to what is public', () => {
  it('does not lead to a resource that is not published, and does once it is', async () => {
    const project = await make(draft, { title: 'brouillon' }, 'draft');
    await make(plain, { title: 'public', toDraft: project });
    const [actor, shown] = [await guestOf([project], 'to'), await guestOf([project], 'to-drafts')];
    expect(await titles(actor)).toEqual([]);
    expect(await titles(shown)).toEqual(['public']);
    await documents(draft).publish({ documentId: project });
    expect(await titles(actor)).toEqual(['public']);
    await documents(draft).unpublish({ documentId: project });
    expect(await titles(actor)).toEqual([]);
  });

  it('does not lead through a change that an editor has not published', async () => {
    const [now, later] = [await make(draft, { title: 'maintenant' }), await make(draft, { title: 'plus tard' })];
    const step = await make(draft, { title: 'étape', oneDraft: now });
    await make(plain, { title: 'public', toDraft: step });
    await change(draft, step, { oneDraft: later });
    const [before, after] = [await guestOf([now], 'through'), await guestOf([later], 'through')];
    const shown = await guestOf([later], 'through-drafts');
    expect([await titles(before), await titles(after), await titles(shown)]).toEqual([['public'], [], ['public']]);
    await change(draft, step, {}, 'published');
    expect([await titles(before), await titles(after)]).toEqual([[], ['public']]);
  });

  it('leads through a column to the version that stands in it', async () => {
    const project = await make(draft, { title: 'colonne' });
    const row = await make(plain, { title: 'public' });
    const actor = await guestOf([project], 'column');
    const versions = await site.strapi.db
      .query(draft as 'api::task.task')
      .findMany({ where: { documentId: project }, orderBy: { publishedAt: 'asc' } });
    for (const { id, publishedAt } of versions) {
      await site.strapi.db
        .query(plain as 'api::task.task')
        .update({ where: { documentId: row }, data: { inDraft: id } as never });
      expect(await titles(actor)).toEqual(publishedAt ? ['public'] : []);
    }
  });
});
