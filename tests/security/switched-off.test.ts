import { pathTo } from '../../contract/routes';
import { administrator, as, makeGuest, makeProject, makeTask, siteUser, type Made, type MadeGuest } from '../support';
import { givePublic, readingPublic } from './world';

describe('while Strapi’s database hooks are off, as a data transfer switches them', () => {
  let guest: MadeGuest;
  let own: Made;
  let hidden: Made;
  let closePublic: () => Promise<void>;
  beforeAll(async () => {
    const project = await makeProject();
    own = await makeTask({ project, title: 'VISIBLE', comment: 'avant' });
    hidden = await makeTask({ title: 'CACHE' });
    guest = await makeGuest({ projects: [project] });
    closePublic = await givePublic(readingPublic);
    await as(guest.actor).get(`/api/tasks/${own.documentId}`).expect(200);
    site.strapi.db.lifecycles.disable();
  });
  afterAll(async () => {
    site.strapi.db.lifecycles.enable();
    await closePublic();
  });

  it('a guest gets 503 and no row, not even their own', async () => {
    for (const path of [
      '/api/tasks',
      '/api/tasks?populate=*',
      `/api/tasks/${own.documentId}`,
      `/api/tasks/${hidden.documentId}`,
      '/api/projects',
      pathTo('GetMe'),
      pathTo('GetMyAccess'),
    ]) {
      const { status, text } = await as(guest.actor).get(path);
      expect([path, status]).toEqual([path, 503]);
      expect(text).not.toMatch(/VISIBLE|CACHE/);
    }
  });

  it('a guest gets no row from GraphQL', async () => {
    const { text } = await as(guest.actor).graphql('{ tasks { title tags { tasks { title } } } projects { title } }');
    expect(text).not.toMatch(/VISIBLE|CACHE|"title":/);
  });

  it('a guest writes nothing', async () => {
    for (const { documentId } of [own, hidden]) {
      expect((await as(guest.actor).put(`/api/tasks/${documentId}`, { data: { comment: 'x' } })).status).toBe(503);
      await as(guest.actor).graphql(
        `mutation { updateTask(documentId: "${documentId}", data: { comment: "x" }) { title } }`
      );
    }
    const [row] = await site.strapi.db.connection('tasks').where({ document_id: own.documentId });
    expect(row.comment).toBe('avant');
  });

  it('the site’s users and editors go on as before', async () => {
    await as(await siteUser())
      .get(`/api/tasks/${hidden.documentId}`)
      .expect(200);
    await as(await administrator())
      .get(pathTo('ListContacts'))
      .expect(200);
  });

  it('all is well again afterwards', async () => {
    site.strapi.db.lifecycles.enable();
    await as(guest.actor).get(`/api/tasks/${own.documentId}`).expect(200);
    await as(guest.actor).get(`/api/tasks/${hidden.documentId}`).expect(404);
  });
});

describe('a site’s own code in a guest’s request', () => {
  it('R06 reads their rows only, whichever of Strapi’s services it asks', async () => {
    const project = await makeProject();
    await makeTask({ project, title: 'VISIBLE' });
    const hidden = await makeTask({ title: 'CACHE' });
    const { actor } = await makeGuest({ projects: [project] });
    const found: Record<string, unknown> = {};
    // What is refused throws; what is not must be harmless.
    const attempt = async (name: string, work: () => Promise<unknown>) => {
      try {
        found[name] = await work();
      } catch (error) {
        found[name] = error instanceof Error ? error.name : 'refused';
      }
    };
    const service = site.strapi.service('api::task.task') as { find(params: object): Promise<unknown> };
    const spy = jest.spyOn(service, 'find').mockImplementation(async () => {
      const rows = (uid: string) => site.strapi.db.query(uid as 'api::task.task');
      const tasks = rows('api::task.task');
      const documents = site.strapi.documents('api::task.task');
      await attempt('documents', () => documents.findMany({ populate: '*' }));
      await attempt('count', () => documents.count({}));
      await attempt('query', () => tasks.findMany({ populate: { project: true, tags: true } }));
      await attempt('one', () => tasks.findOne({ where: { id: hidden.id } }));
      await attempt('page', () => tasks.findPage({ page: 1, pageSize: 100 }));
      await attempt('below', () => rows('api::project.project').findMany({ populate: { tasks: true } }));
      await attempt('users', () => rows('plugin::users-permissions.user').findMany());
      await attempt('admins', () => rows('admin::user').findMany());
      await attempt('guests', () => rows('plugin::guest-access.guest').findMany());
      await attempt('contacts', () => rows('plugin::guest-access.contact').findMany());
      await attempt('update', () => tasks.update({ where: { id: hidden.id }, data: { comment: 'PIRATE' } }));
      await attempt('updateMany', () => tasks.updateMany({ where: {}, data: { comment: 'PIRATE' } }));
      await attempt('delete', () => tasks.delete({ where: { id: hidden.id } }));
      await attempt('deleteMany', () => tasks.deleteMany({ where: { title: 'CACHE' } }));
      await attempt('create', () => tasks.create({ data: { title: 'PIRATE' } }));
      return { results: [], pagination: {} };
    });
    try {
      await as(actor).get('/api/tasks').expect(200);
    } finally {
      spy.mockRestore();
    }
    expect(JSON.stringify(found['documents'])).toContain('VISIBLE');
    expect(JSON.stringify(found)).not.toContain('CACHE');
    expect(found).toMatchObject({ count: 1 });
    expect([null, 'refused']).toContain(found['one']);
    for (const name of ['users', 'admins', 'keys', 'contacts'])
      expect([name, Array.isArray(found[name]) ? found[name].length : 0]).toEqual([name, 0]);
    const [row] = await site.strapi.db.connection('tasks').where({ document_id: hidden.documentId });
    expect(row).toMatchObject({ title: 'CACHE', comment: null });
    expect(await site.strapi.db.query('api::task.task').count({ where: { title: 'PIRATE' } })).toBe(0);
    const others = await site.strapi.db
      .query('api::task.task')
      .count({ where: { comment: 'PIRATE', title: { $ne: 'VISIBLE' } } });
    expect(others).toBe(0);
  });
});
