import type { ListViewers, Permission, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  editor,
  makeContact,
  makeGuest,
  makeProject,
  makeTask,
  readRight,
  type Actor,
  type Made,
  type MadeGuest,
  type ReadRight,
} from '../support';
import { accessType, byProject, readSettings, saveSettings } from './world';

type Answer = ResponseOf<typeof ListViewers>;

const TASK = 'api::task.task';
const DOCUMENT = 'api::document.document';

const reader = (reads: readonly ReadRight[], more: readonly Permission[] = []): Promise<Actor> =>
  editor(['access.read', ...more], reads.map(readRight));

const ask = (actor: Actor, contentType: string, documentId: string) =>
  as(actor).get(`${pathTo('ListViewers')}?contentType=${contentType}&documentId=${documentId}`);

const viewersOf = async (actor: Actor, contentType: string, { documentId }: Made): Promise<Answer> =>
  (await ask(actor, contentType, documentId).expect(200)).body.data;

describe('GET /insight/viewers', () => {
  let guest: MadeGuest;
  let task: Made;
  beforeAll(async () => {
    const project = await makeProject();
    task = await makeTask({ project });
    guest = await makeGuest({ projects: [project], accessTypes: ['tasks', 'documents'] });
  });

  it('answers who may read accesses, and nobody else', async () => {
    const rights = readRight({ uid: TASK });
    await ask(await editor(['access.read'], [rights]), TASK, task.documentId).expect(200);
    await ask(await editor(['guests.read', 'contacts.read', 'access.manage'], [rights]), TASK, task.documentId).expect(
      403
    );
  });

  it('is not there for a row that the content manager does not show, as for one that does not exist', async () => {
    const creator = await reader([{ uid: TASK, conditions: ['admin::is-creator'] }]);
    const others = [await reader([]), await reader([{ uid: DOCUMENT }]), creator];
    const missing = await ask(await administrator(), TASK, 'b'.repeat(24)).expect(404);
    for (const actor of others) {
      const { body } = await ask(actor, TASK, task.documentId).expect(404);
      expect(body).toEqual(missing.body);
    }
    const { body } = await as(creator).get('/admin/users/me').expect(200);
    await site.strapi.db
      .query(TASK)
      .updateMany({ where: { documentId: task.documentId }, data: { createdBy: body.data.id } });
    expect((await viewersOf(creator, TASK, task)).pagination.total).toBe(1);
  });

  it('is not there for types that are unknown, or that guests are never given', async () => {
    const user = await site.strapi.db.query('plugin::users-permissions.user').findOne({ where: {} });
    const contact = await makeContact();
    const asked: [string, string][] = [
      ['api::nothing.nothing', task.documentId],
      ['plugin::users-permissions.user', user.documentId],
      ['plugin::guest-access.contact', contact.documentId],
      ['plugin::guest-access.guest', guest.access.guestId ?? ''],
    ];
    for (const [uid, documentId] of asked) {
      const answer = await ask(await administrator(), uid, documentId).expect(404);
      expect(codeOf(answer)).toBe('not_found');
    }
  });

  it('tells of a draft what guests are shown of it: nothing', async () => {
    const project = await makeProject();
    const drafts = await site.strapi.documents(DOCUMENT).create({
      locale: 'fr',
      data: { title: 'Brouillon', project: project.documentId } as never,
    });
    await makeGuest({ projects: [project], accessTypes: ['documents'] });
    const draft = { id: Number(drafts.id), documentId: drafts.documentId };
    const admin = await administrator();
    expect(await viewersOf(admin, DOCUMENT, draft)).toMatchObject({ viewers: [], pagination: { total: 0 } });
    const kept = await readSettings();
    await saveSettings({
      ...kept,
      accessTypes: [
        ...kept.accessTypes,
        accessType({ key: 'all-versions', contentType: DOCUMENT, rule: byProject, drafts: true }),
      ],
    });
    const early = await makeGuest({ projects: [project], accessTypes: ['all-versions'] });
    const { viewers } = await viewersOf(admin, DOCUMENT, draft);
    await saveSettings(kept);
    expect(viewers.map((one) => one.guest?.documentId)).toEqual([early.access.guestId]);
  });

  it('names guests to who may see them only, and hands nobody else a way to their names', async () => {
    const { lastName, documentId } = guest.contact;
    const blind = await ask(await reader([{ uid: TASK }], ['contacts.read']), TASK, task.documentId).expect(200);
    expect(blind.body.data).toMatchObject({
      viewers: [{ guest: null, state: 'open', actions: ['find', 'update'], through: [{ key: 'tasks' }] }],
    });
    for (const told of [lastName, documentId, guest.access.guestId ?? '']) expect(blind.text).not.toContain(told);
    const sighted = await viewersOf(await reader([{ uid: TASK }], ['guests.read']), TASK, task);
    expect(sighted.viewers).toMatchObject([{ guest: { documentId: guest.access.guestId, contactId: documentId } }]);
    expect(sighted.viewers[0]?.guest?.name).toContain(lastName);
  });
});
