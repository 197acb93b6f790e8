import { randomUUID } from 'node:crypto';
import type { Contact } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  confirmJoin,
  contentRights,
  editor,
  makeContact,
  makeGuest,
  newAddress,
  nobody,
  proofOf,
  withJoining,
} from '../support';

/*
 * Who is meant by an access: the address and the company of a contact, and which guest a contact's is. Tried by editors with
 * exactly the rights that are named, by our own calls and by the content manager's.
 */

const CONTACT = 'plugin::guest-access.contact';
const COMPANY = 'plugin::guest-access.company';
const contactsOf = pathTo('ListContacts');
const manager = (uid: string) => `/content-manager/collection-types/${uid}`;
const word = () => `m${randomUUID().slice(0, 8)}`;
const address = () => `${word()}@tests.example`;

const admin = async () => as(await administrator());
const clerk = () => editor(['contacts.read', 'contacts.create', 'contacts.update', 'contacts.delete']);
/** Holds all of Strapi's rights on contacts and companies, and none of ours. */
const contentEditor = () => editor([], [...contentRights(CONTACT), ...contentRights(COMPANY)]);

const readContact = async ({ documentId }: Pick<Contact, 'documentId'>): Promise<Contact> =>
  (await (await admin()).get(pathTo('GetContact', { contactId: documentId })).expect(200)).body.data;

const rowOf = async (uid: string, documentId: string): Promise<{ id: number; documentId: string }> => {
  const row: unknown = await site.strapi.db.query(uid as typeof CONTACT).findOne({ where: { documentId } });
  return row as { id: number; documentId: string };
};

const asInput = (contact: Contact, change: object = {}) => ({
  lastName: contact.lastName,
  firstName: contact.firstName,
  email: contact.email,
  phone: contact.phone,
  directLine: contact.directLine,
  mobile: contact.mobile,
  locale: contact.locale,
  company: contact.company && { documentId: contact.company.documentId },
  ...change,
});

const refusedAt = (field: string) => ({
  status: 403,
  body: { error: { details: { code: 'access_decides', errors: [{ path: [field] }] } } },
});

/** Somebody stands behind the first; the other is of another company, and nobody's. */
const cast = async () => {
  const guest = await makeGuest({ contact: { company: { name: word() } } });
  const other = await makeContact({ company: { name: word() } });
  return { guest, other, contact: await readContact(guest.contact) };
};

describe('X02 a contact behind whom a guest stands', () => {
  it('is given neither another address nor another company by who may only change contacts', async () => {
    const { contact, other } = await cast();
    const by = as(await clerk());
    const put = (change: object) =>
      by.put(pathTo('UpdateContact', { contactId: contact.documentId }), asInput(contact, change));
    const companies = await site.strapi.db.query(COMPANY as typeof CONTACT).count();
    expect(await put({ email: address() })).toMatchObject(refusedAt('email'));
    expect(await put({ email: null })).toMatchObject(refusedAt('email'));
    expect(await put({ company: { documentId: other.company?.documentId } })).toMatchObject(refusedAt('company'));
    expect(await put({ company: { name: word() } })).toMatchObject(refusedAt('company'));
    expect(await put({ company: null })).toMatchObject(refusedAt('company'));
    expect(await readContact(contact)).toEqual(contact);
    expect(await site.strapi.db.query(COMPANY as typeof CONTACT).count()).toBe(companies);
  });

  it('is changed otherwise by them, where address and company stay', async () => {
    const { contact } = await cast();
    const by = as(await clerk());
    const url = pathTo('GetContact', { contactId: contact.documentId });
    const change = { phone: '01 02 03', email: contact.email?.toUpperCase() };
    expect((await by.put(url, asInput(contact, change))).body.data).toMatchObject({ phone: '01 02 03' });
    const named = { company: { name: ` ${contact.company?.name.toUpperCase()} ` } };
    expect((await by.put(url, asInput(contact, named))).body.data.company).toEqual(contact.company);
  });

  it('is given both by who may manage accesses', async () => {
    const { contact, other } = await cast();
    const by = as(await editor(['contacts.update', 'access.manage']));
    const email = address();
    const changed = await by
      .put(
        pathTo('UpdateContact', { contactId: contact.documentId }),
        asInput(contact, { email, company: other.company && { documentId: other.company.documentId } })
      )
      .expect(200);
    expect(changed.body.data).toMatchObject({ email, company: other.company });
  });

  it('is the same in the content manager', async () => {
    const { contact, other } = await cast();
    const by = as(await contentEditor());
    const url = `${manager(CONTACT)}/${contact.documentId}`;
    const from = await rowOf(COMPANY, contact.company?.documentId ?? '');
    const to = await rowOf(COMPANY, other.company?.documentId ?? '');
    expect(await by.put(url, { email: address() })).toMatchObject(refusedAt('email'));
    expect(await by.put(url, { email: null })).toMatchObject(refusedAt('email'));
    expect(await by.put(url, { company: { connect: [to], disconnect: [from] } })).toMatchObject(refusedAt('company'));
    expect(await by.put(url, { company: { disconnect: [from] } })).toMatchObject(refusedAt('company'));
    expect(await by.put(url, { company: to.id })).toMatchObject(refusedAt('company'));
    expect(await by.put(url, { company: null })).toMatchObject(refusedAt('company'));
    expect(await by.put(url, { company: { set: [to] } })).toMatchObject(refusedAt('company'));
    expect(await readContact(contact)).toEqual(contact);
    await by
      .put(url, { lastName: 'Autre', email: contact.email, company: { connect: [], disconnect: [] } })
      .expect(200);
    expect(await readContact(contact)).toMatchObject({ lastName: 'Autre', company: contact.company });
  });

  it('is moved from no company’s side either, nor by copying or deleting one', async () => {
    const { contact, other } = await cast();
    const by = as(await contentEditor());
    const row = await rowOf(CONTACT, contact.documentId);
    const [own, foreign] = [contact.company?.documentId, other.company?.documentId].map(
      (id) => `${manager(COMPANY)}/${id}`
    );
    const tries = [
      () => by.put(`${foreign}`, { contacts: { connect: [row], disconnect: [] } }),
      () => by.put(`${foreign}`, { contacts: { set: [row] } }),
      () => by.put(`${foreign}`, { contacts: [row.id] }),
      () => by.post(manager(COMPANY), { name: word(), contacts: { connect: [row] } }),
      () => by.post(manager(COMPANY), { name: word(), contacts: [row.id] }),
      () => by.put(`${own}`, { contacts: { disconnect: [row] } }),
      () => by.put(`${own}`, { contacts: { set: [] } }),
      () => by.put(`${own}`, { contacts: null }),
      () => by.post(`${manager(COMPANY)}/clone/${contact.company?.documentId}`, { name: word() }),
      () => by.delete(`${own}`),
      () => by.post(`${manager(COMPANY)}/actions/bulkDelete`, { documentIds: [contact.company?.documentId] }),
    ];
    for (const [index, attempt] of tries.entries()) {
      const { status, body } = await attempt();
      expect([index, status, codeOf({ body })]).toEqual([index, 403, 'access_decides']);
      expect(body.error.details.errors[0].path).toEqual(['contacts']);
    }
    expect(await readContact(contact)).toEqual(contact);
    // Who is of no guest's is moved as before.
    const free = await rowOf(CONTACT, other.documentId);
    await by.put(`${own}`, { contacts: { connect: [free], disconnect: [] } }).expect(200);
    expect((await readContact(other)).company).toEqual(contact.company);
  });

  it('goes by the guests who are paired with it too, not only by its own', async () => {
    const { guest, other } = await cast();
    const { version, resources, accessTypes } = guest.access;
    await (
      await admin()
    )
      .put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), {
        version,
        closed: false,
        resources,
        accessTypes,
        pairedContactIds: [guest.contact.documentId, other.documentId],
      })
      .expect(200);
    const answer = await as(await clerk()).put(
      pathTo('UpdateContact', { contactId: other.documentId }),
      asInput(other, { email: address() })
    );
    expect(answer).toMatchObject(refusedAt('email'));
  });

  it('is changed by the site’s own code, which asks nobody', async () => {
    const { contact } = await cast();
    const email = address();
    await site.strapi.documents(CONTACT).update({ documentId: contact.documentId, data: { email } as object });
    expect((await readContact(contact)).email).toBe(email);
  });
});

describe('X02 a company whose contacts’ rows guests see', () => {
  const seen = async (): Promise<{ company: string; other: Contact }> => {
    const { guest, other, contact } = await cast();
    const { version, resources, accessTypes } = guest.access;
    await (
      await admin()
    )
      .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
        version,
        closed: false,
        resources,
        accessTypes,
        companyRecords: true,
      })
      .expect(200);
    return { company: contact.company?.documentId ?? '', other };
  };

  it('is given no contact by who may not give accesses: their rows would appear', async () => {
    const { company, other } = await seen();
    const answer = await as(await clerk()).put(
      pathTo('UpdateContact', { contactId: other.documentId }),
      asInput(other, { company: { documentId: company } })
    );
    expect(answer).toMatchObject(refusedAt('company'));
    const row = await rowOf(CONTACT, other.documentId);
    const moved = await as(await contentEditor()).put(`${manager(COMPANY)}/${company}`, {
      contacts: { connect: [row] },
    });
    expect(moved).toMatchObject(refusedAt('contacts'));
    expect(await readContact(other)).toEqual(other);
  });

  it('may be left, and is open to a contact who is made', async () => {
    const { company } = await seen();
    const by = as(await clerk());
    const { body } = await by.post(contactsOf, { lastName: word(), company: { documentId: company } }).expect(200);
    const left = await by
      .put(pathTo('UpdateContact', { contactId: body.data.documentId }), asInput(body.data, { company: null }))
      .expect(200);
    expect(left.body.data.company).toBeNull();
  });
});

describe('X03 an address that somebody set who may not give accesses', () => {
  const open = { mode: 'domains', domains: [{ domain: 'tests.example' }] };
  const guestAt = (email: string) => site.strapi.db.connection('guest_access_guests').where({ email_key: email });
  const giveAccess = async ({ documentId }: Contact) =>
    (await admin())
      .put(pathTo('SaveContactAccess', { contactId: documentId }), {
        version: 0,
        closed: false,
        resources: [],
        accessTypes: ['tasks'],
      })
      .expect(200);
  const tasksOf = (token: string) =>
    as({ name: 'guest', headers: { Authorization: `Bearer ${token}` } }).get('/api/tasks');
  const byOurCall = async (contact: Contact, email: string) =>
    as(await clerk()).put(pathTo('UpdateContact', { contactId: contact.documentId }), asInput(contact, { email }));
  const byTheManager = async (contact: Contact, email: string) =>
    as(await contentEditor()).put(`${manager(CONTACT)}/${contact.documentId}`, { email });

  it.each([
    ['our own call', byOurCall],
    ['the content manager', byTheManager],
  ])('by %s makes nobody the guest of that contact who joins with it', async (_way, set) => {
    await withJoining(open, async () => {
      const [contact, email] = [await makeContact(), newAddress('tests.example')];
      expect((await set(contact, email)).status).toBe(200);
      await giveAccess(contact);
      const { body } = await confirmJoin(await proofOf(email)).expect(200);
      expect(body.data.outcome).toBe('session');
      expect((await tasksOf(body.data.token)).status).toBe(403);
      const access = await (
        await admin()
      )
        .get(pathTo('GetContactAccess', { contactId: contact.documentId }))
        .expect(200);
      const [joined] = await guestAt(email);
      expect(joined.document_id).not.toBe(access.body.data.guestId);
      expect(joined.own_contact).not.toBe(contact.documentId);
    });
  });

  it('pairs nobody before the access is given either, until somebody who may has saved the contact', async () => {
    await withJoining(open, async () => {
      const by = as(await clerk());
      const [trap, kept] = [newAddress('tests.example'), newAddress('tests.example')];
      const [one, other] = [await makeContact(), await makeContact()];
      await by.put(pathTo('UpdateContact', { contactId: one.documentId }), asInput(one, { email: trap })).expect(200);
      await by
        .put(pathTo('UpdateContact', { contactId: other.documentId }), asInput(other, { email: kept }))
        .expect(200);
      await (
        await admin()
      )
        .put(pathTo('UpdateContact', { contactId: other.documentId }), asInput(other, { email: kept }))
        .expect(200);
      for (const email of [trap, kept]) await confirmJoin(await proofOf(email)).expect(200);
      expect((await guestAt(trap))[0].own_contact).not.toBe(one.documentId);
      expect((await guestAt(kept))[0].own_contact).toBe(other.documentId);
    });
  });

  it('of a contact they made is one too', async () => {
    await withJoining(open, async () => {
      const emails = [newAddress('tests.example'), newAddress('tests.example'), newAddress('tests.example')];
      const original = await makeContact({ email: null });
      const made = [
        await as(await clerk())
          .post(contactsOf, { lastName: word(), email: emails[0] })
          .expect(200),
        await as(await contentEditor())
          .post(manager(CONTACT), { lastName: word(), email: emails[1] })
          .expect(201),
        await as(await contentEditor()).post(`${manager(CONTACT)}/clone/${original.documentId}`, { email: emails[2] }),
      ].map(({ body }) => body.data.documentId as string);
      for (const [index, email] of emails.entries()) {
        await confirmJoin(await proofOf(email)).expect(200);
        expect((await guestAt(email))[0].own_contact).not.toBe(made[index]);
      }
    });
  });
});

describe('X03 a guest whom somebody made who may not give accesses', () => {
  const newGuest = (fields: object) => ({
    lastName: word(),
    locale: 'fr',
    resources: [],
    accessTypes: [],
    companyContacts: false,
    companyRecords: false,
    invite: false,
    ...fields,
  });

  it('is not paired with the contact of their address, and gets nothing of what that contact is given', async () => {
    const contact = await makeContact();
    const by = as(await editor(['guests.create', 'keys.issue']));
    const temporaryPassword = 'Provisoire 4471';
    const { body } = await by
      .post(pathTo('CreateGuest'), newGuest({ email: contact.email, temporaryPassword }))
      .expect(200);
    expect(body.data).toMatchObject({ pairedContacts: null, accessTypes: null, resources: null, companyRecords: null });
    await (
      await admin()
    )
      .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
        version: 0,
        closed: false,
        resources: [],
        accessTypes: ['tasks'],
      })
      .expect(200);
    const guest = (await (await admin()).get(pathTo('GetGuest', { guestId: body.data.documentId })).expect(200)).body
      .data;
    expect(guest.accessTypes).toEqual([]);
    expect(guest.pairedContacts.map((one: { documentId: string }) => one.documentId)).not.toContain(contact.documentId);
  });

  it('has no temporary password that they know, without the right to issue keys', async () => {
    const by = as(await editor(['guests.read', 'guests.create', 'guests.update']));
    const email = address();
    const answer = await by.post(pathTo('CreateGuest'), newGuest({ email, temporaryPassword: 'Provisoire 4471' }));
    expect(answer).toMatchObject(refusedAt('temporaryPassword'));
    await as(nobody).post(pathTo('LogInByPassword'), { login: email, password: 'Provisoire 4471' }).expect(401);
  });

  it('is paired with that contact where they may', async () => {
    const contact = await makeContact();
    const by = as(await editor(['guests.create', 'access.manage', 'access.read']));
    const { body } = await by.post(pathTo('CreateGuest'), newGuest({ email: contact.email })).expect(200);
    expect(body.data.pairedContacts.map((one: { documentId: string }) => one.documentId)).toEqual([contact.documentId]);
  });
});
