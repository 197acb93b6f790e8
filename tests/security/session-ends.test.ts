import { setTimeout as wait } from 'node:timers/promises';
import { sessionsMax } from '../../contract';
import { pathTo } from '../../contract/routes';
import { boundByKeys } from '../../server/src/features/sessions/repository';
import {
  administrator,
  as,
  codeOf,
  editor,
  goodPassword,
  guestWith,
  logInByKey,
  logInByPassword,
  makeGuest,
  makeLink,
  makePasswordGuest,
  makeProject,
  newAddress,
  nobody,
  proofByLink,
  queriesOf,
  type Actor,
  type MadeGuest,
} from '../support';

const admin = async () => as(await administrator());
const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();
const secretOf = (link: string): string => link.slice(link.indexOf('#') + 1);
const untilAfter = (instant: string): Promise<void> => wait(Math.max(0, Date.parse(instant) - Date.now()) + 20);

/** Gives a guest another key, which ends at an instant. */
const keyUntil = async ({ contact, access }: MadeGuest, expiresAt: string | null): Promise<string> => {
  const { body } = await (
    await admin()
  )
    .post(pathTo('IssueKey', { contactId: contact.documentId }), { version: access.version, expiresAt })
    .expect(200);
  return secretOf(body.data.link);
};

const over = async (actor: Actor): Promise<void> => {
  for (const path of [pathTo('GetMe'), '/api/tasks']) {
    const { status, body } = await as(actor).get(path);
    expect([path, status, codeOf({ body })]).toEqual([path, 401, 'invalid_session']);
  }
  expect((await as(actor).graphql('{ tasks { title } }')).text).not.toContain('"title":');
};

describe('X12 a session lives no longer than what gave it', () => {
  it('ends with the last moment of its key, and says so', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const expiresAt = later(4_000);
    const key = await keyUntil(guest, expiresAt);
    const { body } = await as(nobody).post(pathTo('LogInByKey'), { key }).expect(200);
    expect(body.data.expiresAt).toBe(expiresAt);
    const page = { name: 'page', headers: { Origin: site.url } };
    const cookie = await as(page).post(pathTo('LogInByKey'), { key, carrier: 'cookie' }).expect(200);
    const [line = ''] = [cookie.headers['set-cookie'] ?? ''].flat();
    const expires = Date.parse(/Expires=([^;]+)/.exec(line)?.[1] ?? '');
    expect(Math.abs(expires - Date.parse(expiresAt))).toBeLessThan(1_001);
    const actor = guestWith(body.data.token);
    await as(actor).get(pathTo('GetMe')).expect(200);
    await untilAfter(expiresAt);
    await over(actor);
    await as(nobody).post(pathTo('LogInByKey'), { key }).expect(401);
  });

  it('is not lengthened by another last day: the session of the key before is over', async () => {
    const guest = await makeGuest();
    const { actor } = await logInByKey(await keyUntil(guest, later(60_000)));
    await keyUntil(guest, null);
    await over(actor);
  });

  it('lasts as long as the site says where its key has no end, or a later one', async () => {
    const guest = await makeGuest();
    const day = 24 * 60 * 60 * 1000;
    for (const expiresAt of [null, later(300 * day)]) {
      const key = await keyUntil(guest, expiresAt);
      const { body } = await as(nobody).post(pathTo('LogInByKey'), { key }).expect(200);
      const lasts = Date.parse(body.data.expiresAt) - Date.now();
      expect(lasts).toBeGreaterThan(29.9 * day);
      expect(lasts).toBeLessThan(30.1 * day);
    }
  });

  it('is not ended by the key where a password gave it', async () => {
    const guest = await makePasswordGuest();
    const expiresAt = later(1_500);
    await keyUntil(guest, expiresAt);
    const { actor } = await logInByPassword(guest.login, guest.password);
    await untilAfter(expiresAt);
    await as(actor).get(pathTo('GetMe')).expect(200);
  });

  it('of a version before ends with its key too, from the next start of the site on', async () => {
    const [guest, other] = [await makeGuest(), await makeGuest()];
    const expiresAt = later(60_000);
    const { actor } = await logInByKey(await keyUntil(guest, expiresAt));
    const sessions = site.strapi.db.connection(sessionTable());
    const guestId = guest.access.guestId;
    const long = Date.now() + 30 * 24 * 60 * 60 * 1000;
    await sessions.clone().where({ guest: guestId }).update({ ends_at: long });
    await boundByKeys(site.strapi);
    const [bounded] = await sessions.clone().where({ guest: guestId });
    expect(Number(bounded.ends_at)).toBe(Date.parse(expiresAt));
    const [kept] = await sessions.clone().where({ guest: other.access.guestId });
    expect(Number(kept.ends_at)).toBeGreaterThan(Date.parse(expiresAt));
    await as(actor).get(pathTo('GetMe')).expect(200);
  });

  it('ends with the invitation link by which somebody came; their password lets them in anew', async () => {
    const expiresAt = later(6_000);
    const link = await makeLink({ expiresAt });
    const email = newAddress();
    const token = await proofByLink(link.secret, email);
    const person = { firstName: 'Jana', lastName: 'Nová', password: goodPassword };
    const { body } = await as(nobody)
      .post(pathTo('ConfirmJoin'), { token, ...person })
      .expect(200);
    expect(body.data).toMatchObject({ outcome: 'session', expiresAt });
    const actor = guestWith(body.data.token);
    await as(actor).get(pathTo('GetMe')).expect(200);
    await untilAfter(expiresAt);
    await over(actor);
    const again = await logInByPassword(email, goodPassword);
    await as(again.actor).get(pathTo('GetMe')).expect(200);
  });
});

describe('X12 an editor’s look at the portal', () => {
  let guest: MadeGuest;
  beforeAll(async () => {
    guest = await makeGuest();
  });

  interface AdminUser {
    id: number;
    roles: { id: number }[];
  }
  /** An editor who may look, and their row. */
  const looker = async (): Promise<{ actor: Actor; user: AdminUser }> => {
    const actor = await editor(['access.preview', 'access.read']);
    const [user] = await site.strapi.db
      .query('admin::user')
      .findMany({ orderBy: { id: 'desc' }, limit: 1, populate: { roles: true } });
    return { actor, user };
  };
  const start = async (actor: Actor): Promise<string> => {
    const { body } = await as(actor)
      .post(pathTo('StartPreview', { guestId: guest.access.guestId ?? '' }))
      .expect(200);
    return secretOf(body.data.link);
  };
  const redeem = (ticket: string) =>
    as({ name: 'page', headers: { Origin: site.url } }).post(pathTo('LogInByPreview'), { ticket });
  const look = async (actor: Actor): Promise<Actor> => {
    const answer = await redeem(await start(actor));
    expect(answer.status).toBe(200);
    const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();
    const headers = { Cookie: line.split(';')[0] ?? '', 'Guest-Access': 'cookie', Origin: site.url };
    return { name: 'preview', headers };
  };

  it.each<[string, (user: AdminUser) => Promise<unknown>]>([
    ['is deactivated', async ({ id }) => (await admin()).put(`/admin/users/${id}`, { isActive: false }).expect(200)],
    ['is blocked', ({ id }) => site.strapi.db.query('admin::user').update({ where: { id }, data: { blocked: true } })],
    ['is deleted', async ({ id }) => (await admin()).delete(`/admin/users/${id}`).expect(200)],
    [
      'loses the right',
      ({ roles }) =>
        site.strapi
          .service('admin::role')
          .assignPermissions(roles[0]?.id, [
            { action: 'plugin::guest-access.access.read', subject: null, properties: {}, conditions: [] },
          ]),
    ],
    [
      'loses the role',
      async ({ id }) => {
        const role = await site.strapi.service('admin::role').create({ name: `sans droits ${id}`, description: '' });
        return (await admin()).put(`/admin/users/${id}`, { roles: [role.id] }).expect(200);
      },
    ],
  ])('ends on the next request when the editor %s, and the ticket before it is good no more', async (_what, end) => {
    const { actor, user } = await looker();
    const [preview, ticket] = [await look(actor), await start(actor)];
    await as(preview).get(pathTo('GetMe')).expect(200);
    await end(user);
    await over(preview);
    expect((await redeem(ticket)).status).toBe(401);
    // Nobody else's session goes with it.
    await as(guest.actor).get(pathTo('GetMe')).expect(200);
  });

  it('of a version before, whose editor is not known, is over', async () => {
    const preview = await look((await looker()).actor);
    await as(preview).get(pathTo('GetMe')).expect(200);
    const newest = await site.strapi.db.connection(sessionTable()).max({ id: 'id' }).first();
    await site.strapi.db.connection(sessionTable()).where({ id: newest?.['id'] }).update({ editor_id: null });
    await over(preview);
  });
});

const sessionTable = (): string => 'guest_access_vault_sessions';

describe('X12 how many sessions a guest has', () => {
  const sessionsOf = async (actor: Actor) => (await as(actor).get(pathTo('ListMySessions')).expect(200)).body.data;
  /** As if a session had last been used so long ago. */
  const usedAgo = (actor: Actor, minutes: number) =>
    sessionsOf(actor).then(({ sessions }) =>
      site.strapi.db
        .connection(sessionTable())
        .where({ document_id: sessions.find(({ current }: { current: boolean }) => current).id })
        .update({ seen_at: Date.now() - minutes * 60_000 })
    );

  it('is twenty, and said in their list; of fifty logins at once twenty are left', async () => {
    const guest = await makeGuest();
    const other = await makeGuest();
    const tokens = await Promise.all(
      Array.from({ length: 50 }, () =>
        as(nobody)
          .post(pathTo('LogInByKey'), { key: guest.key })
          .then(({ status, body }) => {
            expect(status).toBe(200);
            return guestWith(body.data.token);
          })
      )
    );
    const statuses = await Promise.all(
      tokens.map((actor) =>
        as(actor)
          .get(pathTo('GetMe'))
          .then(({ status }) => status)
      )
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(sessionsMax);
    const alive = tokens.find((_token, index) => statuses[index] === 200);
    const list = await sessionsOf(alive ?? nobody);
    expect(list.sessions).toHaveLength(sessionsMax);
    expect(list.sessionsMax).toBe(20);
    await as(other.actor).get(pathTo('GetMe')).expect(200);
  });

  it('one more ends the one that was not used for longest, by whatever door, and no editor’s look', async () => {
    const guest = await makePasswordGuest();
    const actors = [guest.actor];
    while (actors.length < sessionsMax) actors.push((await logInByKey(guest.key)).actor);
    const [first = nobody, second = nobody] = actors;
    await usedAgo(first, 2);
    await usedAgo(second, 9);
    const { body } = await (await admin()).post(pathTo('StartPreview', { guestId: guest.documentId })).expect(200);
    const page = { name: 'page', headers: { Origin: site.url } };
    const preview = await as(page)
      .post(pathTo('LogInByPreview'), { ticket: secretOf(body.data.link) })
      .expect(200);
    const [line = ''] = [preview.headers['set-cookie'] ?? ''].flat();
    const looking = { name: 'preview', headers: { Cookie: line.split(';')[0] ?? '', 'Guest-Access': 'cookie' } };
    for (const actor of actors) await as(actor).get(pathTo('GetMe')).expect(200);

    await usedAgo(first, 2);
    await usedAgo(second, 9);
    await logInByPassword(guest.login, guest.password);
    await over(second);
    await logInByKey(guest.key);
    await over(first);
    await as(looking).get(pathTo('GetMe')).expect(200);
    for (const actor of actors.slice(2)) await as(actor).get(pathTo('GetMe')).expect(200);
  });

  it('costs a login one statement more, over the index of the guest', async () => {
    const guest = await makeGuest();
    const queries = await queriesOf(() => as(nobody).post(pathTo('LogInByKey'), { key: guest.key }).expect(200));
    const about = queries.filter((sql) => sql.includes(sessionTable()));
    expect(about.map((sql) => sql.trim().split(' ')[0]?.toLowerCase())).toEqual(['insert', 'select']);
    expect(about[1]).toMatch(/guest/);
  });
});
