import { randomUUID } from 'node:crypto';
import type { BulkGuestAction, Permission } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  codeOf,
  doOnGuests,
  editor,
  makeGuest,
  makePerson,
  makeProject,
  startOnGuests,
  waitForMailTo,
  type Actor,
} from '../support';

/* What one thing done with a selection of guests may bring about, for whom, and who reads what came of it. */

const jobs = () => site.strapi.db.connection('guest_access_jobs');
const allJobs = async (): Promise<number> => {
  const [row] = await jobs().where({ kind: 'bulk-guests.run' }).count({ count: '*' });
  return Number(row?.['count']);
};
const guestOf = async (guestId: string | null) =>
  (
    await as(await administrator())
      .get(pathTo('GetGuest', { guestId: guestId ?? '' }))
      .expect(200)
  ).body.data;

const tasks = { grants: { resources: [], accessTypes: ['tasks'] } };

/** Each action with the rights that it takes, beside the right to see guests. */
const taken: [BulkGuestAction, object, Permission[]][] = [
  ['approve', {}, ['guests.update', 'access.manage']],
  ['close', {}, ['guests.update']],
  ['reopen', {}, ['guests.update', 'access.manage']],
  ['prolong', {}, ['keys.issue']],
  ['send-keys', {}, ['keys.send']],
  ['send-keys', { obtain: true }, ['keys.send', 'keys.issue']],
  ['invite', {}, ['guests.update']],
  ['give', tasks, ['access.manage']],
  ['take', tasks, ['access.manage']],
  ['delete', {}, ['guests.delete']],
];
const every = [...new Set(taken.flatMap(([, , rights]) => rights))];

describe('an action on a selection of guests', () => {
  it.each(taken.flatMap(([action, wish, rights]) => rights.map((lacked) => [action, lacked, wish] as const)))(
    'X05 %s is refused without %s, and nothing happens',
    async (action, lacked, wish) => {
      const { access } = await makeGuest({ accessTypes: [] });
      const before = [await guestOf(access.guestId), await allJobs()];
      const by = await editor(['guests.read', 'access.read', ...every.filter((right) => right !== lacked)]);
      expect(codeOf(await startOnGuests(by, action, [access.guestId], wish).expect(403))).toBe('access_decides');
      expect([await guestOf(access.guestId), await allJobs()]).toEqual(before);
    }
  );

  it.each(taken)('%s takes no more than that: %j', async (action, wish, rights) => {
    const { access } = await makeGuest();
    const stands = action === 'approve' ? { closed: true, waiting: true } : { closed: action === 'reopen' };
    await changeGuest(access.guestId ?? '', stands);
    const report = await doOnGuests(await editor(['guests.read', ...rights]), action, [access.guestId], wish);
    expect(report.state).toBe('done');
  });

  it('is not for those who may not see guests', async () => {
    const { access } = await makeGuest();
    await startOnGuests(await editor(every), 'close', [access.guestId]).expect(403);
  });

  it.each<[string, (actor: Actor) => Promise<void>]>([
    [
      'was blocked',
      async (actor) => {
        const { id } = (await as(actor).get('/admin/users/me').expect(200)).body.data;
        await site.strapi.db.query('admin::user').update({ where: { id }, data: { blocked: true } });
      },
    ],
    [
      'lost a right',
      async (actor) => {
        const { id } = (await as(actor).get('/admin/users/me').expect(200)).body.data;
        const role = await site.strapi.service('admin::role').create({ name: randomUUID(), description: '' });
        await site.strapi.db.query('admin::user').update({ where: { id }, data: { roles: [role.id] } });
      },
    ],
  ])('brings nothing about for an editor who %s after they asked for it', async (_how, change) => {
    const { access } = await makeGuest();
    const by = await editor(['guests.read', 'guests.delete']);
    const { body } = await startOnGuests(by, 'delete', [access.guestId]).expect(200);
    await change(by);
    const { documentId } = body.data;
    for (const deadline = Date.now() + 30_000; ; await new Promise((go) => setTimeout(go, 50))) {
      const row = await jobs().where({ document_id: documentId }).first();
      if (row.ended_at !== null) {
        expect(row).toMatchObject({ status: 'failed', result: null });
        break;
      }
      if (Date.now() > deadline) throw new Error(`the job stayed ${row.status}`);
    }
    await guestOf(access.guestId);
  });

  it('is nobody’s but of who asked for it', async () => {
    const { guest } = await makePerson();
    const { documentId: jobId } = await doOnGuests(await administrator(), 'close', [guest.documentId]);
    const by = await editor(['guests.read', ...every]);
    await as(by).get(pathTo('GetBulkGuests', { jobId })).expect(404);
    await as(by).post(pathTo('CancelBulkGuests', { jobId })).expect(404);
    await as(by)
      .get(`${pathTo('ExportBulkGuests')}?jobId=${jobId}`)
      .expect(404);
    expect((await as(by).get(pathTo('FindBulkGuests')).expect(200)).body.data.newest).toBeNull();
  });

  it('is not read by way of another kind of job, nor another kind by way of it', async () => {
    const { guest } = await makePerson();
    const admin = await administrator();
    const { documentId: jobId } = await doOnGuests(admin, 'close', [guest.documentId]);
    await as(admin).get(pathTo('GetBulkAccess', { jobId })).expect(404);
  });

  it('mails no key to an address that was set by somebody who may not give accesses', async () => {
    const typist = await editor(['contacts.read', 'contacts.update']);
    const { contact, access } = await makeGuest({ accessTypes: [] });
    const { lastName, firstName, phone, directLine, mobile, locale } = contact;
    const unvouched = `${randomUUID()}@tests.example`;
    const changed = { lastName, firstName, phone, directLine, mobile, locale, company: null, email: unvouched };
    // Refused outright as somebody stands behind it; the column says what an import or an older version may have left.
    await as(typist)
      .put(pathTo('UpdateContact', { contactId: contact.documentId }), changed)
      .expect(403);
    await site.strapi.db
      .connection('guest_access_contacts')
      .where({ document_id: contact.documentId })
      .update({ email: unvouched, email_unvouched: true });
    const by = await editor(['guests.read', 'keys.send']);
    expect((await doOnGuests(by, 'send-keys', [access.guestId])).counts).toEqual([
      { outcome: 'unvouched-address', count: 1 },
    ]);
    await doOnGuests(await administrator(), 'send-keys', [access.guestId]);
    await waitForMailTo(unvouched);
  });

  it('leaves nobody half done where one of them is refused', async () => {
    const [one, other] = [await makePerson(), await makePerson()];
    const gone = await makeProject();
    const grants = {
      resources: [{ contentType: 'api::project.project', documentIds: [gone.documentId] }],
      accessTypes: [],
    };
    const admin = await administrator();
    const { body } = await startOnGuests(admin, 'give', [one.guest.documentId, other.guest.documentId], {
      grants,
    }).expect(200);
    await site.strapi.documents('api::project.project').delete({ documentId: gone.documentId });
    for (const deadline = Date.now() + 30_000; ; await new Promise((go) => setTimeout(go, 50))) {
      const row = await jobs().where({ document_id: body.data.documentId }).first();
      if (row.ended_at !== null) break;
      if (Date.now() > deadline) throw new Error(`the job stayed ${row.status}`);
    }
    for (const { guest } of [one, other]) expect((await guestOf(guest.documentId)).resources).toEqual([]);
  });
});
