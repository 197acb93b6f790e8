import type { Contact } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  codeOf,
  doBulk,
  endOfBulk,
  logInByKey,
  makeContact,
  makeGuest,
  makeProject,
  startBulk,
  startInstance,
  waitForMailTo,
  mailsTo,
  type Actor,
} from '../support';

const jobs = () => site.strapi.db.connection('guest_access_jobs');
const keys = () => site.strapi.db.connection('guest_access_vault_keys');
const jobOf = (documentId: string) => jobs().where({ document_id: documentId }).first();

const until = async (isReached: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 30_000; !(await isReached()); await new Promise((go) => setTimeout(go, 20)))
    if (Date.now() > deadline) throw new Error('it does not come to that');
};

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});

const idsOf = (contacts: readonly Contact[]) => contacts.map(({ documentId }) => documentId);
const accessOf = async ({ documentId: contactId }: Contact) =>
  (await as(admin).get(pathTo('GetContactAccess', { contactId })).expect(200)).body.data;
const reportOf = (jobId: string, locale = 'fr') =>
  as(admin).get(`${pathTo('ExportBulkAccess')}?jobId=${jobId}&locale=${locale}`);
const makeContacts = async (amount: number): Promise<Contact[]> => {
  const made = [];
  for (let index = 0; index < amount; index += 1) made.push(await makeContact());
  return made;
};

/** How often what is in the log of a guest. */
const timesOf = async (guest: string, action: string): Promise<number> =>
  site.strapi.db.query('plugin::guest-access.activity').count({ where: { guest, action } });

describe('POST /bulk-access', () => {
  it('O3 gives accesses, obtains keys and mails them, by one call', async () => {
    const contacts = await makeContacts(7);
    const project = await makeProject();
    const report = await doBulk(admin, idsOf(contacts), {
      grants: {
        resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
        accessTypes: ['tasks'],
      },
    });
    expect(report).toMatchObject({
      state: 'done',
      done: 7,
      total: 7,
      asked: { access: true, key: true, mail: 'new' },
      counts: {
        access: [{ outcome: 'created', count: 7 }],
        key: [{ outcome: 'issued', count: 7 }],
        mail: [{ outcome: 'queued', count: 7 }],
      },
      left: { contacts: [], total: 0 },
    });
    const [first] = contacts;
    const [mail] = await waitForMailTo(first?.email ?? '');
    const key = /gak_[0-9A-Za-z]{36}/.exec(mail?.text ?? '')?.[0] ?? '';
    const { actor } = await logInByKey(key);
    await as(actor).get(`/api/projects/${project.documentId}`).expect(200);
    const { guestId } = await accessOf(contacts[0] as Contact);
    for (const action of ['access.saved', 'key.issued', 'key.sent']) expect(await timesOf(guestId, action)).toBe(1);
  });

  it('says of each contact what came of it, and opens nothing that is closed', async () => {
    const [fresh, silent, closed, waiting, open, gone] = [
      await makeContact(),
      await makeContact({ email: null }),
      await makeGuest(),
      await makeGuest(),
      await makeGuest(),
      await makeContact(),
    ];
    await changeGuest(closed.access.guestId ?? '', { closed: true });
    await changeGuest(waiting.access.guestId ?? '', { closed: true, waiting: true });
    await as(admin)
      .delete(pathTo('DeleteContact', { contactId: gone.documentId }))
      .expect(204);
    const ids = idsOf([fresh, silent, closed.contact, waiting.contact, open.contact, gone]);
    const report = await doBulk(admin, [...ids, fresh.documentId], { mailKeys: 'all' });
    expect(report.total).toBe(6);
    expect(report.counts).toEqual({
      access: [
        { outcome: 'created', count: 2 },
        { outcome: 'extended', count: 3 },
        { outcome: 'contact-gone', count: 1 },
      ],
      key: [
        { outcome: 'issued', count: 2 },
        { outcome: 'kept', count: 1 },
        { outcome: 'closed', count: 1 },
        { outcome: 'waiting', count: 1 },
      ],
      mail: [
        { outcome: 'queued', count: 2 },
        { outcome: 'closed', count: 1 },
        { outcome: 'waiting', count: 1 },
        { outcome: 'no-address', count: 1 },
      ],
    });
    expect(report.left.contacts.map(({ name, key, mail }) => [name, key, mail])).toEqual([
      [`${silent.lastName} Arthur`, 'issued', 'no-address'],
      [`${closed.contact.lastName} Arthur`, 'closed', 'closed'],
      [`${waiting.contact.lastName} Arthur`, 'waiting', 'waiting'],
      [null, null, null],
    ]);
    expect((await accessOf(closed.contact)).state).toBe('closed');
    expect((await accessOf(waiting.contact)).state).toBe('waiting');
    // The key that was there is mailed, and still lets in.
    await logInByKey(open.key);
    const [mail] = await waitForMailTo(open.contact.email ?? '');
    expect(mail?.text).toContain(open.key);
  });

  it('writes to those alone who get a key by it, where that is asked, and gives nothing where nothing is to be given', async () => {
    const [open, none] = [await makeGuest(), await makeContact()];
    const before = await accessOf(open.contact);
    const report = await doBulk(admin, idsOf([open.contact, none]), { grants: null });
    expect(report.counts).toEqual({
      access: [],
      key: [
        { outcome: 'kept', count: 1 },
        { outcome: 'no-access', count: 1 },
      ],
      mail: [
        { outcome: 'had-key', count: 1 },
        { outcome: 'no-access', count: 1 },
      ],
    });
    expect(await accessOf(open.contact)).toEqual(before);
    expect(await mailsTo(open.contact.email ?? '')).toEqual([]);
  });

  it('refuses what cannot be done, before anything is', async () => {
    const contact = await makeContact();
    const unknown = {
      resources: [{ contentType: 'api::project.project', documentIds: ['b'.repeat(24)] }],
      accessTypes: [],
    };
    const nothing = { grants: null, issueKeys: false, mailKeys: 'none' };
    for (const wish of [{ grants: unknown }, nothing, { contactIds: [] }, { mailKeys: 'twice' }]) {
      expect(codeOf(await startBulk(admin, [contact.documentId], wish).expect(400))).toBe('invalid_body');
    }
    expect((await accessOf(contact)).state).toBe('none');
  });

  it('gives up where something of what is to be given goes meanwhile, and says so', async () => {
    const contact = await makeContact();
    const project = await makeProject();
    const resources = [{ contentType: 'api::project.project', documentIds: [project.documentId] }];
    const { body } = await startBulk(admin, [contact.documentId], { grants: { resources, accessTypes: [] } }).expect(
      200
    );
    await site.strapi.documents('api::project.project').delete({ documentId: project.documentId });
    expect(await endOfBulk(admin, body.data)).toMatchObject({ state: 'failed', done: 0 });
    expect((await accessOf(contact)).state).toBe('none');
  });

  it('is stopped, and what is done stays done and told', async () => {
    const contacts = await makeContacts(30);
    const { body } = await startBulk(admin, idsOf(contacts)).expect(200);
    const jobId: string = body.data.documentId;
    await until(async () => Number((await jobOf(jobId)).done) > 0);
    await as(admin).post(pathTo('CancelBulkAccess', { jobId })).expect(200);
    const report = await endOfBulk(admin, { documentId: jobId });
    expect(report.state).toBe('cancelled');
    expect(report.done).toBeLessThan(30);
    expect(report.counts.key).toEqual([{ outcome: 'issued', count: report.done }]);
    expect(codeOf(await as(admin).post(pathTo('CancelBulkAccess', { jobId })).expect(409))).toBe('conflict');
    expect((await as(admin).get(pathTo('FindBulkAccess')).expect(200)).body.data.newest).toMatchObject({
      documentId: jobId,
    });
  });

  it('makes one key and one mail for each, also where the instance that was at it is killed', async () => {
    const contacts = await makeContacts(40);
    const instance = await startInstance();
    const response = await fetch(instance.url + pathTo('StartBulkAccess'), {
      method: 'POST',
      headers: { ...admin.headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        contactIds: idsOf(contacts),
        grants: { resources: [], accessTypes: ['tasks'] },
        issueKeys: true,
        mailKeys: 'new',
      }),
    });
    const { data } = await response.json();
    await until(async () => Number((await jobOf(data.documentId)).done) >= 10);
    instance.kill();
    await instance.gone;
    expect(Number((await jobOf(data.documentId)).done)).toBeLessThan(40);
    // As if its lease had run out.
    await jobs().where({ document_id: data.documentId }).update({ lease_until: 1 });
    const report = await endOfBulk(admin, data);
    expect(report.counts.mail).toEqual([{ outcome: 'queued', count: 40 }]);
    expect(report.counts.key).toEqual([{ outcome: 'issued', count: 40 }]);
    for (const contact of contacts) {
      const { guestId } = await accessOf(contact);
      expect(await timesOf(guestId, 'key.issued')).toBe(1);
      expect(await keys().where({ guest: guestId })).toHaveLength(1);
      const mails = await site.strapi.db
        .query('plugin::guest-access.mail-message')
        .count({ where: { kind: 'access-key', aboutId: guestId } });
      expect(mails).toBe(1);
    }
  });

  it('keeps nothing of a step that fails, and does it again', async () => {
    const contacts = await makeContacts(4);
    let fails = 1;
    const remove = site.strapi.db.lifecycles.subscribe({
      models: ['plugin::guest-access.guest'],
      beforeCreate: ({ params }) => {
        if (params.data['ownContact'] === contacts[2]?.documentId && fails-- > 0) throw new Error('The disk is full');
      },
    });
    const { body } = await startBulk(admin, idsOf(contacts)).expect(200);
    await until(async () => (await jobOf(body.data.documentId)).last_error !== null);
    remove();
    expect(await jobOf(body.data.documentId)).toMatchObject({ step: null, done: null });
    expect((await accessOf(contacts[0] as Contact)).state).toBe('none');
    await as(admin)
      .post(pathTo('RetryJob', { jobId: body.data.documentId }))
      .expect(200);
    expect((await endOfBulk(admin, body.data)).counts.key).toEqual([{ outcome: 'issued', count: 4 }]);
  });
});

describe('GET /bulk-access-report', () => {
  it('has what came of each contact as a table, in the reader’s language, safe from formulas', async () => {
    const named = await makeContact({ lastName: '=HYPERLINK("x")', firstName: 'Élodie' });
    const silent = await makeContact({ email: null });
    const { documentId } = await doBulk(admin, idsOf([named, silent]));
    const { text, headers } = await reportOf(documentId).expect(200);
    const lines = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(lines[0]).toBe('Nom;Prénom;Entreprise;E-mail;Accès invité;Clé;Envoi');
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")";Élodie;`);
    expect(lines[1]).toContain(';Créé;Obtenue;En cours d’envoi');
    expect(lines[2]).toContain(';Créé;Obtenue;Pas d’adresse e-mail');
    expect(headers['content-disposition']).toContain('acces-envoyes.csv');
    expect((await reportOf(documentId, 'cs').expect(200)).text).toContain('Získán');
  });
});
