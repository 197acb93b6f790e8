import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  codeOf,
  doOnGuests,
  logInByKey,
  mailsTo,
  makeGuest,
  makePerson,
  makeProject,
  startOnGuests,
  waitForMailTo,
  type Actor,
} from '../support';

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});

const dayMs = 24 * 3_600_000;
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();
const guestOf = async (guestId: string | null) =>
  (
    await as(admin)
      .get(pathTo('GetGuest', { guestId: guestId ?? '' }))
      .expect(200)
  ).body.data;
const idsOf = (guests: readonly { access: { guestId: string | null } }[]) => guests.map(({ access }) => access.guestId);
const jobs = () => site.strapi.db.connection('guest_access_jobs');

/** How often what is in the log of a guest. */
const timesOf = async (guest: string | null, action: string): Promise<number> =>
  site.strapi.db.query('plugin::guest-access.activity').count({ where: { guest, action } });

describe('POST /bulk-guests', () => {
  it('closes a selection: their sessions end, and each is in the log once', async () => {
    const guests = [await makeGuest(), await makeGuest(), await makeGuest()];
    await changeGuest(guests[2]?.access.guestId ?? '', { closed: true });
    const report = await doOnGuests(admin, 'close', [...idsOf(guests), 'a'.repeat(24)]);
    expect(report).toMatchObject({ state: 'done', action: 'close', done: 4, total: 4 });
    expect(report.counts).toEqual([
      { outcome: 'done', count: 2 },
      { outcome: 'unchanged', count: 1 },
      { outcome: 'gone', count: 1 },
    ]);
    expect(report.left).toEqual({ guests: [{ guestId: 'a'.repeat(24), name: null, outcome: 'gone' }], total: 1 });
    for (const { actor } of guests.slice(0, 2)) await as(actor).get(pathTo('GetMe')).expect(401);
    expect(await timesOf(guests[0]?.access.guestId ?? null, 'guest.closed')).toBe(1);
    expect(await timesOf(guests[2]?.access.guestId ?? null, 'guest.closed')).toBe(0);
  });

  it('opens them again, but for those who wait: they are approved', async () => {
    const [closed, waiting, open] = [await makeGuest(), await makeGuest(), await makeGuest()];
    await changeGuest(closed.access.guestId ?? '', { closed: true });
    await changeGuest(waiting.access.guestId ?? '', { closed: true, waiting: true });
    const ids = idsOf([closed, waiting, open]);
    expect((await doOnGuests(admin, 'reopen', ids)).counts).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'unchanged', count: 1 },
      { outcome: 'waiting', count: 1 },
    ]);
    expect((await doOnGuests(admin, 'approve', ids)).counts).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'unchanged', count: 2 },
    ]);
    await logInByKey(closed.key);
    await logInByKey(waiting.key);
  });

  it('gives grants beside those that each holds, and takes them away again', async () => {
    const [one, other] = [await makeGuest({ accessTypes: ['tasks'] }), await makeGuest({ accessTypes: [] })];
    const project = await makeProject();
    const grants = {
      resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
      accessTypes: ['tasks'],
    };
    const ids = idsOf([one, other]);
    expect((await doOnGuests(admin, 'give', ids, { grants })).counts).toEqual([{ outcome: 'done', count: 2 }]);
    expect((await doOnGuests(admin, 'give', ids, { grants })).counts).toEqual([{ outcome: 'unchanged', count: 2 }]);
    await as(other.actor).get(`/api/projects/${project.documentId}`).expect(200);
    const taken = { resources: grants.resources, accessTypes: [] };
    expect((await doOnGuests(admin, 'take', ids, { grants: taken })).counts).toEqual([{ outcome: 'done', count: 2 }]);
    // They hold no project any more: there is none to be asked for.
    await as(other.actor).get(`/api/projects/${project.documentId}`).expect(403);
    expect((await guestOf(other.access.guestId)).accessTypes).toEqual(['tasks']);
    expect((await doOnGuests(admin, 'take', ids, { grants: taken })).counts).toEqual([
      { outcome: 'unchanged', count: 2 },
    ]);
  });

  it('takes away what is no type of the settings any more, and refuses to give it', async () => {
    const { access } = await makeGuest();
    await site.strapi.db.query('plugin::guest-access.grant').create({
      data: { guest: access.guestId, subjectType: 'access-type', subject: 'former' },
    });
    const grants = { resources: [], accessTypes: ['former'] };
    const refused = await startOnGuests(admin, 'give', [access.guestId], { grants }).expect(400);
    expect(codeOf(refused)).toBe('invalid_body');
    expect((await doOnGuests(admin, 'take', [access.guestId], { grants })).counts).toEqual([
      { outcome: 'done', count: 1 },
    ]);
  });

  it('sets the last day of the keys there are; the link stays, and sessions end no later', async () => {
    const [keyed, keyless] = [await makeGuest(), await makePerson()];
    const expiresAt = inDays(3);
    const report = await doOnGuests(admin, 'prolong', [keyed.access.guestId, keyless.guest.documentId], { expiresAt });
    expect(report.counts).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'no-key', count: 1 },
    ]);
    expect((await guestOf(keyed.access.guestId)).key.expiresAt).toBe(expiresAt);
    const session = await site.strapi.db.connection('guest_access_vault_sessions').where({
      guest: keyed.access.guestId,
    });
    expect(session.map(({ ends_at }) => Number(ends_at))).toEqual([new Date(expiresAt).getTime()]);
    await logInByKey(keyed.key);
    await doOnGuests(admin, 'prolong', [keyed.access.guestId], { expiresAt: null });
    expect((await guestOf(keyed.access.guestId)).key.expiresAt).toBeNull();
  });

  it('mails keys, of those who have none only where they are to be obtained', async () => {
    const [keyed, keyless, silent] = [
      await makeGuest(),
      await makePerson(),
      await makeGuest({ contact: { email: null } }),
    ];
    const ids = [keyed.access.guestId, keyless.guest.documentId, silent.access.guestId];
    expect((await doOnGuests(admin, 'send-keys', ids)).counts).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'no-key', count: 1 },
      { outcome: 'no-address', count: 1 },
    ]);
    expect((await doOnGuests(admin, 'send-keys', ids, { obtain: true })).counts).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'unchanged', count: 1 },
      { outcome: 'no-address', count: 1 },
    ]);
    const [mail] = await waitForMailTo(keyless.email);
    await logInByKey(/gak_[0-9A-Za-z]{36}/.exec(mail?.text ?? '')?.[0] ?? '');
  });

  it('invites those who have an address, and deletes', async () => {
    const [person, silent] = [await makePerson(), await makeGuest({ contact: { email: null } })];
    const ids = [person.guest.documentId, silent.access.guestId];
    expect((await doOnGuests(admin, 'invite', ids)).counts).toEqual([
      { outcome: 'done', count: 1 },
      { outcome: 'no-address', count: 1 },
    ]);
    await waitForMailTo(person.email);
    expect(await mailsTo(person.email)).toHaveLength(1);
    expect((await doOnGuests(admin, 'delete', ids)).counts).toEqual([{ outcome: 'done', count: 2 }]);
    await as(admin)
      .get(pathTo('GetGuest', { guestId: person.guest.documentId }))
      .expect(404);
    expect(await timesOf(person.guest.documentId, 'guest.deleted')).toBe(1);
  });

  it.each<[string, string, object]>([
    ['grants without anything to give them by', 'close', { grants: { resources: [], accessTypes: [] } }],
    ['nothing to give', 'give', {}],
    ['a last day for what has none', 'close', { expiresAt: inDays(1) }],
    ['a day that is past', 'prolong', { expiresAt: inDays(-1) }],
    ['keys to obtain where none are sent', 'invite', { obtain: true }],
    ['an action that there is not', 'promote', {}],
  ])('refuses %s', async (_what, action, wish) => {
    const { guest } = await makePerson();
    const [before] = await jobs().count({ count: '*' });
    const path = pathTo('StartBulkGuests');
    const refused = await as(admin)
      .post(path, { guestIds: [guest.documentId], action, ...wish })
      .expect(400);
    expect(codeOf(refused)).toBe('invalid_body');
    expect((await jobs().count({ count: '*' }))[0]).toEqual(before);
  });

  it('ends with a report as a table, in which a name is no formula', async () => {
    const { guest } = await makePerson({ lastName: '=1+1' });
    const { documentId } = await doOnGuests(admin, 'close', [guest.documentId]);
    const { text, headers } = await as(admin)
      .get(`${pathTo('ExportBulkGuests')}?jobId=${documentId}&locale=fr`)
      .expect(200);
    expect(headers['content-disposition']).toContain('invites-action.csv');
    expect(text).toContain('Fermeture');
    expect(text).toContain(`'=1+1;Camille;${guest.email};Fait`);
  });

  it.each([
    ['close', 'guest.closed'],
    ['delete', 'guest.deleted'],
  ] as const)('does each once, where two actions meet: %s', async (action, noted) => {
    const guests: string[] = [];
    for (let index = 0; index < 30; index += 1) guests.push((await makePerson()).guest.documentId);
    const { body } = await startOnGuests(admin, action, guests).expect(200);
    const report = await doOnGuests(admin, action, [guests[0] ?? '']);
    expect(report.total).toBe(1);
    for (const deadline = Date.now() + 30_000; ; await new Promise((go) => setTimeout(go, 50))) {
      const row = await jobs().where({ document_id: body.data.documentId }).first();
      if (row.ended_at !== null) break;
      if (Date.now() > deadline) throw new Error('it does not come to its end');
    }
    for (const guest of guests) expect(await timesOf(guest, noted)).toBe(1);
  });
});

describe('GET /guest-ids', () => {
  it('answers all that the filter leaves, and how many', async () => {
    const name = randomUUID();
    const made = [];
    for (let index = 0; index < 3; index += 1) made.push((await makePerson({ lastName: name })).guest.documentId);
    const { body } = await as(admin)
      .get(`${pathTo('ListGuestIds')}?q=${name}`)
      .expect(200);
    expect(body.data).toEqual({ guestIds: expect.arrayContaining(made), total: 3 });
  });
});
