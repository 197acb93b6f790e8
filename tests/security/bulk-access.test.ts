import { randomUUID } from 'node:crypto';
import type { Permission } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  doBulk,
  editor,
  endOfBulk,
  makeContact,
  makeGuest,
  makeProject,
  startBulk,
  type Actor,
} from '../support';

/* What a bulk action may bring about, for whom, and who reads what came of it. */

const all: Permission[] = ['access.read', 'access.manage', 'keys.issue', 'keys.send'];
const nothing = { grants: null, issueKeys: false, mailKeys: 'none' };
const grants = { resources: [], accessTypes: ['tasks'] };

const jobs = () => site.strapi.db.connection('guest_access_jobs');
const allJobs = async (): Promise<number> => {
  const [row] = await jobs().where({ kind: 'bulk-access.run' }).count({ count: '*' });
  return Number(row?.['count']);
};
const stateOf = async (contactId: string): Promise<string> =>
  (
    await as(await administrator())
      .get(pathTo('GetContactAccess', { contactId }))
      .expect(200)
  ).body.data.state;

/** The admin user behind an actor, as Strapi's own API shows them. */
const userOf = async (actor: Actor): Promise<{ id: number; roles: { id: number }[] }> =>
  (await as(actor).get('/admin/users/me').expect(200)).body.data;

/** As an administrator who changes a user while their action is under way: before any instance has taken it up. */
const whileItWaits = async (actor: Actor, contactId: string, change: () => Promise<unknown>, wish: object = {}) => {
  const { body } = await startBulk(actor, [contactId], wish).expect(200);
  await change();
  const { documentId } = body.data;
  for (const deadline = Date.now() + 30_000; ; await new Promise((go) => setTimeout(go, 50))) {
    const row = await jobs().where({ document_id: documentId }).first();
    if (row.ended_at !== null) return row;
    if (Date.now() > deadline) throw new Error(`the job stayed ${row.status}`);
  }
};

describe('a bulk action', () => {
  it.each<[string, Permission[], object, string]>([
    ['to give accesses', ['keys.issue', 'keys.send'], { grants }, 'grants'],
    ['to obtain keys', ['access.manage', 'keys.send'], { issueKeys: true }, 'issueKeys'],
    ['to mail keys', ['access.manage', 'keys.issue'], { mailKeys: 'all' }, 'mailKeys'],
  ])('X05 asked %s without the right to it is refused, and nothing happens', async (_what, rights, wish, field) => {
    const contact = await makeContact();
    const before = await allJobs();
    const by = await editor(['access.read', ...rights]);
    const answer = await startBulk(by, [contact.documentId], { ...nothing, ...wish }).expect(403);
    expect(codeOf(answer)).toBe('access_decides');
    expect(answer.body.error.details.errors[0].path).toEqual([field]);
    expect(await allJobs()).toBe(before);
    expect(await stateOf(contact.documentId)).toBe('none');
  });

  it('X05 is not asked for by whoever may not see accesses, as its report tells of them', async () => {
    const contact = await makeContact();
    await startBulk(await editor(['access.manage', 'keys.issue', 'keys.send']), [contact.documentId]).expect(403);
  });

  it('of keys and mails alone takes those rights alone', async () => {
    const guest = await makeGuest();
    const by = await editor(['access.read', 'keys.issue', 'keys.send']);
    const { body } = await startBulk(by, [guest.contact.documentId], { grants: null, mailKeys: 'all' }).expect(200);
    expect((await endOfBulk(by, body.data)).counts.mail).toEqual([{ outcome: 'queued', count: 1 }]);
  });

  it.each<[string, (actor: Actor) => Promise<() => Promise<unknown>>]>([
    [
      'blocked',
      async (actor) => {
        const { id } = await userOf(actor);
        return () => site.strapi.db.query('admin::user').update({ where: { id }, data: { blocked: true } });
      },
    ],
    [
      'deactivated',
      async (actor) => {
        const { id } = await userOf(actor);
        return () => site.strapi.db.query('admin::user').update({ where: { id }, data: { isActive: false } });
      },
    ],
    [
      'deleted',
      async (actor) => {
        const { id } = await userOf(actor);
        return () => site.strapi.db.query('admin::user').delete({ where: { id } });
      },
    ],
    [
      'given another role',
      async (actor) => {
        const { id } = await userOf(actor);
        const name = randomUUID();
        const role = await site.strapi.service('admin::role').create({ name, description: '' });
        return () => site.strapi.db.query('admin::user').update({ where: { id }, data: { roles: [role.id] } });
      },
    ],
  ])('brings nothing about for an editor who was %s after they asked for it', async (_how, prepare) => {
    const contact = await makeContact();
    const by = await editor(all);
    const row = await whileItWaits(by, contact.documentId, await prepare(by));
    expect(row).toMatchObject({ status: 'failed', result: null, step: null });
    expect(await stateOf(contact.documentId)).toBe('none');
  });

  it('brings nothing about while the guests are switched off', async () => {
    const admin = await administrator();
    // Several steps, with a pause in between.
    const contacts = await Promise.all(Array.from({ length: 40 }, () => makeContact()));
    const path = pathTo('SaveSettings');
    const { settings } = (await as(admin).get(path).expect(200)).body.data;
    try {
      const { body } = await startBulk(
        admin,
        contacts.map(({ documentId }) => documentId)
      ).expect(200);
      await as(admin)
        .put(path, { ...settings, guests: false })
        .expect(200);
      await as(admin)
        .get(pathTo('GetBulkAccess', { jobId: body.data.documentId }))
        .expect(404);
      await new Promise((go) => setTimeout(go, 1_000));
      const row = await jobs().where({ document_id: body.data.documentId }).first();
      expect(row.status).toBe('queued');
      expect(Number(row.done ?? 0)).toBeLessThan(contacts.length);
      await as(admin).put(path, settings).expect(200);
      await jobs().where({ document_id: body.data.documentId }).update({ next_at: 1 });
      expect((await endOfBulk(admin, body.data)).state).toBe('done');
    } finally {
      await as(admin).put(path, settings).expect(200);
    }
  });

  it('mails no key to an address that was set by somebody who may not give accesses, but for whoever may', async () => {
    const typist = await editor(['contacts.read', 'contacts.create']);
    const typed = { lastName: randomUUID(), email: `${randomUUID()}@tests.example` };
    const { documentId } = (await as(typist).post(pathTo('CreateContact'), typed).expect(200)).body.data;
    await doBulk(await editor(all), [documentId], { mailKeys: 'none' });
    const mailed = async (by: Actor) => {
      const { body } = await startBulk(by, [documentId], { grants: null, mailKeys: 'all' }).expect(200);
      return (await endOfBulk(by, body.data)).counts.mail;
    };
    expect(await mailed(await editor(['access.read', 'keys.issue', 'keys.send']))).toEqual([
      { outcome: 'unvouched-address', count: 1 },
    ]);
    expect(await mailed(await editor(all))).toEqual([{ outcome: 'queued', count: 1 }]);
  });

  it('takes no more contacts than can be selected', async () => {
    const ids = Array.from({ length: 10_001 }, (_, index) => index.toString(36).padStart(24, '0'));
    const answer = await startBulk(await administrator(), ids);
    expect([answer.status, codeOf(answer)]).toEqual([400, 'invalid_body']);
  });
});

describe('the report of a bulk action', () => {
  it('is read, stopped and found by whoever asked for it alone, while they may see accesses', async () => {
    const contact = await makeContact();
    const by = await editor(all);
    const { body } = await startBulk(by, [contact.documentId]).expect(200);
    await endOfBulk(by, body.data);
    const jobId: string = body.data.documentId;
    const calls = (who: Actor) => [
      as(who).get(pathTo('GetBulkAccess', { jobId })),
      as(who).get(`${pathTo('ExportBulkAccess')}?jobId=${jobId}`),
      as(who).post(pathTo('CancelBulkAccess', { jobId })),
    ];
    for (const who of [await administrator(), await editor(all)]) {
      for (const call of calls(who)) expect(codeOf(await call.expect(404))).toBe('not_found');
      const { newest } = (await as(who).get(pathTo('FindBulkAccess')).expect(200)).body.data;
      expect(newest?.documentId).not.toBe(jobId);
    }
    for (const call of calls(await editor(['contacts.read', 'jobs.read', 'jobs.manage']))) await call.expect(403);
    const { roles } = await userOf(by);
    await site.strapi.service('admin::role').assignPermissions(roles[0]?.id, []);
    for (const call of calls(by)) await call.expect(403);
  });

  it('is of this kind of job only: no other’s can be looked at by it', async () => {
    const admin = await administrator();
    const documentId = randomUUID().replaceAll('-', '').slice(0, 24);
    const { documentId: asked_by } = await site.strapi.db
      .query('admin::user')
      .findOne({ where: { email: site.admin.email } });
    await jobs().insert({
      ...{ document_id: documentId, kind: 'test.other', status: 'queued', input: '{}', asked_by },
      ...{ priority: 5, next_at: 1, attempts: 0, asked_again: false, created_at: 1 },
    });
    await as(admin)
      .get(pathTo('GetBulkAccess', { jobId: documentId }))
      .expect(404);
    await as(admin)
      .post(pathTo('CancelBulkAccess', { jobId: documentId }))
      .expect(404);
    await jobs().where({ document_id: documentId }).del();
  });

  it('stands in the database as references: no name, address or key', async () => {
    const contact = await makeContact();
    await makeProject();
    const admin = await administrator();
    const { body } = await startBulk(admin, [contact.documentId]).expect(200);
    await endOfBulk(admin, body.data);
    const text = JSON.stringify(await jobs().where({ document_id: body.data.documentId }).first());
    for (const told of [contact.lastName, contact.email ?? '', 'gak_']) expect(text).not.toContain(told);
    expect(text).toContain(contact.documentId);
  });
});
