import { pathTo } from '../../contract/routes';
import type { GuestAccess } from '../../server/src/features/public-api/types';
import {
  administrator,
  as,
  makeContact,
  makeGuest,
  makeProject,
  makeTask,
  type Made,
  type MadeGuest,
} from '../support';

const TASK = 'api::task.task';
const access: GuestAccess = site.strapi.plugin('guest-access').service('access');
const idOf = ({ access }: MadeGuest): string => access.guestId ?? '';
const lastActivity = async (guest: string): Promise<unknown> =>
  site.strapi.db
    .connection('guest_access_activities')
    .where({ guest })
    .orderBy('id', 'desc')
    .first('action', 'actor_kind', 'actor_name');

describe('the service for a site’s own code', () => {
  let project: Made;
  let tasks: string[];
  let guest: MadeGuest;
  beforeAll(async () => {
    project = await makeProject();
    const made = [];
    for (let index = 0; index < 5; index += 1) made.push(await makeTask({ project }));
    await makeTask({ project: await makeProject() });
    tasks = made.map(({ documentId }) => documentId).sort();
    guest = await makeGuest({ projects: [project] });
  });

  it('is the same by its uid', () => {
    expect(site.strapi.service('plugin::guest-access.access')).toBe(access);
  });

  it('tells the rows in reach, which are those of the guest’s own list', async () => {
    const listed = await as(guest.actor).get('/api/tasks?fields=title&pagination[pageSize]=100').expect(200);
    const own = listed.body.data.map(({ documentId }: Made) => documentId).sort();
    expect(own).toEqual(tasks);
    expect(await access.rowsInReach(idOf(guest), TASK)).toEqual({ documentIds: tasks, next: null });
  });

  it('tells them page by page, each once', async () => {
    const seen: string[] = [];
    const sizes: number[] = [];
    let after: string | null = null;
    do {
      const page = await access.rowsInReach(idOf(guest), TASK, { after, limit: 2 });
      seen.push(...page.documentIds);
      sizes.push(page.documentIds.length);
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual(tasks);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it.each([0, 1.5, -1, 1_001, NaN])('takes no limit of %s', async (limit) => {
    await expect(access.rowsInReach(idOf(guest), TASK, { limit })).rejects.toThrow('whole number');
  });

  it('tells what may be changed apart from what may be read', async () => {
    const { documentIds } = await access.rowsInReach(idOf(guest), TASK, { permission: 'delete' });
    expect(documentIds).toEqual([]);
    expect((await access.rowsInReach(idOf(guest), TASK, { permission: 'update' })).documentIds).toEqual(tasks);
  });

  it('knows a row in reach from another', async () => {
    const other = await makeTask({ project: await makeProject() });
    expect(await access.mayRead(idOf(guest), TASK, tasks[0] ?? '')).toBe(true);
    expect(await access.mayRead(idOf(guest), TASK, other.documentId)).toBe(false);
    expect(await access.mayRead(idOf(guest), TASK, 'unknown')).toBe(false);
  });

  it('gives more to a guest and to a contact, as «system»', async () => {
    const more = await makeProject();
    const resources = [{ contentType: 'api::project.project', documentIds: [more.documentId] }];
    const task = await makeTask({ project: more });
    expect(await access.grant({ guest: idOf(guest) }, { resources })).toEqual({
      outcome: 'extended',
      guestId: idOf(guest),
    });
    expect(await access.mayRead(idOf(guest), TASK, task.documentId)).toBe(true);
    expect(await lastActivity(idOf(guest))).toEqual({
      action: 'access.saved',
      actor_kind: 'system',
      actor_name: null,
    });
    const contact = await makeContact();
    const made = await access.grant({ contact: contact.documentId }, { resources, accessTypes: ['tasks'] });
    expect(made.outcome).toBe('created');
    expect(await access.rowsInReach(made.guestId, TASK)).toEqual({ documentIds: [task.documentId], next: null });
  });

  it('gives nothing that is not there, nor to anybody who is not', async () => {
    const given = { resources: [{ contentType: 'api::project.project', documentIds: ['unknown'] }] };
    await expect(access.grant({ guest: idOf(guest) }, given)).rejects.toThrow('not there any more');
    await expect(access.grant({ guest: idOf(guest) }, { accessTypes: ['unknown'] })).rejects.toThrow('no access type');
    await expect(access.grant({ guest: 'unknown' }, {})).rejects.toThrow('Not Found');
    await expect(access.grant({ contact: 'unknown' }, {})).rejects.toThrow('Not Found');
  });

  it('tells of a guest who goes, inside the transaction', async () => {
    const gone: string[] = [];
    access.events.on('guest.deleted', async ({ guestId }) => {
      if (guestId === idOf(kept)) throw new Error('not this one');
      gone.push(guestId);
    });
    const [kept, other] = [await makeGuest(), await makeGuest()];
    const admin = as(await administrator());
    const deletes = ({ contact }: MadeGuest) =>
      admin.delete(pathTo('DeleteContactAccess', { contactId: contact.documentId }));
    await deletes(other).expect(204);
    expect(gone).toEqual([idOf(other)]);
    await deletes(kept).expect(500);
    expect(await access.rowsInReach(idOf(kept), TASK)).toEqual({ documentIds: [], next: null });
    const { body } = await admin.get(pathTo('GetContactAccess', { contactId: kept.contact.documentId })).expect(200);
    expect(body.data.guestId).toBe(idOf(kept));
  });
});
