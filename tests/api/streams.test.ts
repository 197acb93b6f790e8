import { pathTo } from '../../contract/routes';
import { record } from '../../server/src/features/activity';
import {
  administrator,
  as,
  hangUpAll,
  listenTo,
  logInByKey,
  makeContact,
  makeGuest,
  makeProject,
  type MadeGuest,
} from '../support';

const log = pathTo('StreamActivity');
const own = pathTo('StreamMe');

afterEach(hangUpAll);

const saveAccess = async ({ contact }: Pick<MadeGuest, 'contact'>, projects: readonly string[] = []): Promise<void> => {
  const admin = as(await administrator());
  const path = pathTo('SaveContactAccess', { contactId: contact.documentId });
  const { version } = (await admin.get(path).expect(200)).body.data;
  const resources = [{ contentType: 'api::project.project', documentIds: projects }];
  await admin.put(path, { version, closed: false, resources, accessTypes: ['tasks'] }).expect(200);
};

/** Notes something of which a test knows the name again. */
const note = (name: string, guest: string | null = null): Promise<void> =>
  record(site.strapi, { action: 'settings.saved', guest, actor: { kind: 'system', name } });

describe('GET /activity/stream', () => {
  it('tells what happens as it does, and what who may read guests may know', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const stream = await listenTo(await administrator(), log);
    expect(stream.status).toBe(200);
    expect(stream.headers.get('Content-Type')).toBe('text/event-stream; charset=utf-8');
    expect(stream.headers.get('Cache-Control')).toBe('private, no-store, no-transform');
    expect(stream.headers.get('X-Accel-Buffering')).toBe('no');
    await stream.begun();
    await saveAccess(guest);
    const told = await stream.next();
    expect(told).toEqual({
      id: expect.any(String),
      name: 'activity',
      data: {
        at: expect.any(String),
        action: 'access.saved',
        guest: expect.any(String),
        actor: { kind: 'editor', name: expect.any(String) },
      },
    });
    expect(Math.abs(Date.now() - Date.parse((told?.data as { at: string }).at))).toBeLessThan(60_000);
  });

  it('tells nothing that was taken back', async () => {
    const stream = await listenTo(await administrator(), log);
    await stream.begun();
    const undone = site.strapi.db.transaction(async () => {
      await note('taken back');
      throw new Error('taken back');
    });
    await expect(undone).rejects.toThrow('taken back');
    await note('kept');
    expect(await stream.next()).toMatchObject({ data: { actor: { name: 'kept' } } });
  });

  it('goes on where it was cut, by the id that was told last', async () => {
    const editor = await administrator();
    const first = await listenTo(editor, log);
    await first.begun();
    await note('one');
    await first.next();
    first.hangUp();
    await note('two');
    await note('three');
    const second = await listenTo(editor, log, { lastId: first.lastId() });
    expect(await second.next()).toMatchObject({ data: { actor: { name: 'two' } } });
    expect(await second.next()).toMatchObject({ data: { actor: { name: 'three' } } });
    await note('four');
    expect(await second.next()).toMatchObject({ data: { actor: { name: 'four' } } });
  });

  it('goes on through more than fits into one go, without a repetition', async () => {
    const editor = await administrator();
    const first = await listenTo(editor, log);
    await first.begun();
    first.hangUp();
    const names = Array.from({ length: 250 }, (_, index) => `missed ${index}`);
    await site.strapi.db.transaction(async () => {
      for (const name of names) await note(name);
    });
    const second = await listenTo(editor, log, { lastId: first.lastId() });
    const told: unknown[] = [];
    while (told.length < names.length)
      told.push(((await second.nextOf('activity')) as { actor: { name: string } }).actor.name);
    expect(told).toEqual(names);
    await note('after');
    expect(await second.next()).toMatchObject({ data: { actor: { name: 'after' } } });
  });

  it.each(['x', '1', 'null', '"', Buffer.alloc(40).toString('base64url'), 'ø'.repeat(10)])(
    'begins now where the id is none: %s',
    async (lastId) => {
      await note('before');
      const stream = await listenTo(await administrator(), log, { lastId: encodeURIComponent(lastId) });
      await stream.begun();
      await note('now');
      expect(await stream.next()).toMatchObject({ data: { actor: { name: 'now' } } });
    }
  );

  it('answers HEAD and ends, and refuses a query', async () => {
    const { headers } = await administrator();
    const head = await fetch(site.url + log, { method: 'HEAD', headers });
    expect([head.status, await head.text()]).toEqual([200, '']);
    await as(await administrator())
      .get(`${log}?since=1`)
      .expect(400);
  });
});

describe('GET /me/stream', () => {
  it('tells the version of what a guest may see, as it begins and with each change', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const stream = await listenTo(guest.actor, own);
    const { version } = (await stream.nextOf('access')) as { version: number };
    await stream.begun();
    await saveAccess(guest, [(await makeProject()).documentId]);
    const changed = (await stream.nextOf('access')) as { version: number };
    expect(changed.version).toBeGreaterThan(version);
  });

  it('tells that something of the account is another', async () => {
    const guest = await makeGuest();
    const stream = await listenTo(guest.actor, own);
    await stream.begun();
    await logInByKey(guest.key);
    expect(await stream.nextOf('account')).toEqual({});
    await as(guest.actor).patch(pathTo('GetMe'), { firstName: 'Aline' }).expect(200);
    expect(await stream.nextOf('account')).toEqual({});
  });

  it('goes on where it was cut', async () => {
    const guest = await makeGuest();
    const first = await listenTo(guest.actor, own);
    await first.begun();
    first.hangUp();
    await makeContact();
    await logInByKey(guest.key);
    const second = await listenTo(guest.actor, own, { lastId: first.lastId() });
    expect((await second.next())?.name).toBe('access');
    expect((await second.next())?.name).toBe('account');
  });
});
