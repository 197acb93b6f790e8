import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { ResponseOf } from '../../contract/endpoint';
import { pathTo } from '../../contract/routes';
import { trailTopics, type ChainReport, type ListTrail, type TrailLine } from '../../contract/trail';
import { activityActions } from '../../contract/activity';
import { trailSentences } from '../../contract/trail-sentences';
import { purgeTrail } from '../../server/src/features/trail/purge';
import { sealSome } from '../../server/src/features/trail/seal';
import {
  administrator,
  as,
  editor,
  makeContact,
  makeGuest,
  makePerson,
  makeProject,
  makeTask,
  nobody,
  type Actor,
} from '../support';

/* The guest access trail (N6): who did what to whom, when, from where; and that nobody changed it since. */

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});

type Page = ResponseOf<typeof ListTrail>;
const read = async (query: Record<string, string>): Promise<Page> =>
  (
    await as(admin)
      .get(`${pathTo('ListTrail')}?${new URLSearchParams(query).toString()}`)
      .expect(200)
  ).body.data;
const actionsOf = ({ lines }: Page): string[] => lines.map(({ action }) => action);
const aboutGuest = (guestId: string | null, query: Record<string, string> = {}): Promise<Page> =>
  read({ guestId: guestId ?? '', ...query });
/** What happens often is written a second after the answer. */
const untilNoted = async (ask: () => Promise<Page>, is: (line: TrailLine) => boolean): Promise<TrailLine> => {
  for (;;) {
    const found = (await ask()).lines.find(is);
    if (found !== undefined) return found;
    await wait(100);
  }
};

describe('what stands in the trail', () => {
  it('says who let whom in, and where from, the newest first', async () => {
    const { access, contact } = await makeGuest({ projects: [await makeProject()] });
    const page = await aboutGuest(access.guestId);
    expect(actionsOf(page)).toEqual(['guest.logged-in', 'key.issued', 'access.saved']);
    const [entered, , given] = page.lines;
    const name = `${contact.firstName} ${contact.lastName}`;
    expect(entered).toMatchObject({ actor: { kind: 'guest', name }, address: '127.0.0.0/24', isGuestThere: true });
    expect(given).toMatchObject({ actor: { kind: 'editor' }, guest: { documentId: access.guestId, name } });
    expect(page.days).toBe(90);
  });

  it('says what a guest looked at, once an hour, by REST and by GraphQL', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const { actor, access } = await makeGuest({ projects: [project] });
    for (let time = 0; time < 3; time += 1) {
      await as(actor).get('/api/tasks').expect(200);
      await as(actor).get(`/api/tasks/${task.documentId}`).expect(200);
    }
    const views = () => aboutGuest(access.guestId, { topic: 'view' });
    const opened = await untilNoted(views, ({ action }) => action === 'row.seen');
    expect(opened.row).toMatchObject({
      contentType: 'api::task.task',
      documentId: task.documentId,
      title: expect.stringContaining('Tâche-'),
    });
    expect(actionsOf(await views()).sort()).toEqual(['list.seen', 'row.seen']);

    const other = await makeGuest({ projects: [project] });
    await as(other.actor)
      .post('/graphql', { query: `{ task(documentId: "${task.documentId}") { title } }` })
      .expect(200);
    await untilNoted(
      () => aboutGuest(other.access.guestId, { topic: 'view' }),
      ({ row }) => row?.documentId === task.documentId
    );
  });

  it('says nothing was seen where a row is out of reach', async () => {
    const hidden = await makeTask({ project: await makeProject() });
    const project = await makeProject();
    const { actor, access } = await makeGuest({ projects: [project] });
    await as(actor).get(`/api/tasks/${hidden.documentId}`).expect(404);
    await as(actor).get('/api/tasks').expect(200);
    await untilNoted(
      () => aboutGuest(access.guestId),
      ({ action }) => action === 'list.seen'
    );
    expect(actionsOf(await aboutGuest(access.guestId, { topic: 'view' }))).toEqual(['list.seen']);
  });

  it('says what a guest wrote, and nothing of what was refused', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const { actor, access } = await makeGuest({ projects: [project] });
    await as(actor)
      .put(`/api/tasks/${task.documentId}`, { data: { state: 'done' } })
      .expect(200);
    await as(actor)
      .put(`/api/tasks/${task.documentId}`, { data: { state: 'no such state' } })
      .expect(400);
    const { lines } = await aboutGuest(access.guestId, { topic: 'change' });
    expect(lines).toEqual([
      expect.objectContaining({ action: 'row.updated', row: expect.objectContaining({ documentId: task.documentId }) }),
    ]);
    await wait(1_300);
    expect((await aboutGuest(access.guestId, { topic: 'view' })).lines).toEqual([]);
    const ofRow = await read({ contentType: 'api::task.task', rowId: task.documentId });
    expect(ofRow.lines.map(({ guest }) => guest?.documentId)).toEqual([access.guestId]);
  });

  it('says how often somebody was not let in, and not under which address they came', async () => {
    const { guest, login } = await makePerson({ temporaryPassword: 'Un-temporaire-7!' });
    for (let time = 0; time < 3; time += 1)
      await as(nobody)
        .post(pathTo('LogInByPassword'), { login, password: `wrong ${randomUUID()}` })
        .expect(401);
    const refused = await untilNoted(
      () => aboutGuest(guest.documentId),
      ({ action }) => action === 'entrance.refused'
    );
    expect(refused).toMatchObject({ actor: { kind: 'system', name: null }, count: 1, address: '127.0.0.0/24' });
    expect(actionsOf(await aboutGuest(guest.documentId, { topic: 'refusal' }))).toEqual(['entrance.refused']);
  });

  it('keeps the name of a guest who was deleted, and finds them by their contact', async () => {
    const { contact, access } = await makeGuest({ projects: [await makeProject()] });
    await as(admin)
      .delete(pathTo('DeleteContactAccess', { contactId: contact.documentId }))
      .expect(204);
    const { lines } = await read({ contactId: contact.documentId });
    expect(lines.map(({ action }) => action)).toEqual([
      'access.deleted',
      'guest.logged-in',
      'key.issued',
      'access.saved',
    ]);
    for (const { guest, isGuestThere } of lines) {
      expect(guest).toEqual({ documentId: access.guestId, name: `${contact.firstName} ${contact.lastName}` });
      expect(isGuestThere).toBe(false);
    }
  });

  it('is read page by page, each line once, and by days and by who did it', async () => {
    const { access } = await makeGuest({ projects: [await makeProject()] });
    const seen: string[] = [];
    let before: Record<string, string> = {};
    for (let pages = 0; pages < 5; pages += 1) {
      const { lines, next } = await aboutGuest(access.guestId, { pageSize: '1', ...before });
      seen.push(...lines.map(({ action }) => action));
      if (next === null) break;
      before = { before: next };
    }
    expect(seen).toEqual(['guest.logged-in', 'key.issued', 'access.saved']);
    expect(actionsOf(await aboutGuest(access.guestId, { by: 'guest' }))).toEqual(['guest.logged-in']);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect(actionsOf(await aboutGuest(access.guestId, { from: tomorrow }))).toEqual([]);
    expect(actionsOf(await aboutGuest(access.guestId, { to: tomorrow }))).toHaveLength(3);
  });

  it.each(['topic=nothing', 'before=1', 'from=27/11/2026', 'unknown=x', "guestId='", 'pageSize=1000'])(
    'refuses %s',
    async (query) => {
      await as(admin)
        .get(`${pathTo('ListTrail')}?${query}`)
        .expect(400);
    }
  );
});

describe('the trail as a file', () => {
  it('says each line in the reader’s language, and that it was taken', async () => {
    const name = randomUUID().slice(0, 8);
    const contact = await makeContact({ lastName: `=${name}`, firstName: 'Alice' });
    const saved = await as(admin)
      .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
        ...{ version: 0, closed: false, resources: [], accessTypes: ['tasks'] },
      })
      .expect(200);
    const path = `${pathTo('ExportTrail')}?guestId=${saved.body.data.guestId}`;
    const { text } = await as(admin).get(`${path}&locale=fr`).expect(200);
    const [headings, line] = text.replace(/^\uFEFF/, '').split('\r\n');
    expect(headings).toBe('N°;Date (UTC);Événement;Par;Invité;Type;Élément;Adresse IP;Code');
    expect(line).toContain(`a sauvegardé l’accès d’Alice =${name}.`);
    expect((await as(admin).get(`${path}&locale=cs`).expect(200)).text).toContain('ukládá přístup hosta Alice');
    expect(actionsOf(await read({ topic: 'data' }))[0]).toBe('trail.exported');
  });

  it('has a sentence for each action, and each action a topic', () => {
    expect(Object.values(trailTopics).flat().sort()).toEqual([...activityActions].sort());
    for (const sentences of Object.values(trailSentences))
      for (const sentence of Object.values(sentences)) expect(sentence).toMatch(/\{(actor|guest|count)\}.*\.$/);
  });

  it('says in the trail who took contacts and guests, and how many', async () => {
    const name = randomUUID();
    await makeContact({ lastName: name });
    await as(admin)
      .get(`${pathTo('ExportContacts')}?q=${name}`)
      .expect(200);
    await as(admin)
      .get(`${pathTo('ExportGuests')}?q=${name}`)
      .expect(200);
    const [guests, contacts] = (await read({ topic: 'data' })).lines;
    expect(contacts).toMatchObject({ action: 'contacts.exported', count: 1, actor: { kind: 'editor' } });
    expect(guests).toMatchObject({ action: 'guests.exported', count: 0 });
  });
});

describe('the chain', () => {
  const verify = (head?: string): Promise<ChainReport> =>
    site.strapi.service('plugin::guest-access.trail').verify({ head });
  const sealed = async (): Promise<ChainReport> => {
    await sealSome(site.strapi);
    return verify();
  };
  const knex = () => site.strapi.db.connection;
  const chain = () => knex()('guest_access_trail_chain');
  const lines = () => knex()('guest_access_activities');
  /** The newest link, with its line, as the tests before left them. */
  const newest = async (): Promise<{ place: number; line: number; hash: string }> =>
    chain().orderBy('place', 'desc').first();

  /** Changes something by hand, looks whether it shows, and puts it back. */
  const tampered = async (change: () => Promise<() => Promise<unknown>>): Promise<ChainReport> => {
    const undo = await change();
    const report = await verify();
    await undo();
    expect((await verify()).breaks).toEqual([]);
    return report;
  };

  beforeAll(async () => {
    await makeGuest({ projects: [await makeProject()] });
  });

  it('holds, and gives each line its number', async () => {
    const { breaks, head, waiting, lines: count } = await sealed();
    expect({ breaks, waiting }).toEqual({ breaks: [], waiting: 0 });
    expect(count).toBeGreaterThan(2);
    // What was noted behind an answer stands further down: at the time when it happened.
    const page = await read({ pageSize: '100' });
    expect(page.lines.map(({ place }) => place)).toContain(head?.place);
  });

  it.each([
    ['action', { action: 'key.revoked' }],
    ['guest', { guest: 'a'.repeat(24) }],
    ['name', { actor_name: 'Somebody else' }],
    ['address', { address: '198.51.100.0/24' }],
    ['time', { at: 1 }],
    ['facts', { details: '{"count":7}' }],
  ])('shows that the %s of a line was changed', async (_what, change) => {
    await sealed();
    const { line, place } = await newest();
    const { breaks } = await tampered(async () => {
      const before = await lines().where({ id: line }).first(Object.keys(change));
      await lines().where({ id: line }).update(change);
      const kept = Object.fromEntries(
        Object.entries(before as Record<string, unknown>).map(([name, value]) => [
          name,
          typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
        ])
      );
      return () => lines().where({ id: line }).update(kept);
    });
    expect(breaks).toEqual([{ place, kind: 'line-changed' }]);
  });

  it('shows that a line was taken out, with its link and without', async () => {
    await sealed();
    const { place } = await newest();
    const middle = await chain()
      .where({ place: place - 1 })
      .first();
    const stored = await lines().where({ id: middle.line }).first();
    const row = {
      ...stored,
      details: typeof stored.details === 'string' ? stored.details : JSON.stringify(stored.details),
    };
    const gone = await tampered(async () => {
      await lines().where({ id: middle.line }).delete();
      return () => lines().insert(row);
    });
    expect(gone.breaks).toEqual([{ place: place - 1, kind: 'line-missing' }]);
    const cut = await tampered(async () => {
      await chain()
        .where({ place: place - 1 })
        .delete();
      return () => chain().insert(middle);
    });
    expect(cut.breaks).toEqual([{ place, kind: 'place-missing' }]);
  });

  it('shows by an end that was kept elsewhere that the newest lines were cut off', async () => {
    const { head } = await sealed();
    const known = `${head?.place}:${head?.hash}`;
    expect((await verify(known)).breaks).toEqual([]);
    const link = await newest();
    await chain().where({ place: link.place }).delete();
    expect((await verify(known)).breaks).toEqual([{ place: link.place, kind: 'head-missing' }]);
    await chain().insert(link);
  });

  it('goes on where lines have gone with their time, and shows a beginning that was cut off by hand', async () => {
    await sealed();
    const first = await chain().orderBy('place').first();
    const { at } = await lines().where({ id: first.line }).first('at');
    await purgeTrail(site.strapi, new Date(Number(at) + 90 * 86_400_000 + 1));
    const { breaks, first: begins } = await sealed();
    expect(breaks).toEqual([]);
    expect(begins).toBeGreaterThan(1);
    const purges = await read({ topic: 'data', by: 'system' });
    expect(purges.lines[0]).toMatchObject({ action: 'trail.purged', actor: { kind: 'system' } });

    const [anchor, next] = await chain().orderBy('place').limit(2);
    const stored = await lines().where({ id: next.line }).first();
    await lines().where({ id: next.line }).delete();
    await chain().where({ id: anchor.id }).delete();
    expect((await verify()).breaks[0]).toMatchObject({ kind: 'beginning-missing' });
    await chain().insert(anchor);
    await lines().insert({ ...stored, details: JSON.stringify(stored.details) === '{}' ? '{}' : stored.details });
    expect((await verify()).breaks).toEqual([]);
  });
});

describe('webhooks', () => {
  it('are told each line once there is one that asks for it, without names', async () => {
    const told: { line: { action: string; guest: string; actor: object } }[] = [];
    const server = createServer((request, answer) => {
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        told.push(JSON.parse(Buffer.concat(pieces).toString()));
        answer.end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const hook = { name: 'trail', url, headers: {}, events: ['guest-access.trail'] };
    const { body } = await as(admin).post('/admin/webhooks', hook).expect(201);
    await as(admin)
      .put(`/admin/webhooks/${body.data.id}`, { ...hook, isEnabled: true })
      .expect(200);
    try {
      // Once a minute it is looked whether somebody asks.
      await site.strapi.db.connection('guest_access_jobs').where({ kind: 'trail.seal' }).update({ next_at: 1 });
      const listens = () =>
        site.strapi.db.connection('guest_access_jobs').where({ kind: 'events.trail-webhooks' }).first();
      while ((await listens()) === undefined) await wait(100);
      const { access, contact } = await makeGuest();
      while (!told.some(({ line }) => line.guest === access.guestId && line.action === 'guest.logged-in'))
        await wait(100);
      const [given] = told.filter(({ line }) => line.guest === access.guestId);
      expect(given).toMatchObject({
        event: 'guest-access.trail',
        line: { action: 'access.saved', contact: contact.documentId, actor: { kind: 'editor' } },
      });
      expect(JSON.stringify(told)).not.toContain(contact.lastName);
      expect(JSON.stringify(told)).not.toContain('127.0.0');
    } finally {
      await as(admin).delete(`/admin/webhooks/${body.data.id}`).expect(200);
      server.close();
    }
  });
});

describe('what has come up lately', () => {
  it('counts new guests, who waits, who was not let in and mails, each for whoever may know', async () => {
    const path = pathTo('GetOverview');
    const before = (await as(admin).get(path).expect(200)).body.data;
    const { login } = await makePerson({ temporaryPassword: 'Un-temporaire-7!' });
    await as(nobody).post(pathTo('LogInByPassword'), { login, password: 'wrong' }).expect(401);
    let after = before;
    while (after.refused === before.refused) {
      await wait(100);
      after = (await as(admin).get(path).expect(200)).body.data;
    }
    expect(after).toMatchObject({
      newGuests: before.newGuests + 1,
      refused: before.refused + 1,
      waiting: before.waiting,
    });
    expect(after.mails).toEqual({ waiting: expect.any(Number), failed: expect.any(Number) });
    const bare = (
      await as(await editor(['guests.read']))
        .get(path)
        .expect(200)
    ).body.data;
    expect(bare).toMatchObject({ refused: null, mails: null });
  });
});
