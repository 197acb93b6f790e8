import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import { record } from '../../server/src/features/activity';
import {
  administrator,
  as,
  codeOf,
  editor,
  guestWith,
  hangUpAll,
  listenTo,
  logInByKey,
  makeGuest,
  makeProject,
  nobody,
  startInstance,
  type Instance,
  type Listening,
  type MadeGuest,
} from '../support';

const log = pathTo('StreamActivity');
const own = pathTo('StreamMe');
const admin = async () => as(await administrator());

const note = (name: string, guest: string | null = null): Promise<void> =>
  record(site.strapi, { action: 'settings.saved', guest, actor: { kind: 'system', name } });

afterEach(hangUpAll);

/** The end of a stream whose listener may not listen any more: nothing but what was told before. */
const expectEnd = async (stream: Listening): Promise<void> => {
  expect(await stream.next()).toMatchObject({ name: 'end', data: {} });
  expect(await stream.next()).toBeNull();
};

const begun = async (...of: Parameters<typeof listenTo>): Promise<Listening> => {
  const stream = await listenTo(...of);
  await stream.begun();
  return stream;
};

describe('who may listen', () => {
  it.each([log, own])('nobody without a login: %s', async (path) => {
    await as(nobody).get(path).expect(401);
    await as(guestWith(`gst_${'0'.repeat(36)}`))
      .get(path)
      .expect(401);
  });

  it('no guest to the log, no editor to a guest’s account', async () => {
    const guest = await makeGuest();
    await as(guest.actor).get(log).expect(401);
    await (await admin()).get(own).expect(401);
  });

  it('not to whom no guest is shown: who they are', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const stream = await begun(await editor(['activity.read']), log);
    await logInByKey(guest.key);
    expect(await stream.nextOf('activity')).toEqual({
      at: expect.any(String),
      action: 'guest.logged-in',
      guest: null,
      actor: { kind: 'guest', name: null },
    });
  });

  it('a guest to nothing of another guest, nor how much others do', async () => {
    const [one, other] = [await makeGuest(), await makeGuest()];
    const stream = await begun(one.actor, own);
    await logInByKey(other.key);
    await note('of nobody');
    await logInByKey(one.key);
    const told = await stream.next();
    expect(told).toEqual({ id: expect.any(String), name: 'account', data: {} });
    // Sealed: of two ids of the same position neither says which.
    const again = await begun(one.actor, own, { lastId: stream.lastId() });
    expect(again.lastId()).not.toBe(stream.lastId());
    expect(Buffer.from(again.lastId(), 'base64url').toString()).not.toMatch(/^[\d,]+$/);
  });

  it('from another position than the one that was told to them: not by a change of the id', async () => {
    const guest = await makeGuest();
    const first = await begun(guest.actor, own);
    await logInByKey(guest.key);
    await first.nextOf('account');
    const bytes = Buffer.from(first.lastId(), 'base64url');
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1);
    const second = await begun(guest.actor, own, { lastId: bytes.toString('base64url') });
    await logInByKey(guest.key);
    expect((await second.next())?.name).toBe('account');
    expect(second.status).toBe(200);
  });
});

describe('an editor who loses the right while they listen', () => {
  const roleOf = async (id: number) =>
    (await site.strapi.db.query('admin::user').findOne({ where: { id }, populate: ['roles'] })).roles[0].id as number;

  /** An editor, and the id of their row. */
  const newEditor = async () => {
    const actor = await editor(['activity.read']);
    const { id } = await site.strapi.db.query('admin::user').findOne({ where: {}, orderBy: { id: 'desc' } });
    return { actor, id: id as number };
  };

  it.each<[string, (id: number) => Promise<unknown>]>([
    ['of the role', async (id) => site.strapi.service('admin::role').assignPermissions(await roleOf(id), [])],
    [
      'because they were deactivated',
      (id) => site.strapi.db.query('admin::user').update({ where: { id }, data: { isActive: false } }),
    ],
    [
      'because their session was ended',
      (id) => site.strapi.db.query('admin::session').deleteMany({ where: { userId: String(id) } }),
    ],
    ['because they are gone', (id) => site.strapi.db.query('admin::user').delete({ where: { id } })],
  ])('is told nothing that happens after it: %s', async (_why, lose) => {
    const { actor, id } = await newEditor();
    const stream = await begun(actor, log);
    await lose(id);
    await note('not for them');
    await expectEnd(stream);
  });

  it('is told no more than they may know by then', async () => {
    const actor = await editor(['activity.read', 'guests.read']);
    const { id } = await site.strapi.db.query('admin::user').findOne({ where: {}, orderBy: { id: 'desc' } });
    const stream = await begun(actor, log);
    await note('one', 'a-guest');
    expect(await stream.nextOf('activity')).toMatchObject({ guest: 'a-guest' });
    const kept = { action: 'plugin::guest-access.activity.read', subject: null, properties: {}, conditions: [] };
    await site.strapi.service('admin::role').assignPermissions(await roleOf(Number(id)), [kept]);
    await note('two', 'a-guest');
    expect(await stream.nextOf('activity')).toMatchObject({ guest: null });
  });
});

describe('a guest whose session ends while they listen', () => {
  const ofGuest = ({ contact }: MadeGuest) => ({ contactId: contact.documentId });
  const switchGuests = async (guests: boolean): Promise<void> => {
    const { settings } = (await (await admin()).get(pathTo('GetSettings')).expect(200)).body.data;
    await (await admin()).put(pathTo('SaveSettings'), { ...settings, guests }).expect(200);
  };
  afterEach(() => switchGuests(true));

  it.each<[string, (guest: MadeGuest) => Promise<unknown>]>([
    ['they log out', ({ actor }) => as(actor).post(pathTo('LogOut')).expect(204)],
    ['their key is revoked', async (guest) => (await admin()).delete(pathTo('RevokeKey', ofGuest(guest))).expect(200)],
    [
      'their access is taken away',
      async (guest) => (await admin()).delete(pathTo('DeleteContactAccess', ofGuest(guest))).expect(204),
    ],
    ['guests are switched off', () => switchGuests(false)],
  ])('is told so and nothing else: %s', async (_why, end) => {
    const guest = await makeGuest();
    const stream = await begun(guest.actor, own);
    await end(guest);
    for (let told = await stream.next(); told?.name !== 'end'; told = await stream.next()) {
      // What it was told of its own end before it was over.
      expect(['account', 'access']).toContain(told?.name);
    }
    expect(await stream.next()).toBeNull();
  });

  it('does not keep a session from becoming idle by listening', async () => {
    const guest = await makeGuest();
    const sessionOf = () =>
      site.strapi.db
        .connection('guest_access_vault_sessions')
        .orderBy('id', 'desc')
        .first('id', 'seen_at', 'idle_ends_at');
    const stream = await begun(guest.actor, own);
    const before = await sessionOf();
    await site.strapi.db
      .connection('guest_access_vault_sessions')
      .where({ id: before.id })
      .update({ seen_at: 1, idle_ends_at: Date.now() + 1_500 });
    await expectEnd(stream);
    expect(Number((await sessionOf()).seen_at)).toBe(1);
  });
});

describe('many streams of one', () => {
  it('are refused beyond six, and another one is let in for one that went', async () => {
    const guest = await makeGuest();
    const streams = await Promise.all(Array.from({ length: 6 }, () => begun(guest.actor, own)));
    const refused = await as(guest.actor).get(own).expect(429);
    expect(codeOf(refused)).toBe('too_many_requests');
    const other = await makeGuest();
    await begun(other.actor, own);
    streams[0]?.hangUp();
    for (let status = 429; status === 429;) {
      const stream = await listenTo(guest.actor, own);
      ({ status } = stream);
    }
  });
});

describe('across instances', () => {
  let other: Instance;
  beforeAll(async () => {
    other = await startInstance();
  }, 180_000);
  afterAll(() => other.kill());

  it('what one does is told by the other, and what ends on one ends on the other', async () => {
    const guest = await makeGuest();
    const [theirs, editors] = [
      await begun(guest.actor, own, { url: other.url }),
      await begun(await administrator(), log, { url: other.url }),
    ];
    await logInByKey(guest.key);
    expect(await theirs.nextOf('account')).toEqual({});
    expect(await editors.nextOf('activity')).toMatchObject({ action: 'guest.logged-in' });
    await (await admin()).delete(pathTo('RevokeKey', { contactId: guest.contact.documentId })).expect(200);
    for (let told = await theirs.next(); told?.name !== 'end'; told = await theirs.next()) {
      expect(['account', 'access']).toContain(told?.name);
    }
  });

  it('who listened to one that was killed goes on at another', async () => {
    const killed = await startInstance();
    const first = await begun(await administrator(), log, { url: killed.url });
    const names = [randomUUID(), randomUUID()];
    await note(names[0] ?? '');
    expect(await first.nextOf('activity')).toMatchObject({ actor: { name: names[0] } });
    killed.kill();
    await expect(first.next()).rejects.toThrow();
    await note(names[1] ?? '');
    const second = await listenTo(await administrator(), log, { url: other.url, lastId: first.lastId() });
    expect(await second.nextOf('activity')).toMatchObject({ actor: { name: names[1] } });
  }, 180_000);
});
