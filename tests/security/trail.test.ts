import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { ResponseOf } from '../../contract/endpoint';
import { pathTo } from '../../contract/routes';
import type { ListTrail } from '../../contract/trail';
import type { TrailSettings } from '../../contract/settings';
import { record } from '../../server/src/features/activity';
import {
  administrator,
  as,
  contentRights,
  editor,
  makeContact,
  makeGuest,
  makePerson,
  makeProject,
  makeTask,
  nobody,
  type Actor,
} from '../support';

/* What nobody may learn from the trail, and what nobody may do to it (D01, D04, D10). */

const tasks = 'api::task.task';
type Page = ResponseOf<typeof ListTrail>;
const read = async (actor: Actor, query: Record<string, string>): Promise<Page> =>
  (
    await as(actor)
      .get(`${pathTo('ListTrail')}?${new URLSearchParams(query).toString()}`)
      .expect(200)
  ).body.data;

/** A guest who has read and written a task. */
const makeReader = async () => {
  const project = await makeProject();
  const task = await makeTask({ project });
  const made = await makeGuest({ projects: [project] });
  await as(made.actor)
    .put(`/api/tasks/${task.documentId}`, { data: { state: 'done' } })
    .expect(200);
  return { ...made, task, guestId: made.access.guestId ?? '' };
};

describe('whoever may read the trail and nothing else', () => {
  it('learns neither who the guests are nor which rows there are, nor where anybody was', async () => {
    const { guestId, contact, task } = await makeReader();
    const reader = await editor(['activity.read']);
    const { lines } = await read(reader, { topic: 'change' });
    expect(lines.length).toBeGreaterThan(0);
    const text = JSON.stringify(lines);
    for (const secret of [guestId, contact.documentId, contact.lastName, task.documentId, 'Tâche', '127.0.0'])
      expect(text).not.toContain(secret);
    const queries: Record<string, string>[] = [
      { guestId },
      { contactId: contact.documentId },
      { contentType: tasks, rowId: task.documentId },
    ];
    for (const query of queries) expect(await read(reader, query)).toMatchObject({ lines: [], next: null });
    const file = await as(reader)
      .get(`${pathTo('ExportTrail')}?topic=change`)
      .expect(200);
    for (const secret of [guestId, contact.lastName, task.documentId, 'Tâche', '127.0.0'])
      expect(file.text).not.toContain(secret);
  });

  it('is told of rows what the content manager shows them', async () => {
    const { task } = await makeReader();
    const shown = await editor(['activity.read'], contentRights(tasks));
    const { lines } = await read(shown, { contentType: tasks, rowId: task.documentId });
    expect(lines).toEqual([
      expect.objectContaining({ guest: null, row: expect.objectContaining({ documentId: task.documentId }) }),
    ]);
    expect(lines[0]?.row?.title).toContain('Tâche');
  });

  it('is told nothing of a row that a condition of their role hides', async () => {
    const { task } = await makeReader();
    const rights = contentRights(tasks).map((right) => ({ ...right, conditions: ['admin::is-creator'] }));
    const own = await editor(['activity.read'], rights);
    expect((await read(own, { contentType: tasks, rowId: task.documentId })).lines).toEqual([]);
    expect(JSON.stringify(await read(own, { contentType: tasks }))).not.toContain(task.documentId);
  });

  it('asks by a contact only with the right to see contacts', async () => {
    const { contact } = await makeReader();
    const query = { contactId: contact.documentId };
    expect((await read(await editor(['activity.read', 'guests.read']), query)).lines).toEqual([]);
    expect((await read(await editor(['activity.read', 'guests.read', 'contacts.read']), query)).lines).not.toEqual([]);
  });
});

it('is nobody’s to read without the right, and no one’s to write', async () => {
  const guest = await makeGuest();
  for (const actor of [nobody, guest.actor]) await as(actor).get(pathTo('ListTrail')).expect(401);
  await as(await editor(['guests.read']))
    .get(pathTo('ListTrail'))
    .expect(403);
  const admin = as(await administrator());
  await admin.post(pathTo('ListTrail'), {}).expect(405);
  await admin.delete(pathTo('ListTrail')).expect(405);
  const columns = await site.strapi.db.connection('guest_access_trail_chain').columnInfo();
  expect(Object.keys(columns)).toContain('hash');
  expect([...site.strapi.db.metadata.values()].map(({ tableName }) => tableName)).not.toContain(
    'guest_access_trail_chain'
  );
});

it('takes no line break and no control character of a name for more than one line', async () => {
  const { access } = await makeGuest();
  const guest = access.guestId ?? '';
  const name = `Nobody\r\nadmin deleted everything\u001b[31m`;
  await record(site.strapi, { action: 'guest.updated', guest, actor: { kind: 'editor', name } });
  const { lines } = await read(await administrator(), { guestId: guest, topic: 'guest' });
  expect(lines[0]?.actor.name).toBe('Nobody admin deleted everything [31m');
  const file = await as(await administrator())
    .get(`${pathTo('ExportTrail')}?guestId=${guest}&topic=guest`)
    .expect(200);
  expect(file.text.trim().split('\r\n')).toHaveLength(2);
});

it('D04 takes an editor who looks as a guest for an editor', async () => {
  const { guestId } = await makeReader();
  const admin = await administrator();
  const started = await as(admin).post(pathTo('StartPreview', { guestId }), {}).expect(200);
  const ticket = started.body.data.link.split('#')[1];
  const opened = await as({ name: 'page', headers: { Origin: site.url } })
    .post(pathTo('LogInByPreview'), { ticket })
    .expect(200);
  const [cookie = ''] = [opened.headers['set-cookie'] ?? ''].flat();
  const headers = { Cookie: cookie.split(';')[0] ?? '', 'Guest-Access': 'cookie', Origin: site.url };
  await as({ name: 'preview', headers }).get('/api/tasks').expect(200);
  await wait(1_300);
  const { lines } = await read(admin, { guestId });
  expect(lines.map(({ action }) => action)).toContain('preview.started');
  expect(lines.map(({ action }) => action)).not.toContain('list.seen');
  expect(lines.find(({ action }) => action === 'preview.started')?.actor.kind).toBe('editor');
});

it('writes a flood of wrong passwords down as two lines, and not what was typed', async () => {
  const { guest, login } = await makePerson({ temporaryPassword: 'Un-temporaire-7!' });
  const typed = `secret-${randomUUID()}`;
  await Promise.all(
    Array.from({ length: 12 }, () => as(nobody).post(pathTo('LogInByPassword'), { login, password: typed }))
  );
  await wait(1_300);
  const stored = await site.strapi.db.connection('guest_access_activities').where({ guest: guest.documentId });
  const refused = stored.filter(({ action }: { action: string }) => action === 'entrance.refused');
  expect(refused).toHaveLength(1);
  expect(JSON.stringify(stored)).not.toContain(typed);
});

describe('what the settings say of it', () => {
  const keep = async (trail: object) => {
    const admin = as(await administrator());
    const { settings } = (await admin.get(pathTo('GetSettings')).expect(200)).body.data;
    return admin.put(pathTo('SaveSettings'), { ...settings, trail });
  };
  const usual: TrailSettings = { days: 90, addresses: 'network', views: true };
  afterEach(() => keep(usual));

  it('is kept to: no views, no address', async () => {
    expect((await keep({ ...usual, addresses: 'nothing', views: false })).status).toBe(200);
    expect((await read(await administrator(), { topic: 'settings' })).lines[0]).toMatchObject({
      action: 'settings.saved',
      actor: { kind: 'editor' },
    });
    const { actor, guestId } = await makeReader();
    await as(actor).get('/api/tasks').expect(200);
    await wait(1_300);
    const { lines } = await read(await administrator(), { guestId });
    expect(lines.map(({ action }) => action)).not.toContain('list.seen');
    expect(lines.map(({ address }) => address)).toEqual(lines.map(() => null));
  });

  it('names of logins of one moment the address of each', async () => {
    expect((await keep({ ...usual, addresses: 'whole' })).status).toBe(200);
    const guests = await Promise.all(Array.from({ length: 6 }, () => makeGuest()));
    const logIn = ({ key }: { key: string }, index: number) =>
      new Promise((done, failed) => {
        const asked = request(
          `${site.url}${pathTo('LogInByKey')}`,
          { method: 'POST', localAddress: `127.0.0.${10 + index}`, headers: { 'Content-Type': 'application/json' } },
          (answer) => answer.resume().on('end', () => done(answer.statusCode))
        );
        asked.on('error', failed).end(JSON.stringify({ key }));
      });
    await Promise.all(guests.map(logIn));
    const addresses = await Promise.all(
      guests.map(async ({ access }) => {
        const { lines } = await read(await administrator(), { guestId: access.guestId ?? '', topic: 'entrance' });
        return lines[0]?.address;
      })
    );
    expect(addresses).toEqual(guests.map((_, index) => `127.0.0.${10 + index}`));
  });

  it.each([29, 3651, 90.5, '90', null])('refuses to keep lines for %j days', async (days) => {
    expect((await keep({ ...usual, days })).status).toBe(400);
  });
});

it('finds nobody by a contact whom they are not of', async () => {
  const other = await makeContact();
  await makeReader();
  expect((await read(await administrator(), { contactId: other.documentId })).lines).toEqual([]);
});
