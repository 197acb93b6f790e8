import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  changeGuest,
  codeOf,
  editor,
  logInByKey,
  makeContact,
  makeGuest,
  makePerson,
  makeProject,
  type Actor,
} from '../support';

/* What the list and the page of a guest show beside the guest: what they hold, their sessions, what the log says. */

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});

const dayMs = 24 * 3_600_000;
const list = async (query: Record<string, string>, actor: Actor = admin) =>
  (
    await as(actor)
      .get(`${pathTo('ListGuests')}?${new URLSearchParams(query).toString()}`)
      .expect(200)
  ).body.data;
const named = async (name: string, query: Record<string, string> = {}) =>
  (await list({ q: name, ...query })).guests.map(({ documentId }: { documentId: string }) => documentId);

describe('the list of guests', () => {
  it('says what each holds, and where one without an address is written to', async () => {
    const name = randomUUID();
    const project = await makeProject();
    const { contact } = await makeGuest({ projects: [project], contact: { lastName: name } });
    const [row] = (await list({ q: name })).guests;
    expect(row).toMatchObject({
      email: null,
      contactEmail: contact.email,
      holds: { accessTypes: ['tasks'], resources: 1, key: { expiresAt: null }, contactId: contact.documentId },
    });
  });

  it('tells none of it without the right to see accesses, and the address only with the right to see contacts', async () => {
    const name = randomUUID();
    const { contact } = await makeGuest({ contact: { lastName: name } });
    const seenBy = async (...rights: Parameters<typeof editor>[0]) =>
      (await list({ q: name }, await editor(['guests.read', ...rights]))).guests[0];
    expect(await seenBy()).toMatchObject({ contactEmail: null, holds: null });
    expect(await seenBy('contacts.read')).toMatchObject({ contactEmail: null, holds: null });
    expect(await seenBy('access.read')).toMatchObject({ contactEmail: null, holds: { accessTypes: ['tasks'] } });
    expect(await seenBy('access.read', 'contacts.read')).toMatchObject({ contactEmail: contact.email });
  });

  it('is narrowed by access type, company and key', async () => {
    const name = randomUUID();
    const [withTasks, bare] = [
      await makeGuest({ contact: { lastName: name, company: { name } } }),
      await makePerson({ lastName: name }),
    ];
    const [tasks, other] = [withTasks.access.guestId, bare.guest.documentId];
    expect(await named(name, { accessType: 'tasks' })).toEqual([tasks]);
    expect(await named(name, { companyId: withTasks.contact.company?.documentId ?? '' })).toEqual([tasks]);
    expect(await named(name, { keyTerm: 'none' })).toEqual([other]);
    expect(await named(name, { keyTerm: 'open-ended' })).toEqual([tasks]);
    expect(await named(name, { keyTerm: 'soon' })).toEqual([]);
    await as(admin)
      .put(pathTo('ProlongKey', { contactId: withTasks.contact.documentId }), {
        expiresAt: new Date(Date.now() + 29 * dayMs).toISOString(),
      })
      .expect(200);
    expect(await named(name, { keyTerm: 'soon' })).toEqual([tasks]);
    expect(await named(name, { keyTerm: 'open-ended' })).toEqual([]);
  });

  it.each([
    ['accessType', 'tasks'],
    ['companyId', 'a'.repeat(24)],
    ['keyTerm', 'none'],
  ])('answers no question about what somebody holds without the right to see that: %s', async (asked, value) => {
    const by = await editor(['guests.read']);
    const search = new URLSearchParams({ [asked]: value }).toString();
    for (const name of ['ListGuests', 'ListGuestIds', 'ExportGuests'] as const)
      await as(by)
        .get(`${pathTo(name)}?${search}&${name === 'ExportGuests' ? 'format=csv' : ''}`)
        .expect(403);
  });

  it('is narrowed by how long somebody was away', async () => {
    const name = randomUUID();
    const ids: string[] = [];
    for (const days of [null, 1, 31, 91, 366]) {
      const { guest } = await makePerson({ lastName: name });
      ids.push(guest.documentId);
      await changeGuest(guest.documentId, { lastSeenAt: days === null ? null : Date.now() - days * dayMs });
    }
    const [never, , month, quarter, year] = ids;
    const sorted = async (absence: string) => (await named(name, { absence })).sort();
    expect(await sorted('never')).toEqual([never]);
    expect(await sorted('month')).toEqual([month, quarter, year].sort());
    expect(await sorted('quarter')).toEqual([quarter, year].sort());
    expect(await sorted('year')).toEqual([year]);
  });
});

describe('a guest’s sessions', () => {
  it('are listed for an editor, and ended by one, without taking the key away', async () => {
    const { access, actor, key } = await makeGuest();
    await logInByKey(key);
    const path = pathTo('ListGuestSessions', { guestId: access.guestId ?? '' });
    const { sessions } = (await as(admin).get(path).expect(200)).body.data;
    expect(sessions).toHaveLength(2);
    expect(sessions[0]).toMatchObject({ door: 'key', device: { browser: null } });
    expect(JSON.stringify(sessions)).not.toMatch(/digest|gas_/);
    await as(admin).delete(path).expect(204);
    await as(actor).get(pathTo('GetMe')).expect(401);
    expect((await as(admin).get(path).expect(200)).body.data.sessions).toEqual([]);
    await logInByKey(key);
  });

  it('are nobody’s where there is no such guest', async () => {
    const path = pathTo('ListGuestSessions', { guestId: 'a'.repeat(24) });
    await as(admin).get(path).expect(404);
    await as(admin).delete(path).expect(404);
  });
});

describe('PUT /contacts/:contactId/key', () => {
  it('lets an expired key in again, and closes what a shorter one has opened', async () => {
    const { contact, access, key } = await makeGuest();
    const path = pathTo('ProlongKey', { contactId: contact.documentId });
    await site.strapi.db
      .connection('guest_access_vault_keys')
      .where({ guest: access.guestId })
      .update({ expires_at: Date.now() - 1_000 });
    await as({ name: 'nobody', headers: {} }).post(pathTo('LogInByKey'), { key }).expect(401);
    await as(admin)
      .put(path, { expiresAt: new Date(Date.now() + dayMs).toISOString() })
      .expect(200);
    await logInByKey(key);
  });

  it('refuses a moment that is past, and a key that there is not', async () => {
    const { contact } = await makeGuest();
    const path = pathTo('ProlongKey', { contactId: contact.documentId });
    const past = await as(admin)
      .put(path, { expiresAt: new Date(Date.now() - 1).toISOString() })
      .expect(400);
    expect(codeOf(past)).toBe('invalid_body');
    await as(admin)
      .delete(pathTo('RevokeKey', { contactId: contact.documentId }))
      .expect(200);
    expect(codeOf(await as(admin).put(path, { expiresAt: null }).expect(409))).toBe('no_key');
    const bare = await makeContact();
    await as(admin)
      .put(pathTo('ProlongKey', { contactId: bare.documentId }), { expiresAt: null })
      .expect(404);
  });
});

describe('the company of a new guest', () => {
  const contactOf = async (contactId: string) =>
    (await as(admin).get(pathTo('GetContact', { contactId })).expect(200)).body.data;

  it('is found by its folded name, or made', async () => {
    const name = `Maison ${randomUUID()}`;
    const [first, second] = [
      await makePerson({ companyName: name }),
      await makePerson({ companyName: name.toUpperCase() }),
    ];
    const [one, other] = [await contactOf(first.guest.contactId ?? ''), await contactOf(second.guest.contactId ?? '')];
    expect(one.company.name).toBe(name);
    expect(other.company).toEqual(one.company);
  });

  it('is left as it is of a contact who is there already', async () => {
    const contact = await makeContact({ company: null });
    const { guest } = await makePerson({ email: contact.email, companyName: randomUUID() });
    expect(guest.contactId).toBe(contact.documentId);
    expect((await contactOf(contact.documentId)).company).toBeNull();
  });

  it('is chosen by whoever manages accesses: to others’ companies belongs what their guests see', async () => {
    const by = await editor(['guests.create']);
    const body = { lastName: 'N', email: `${randomUUID()}@tests.example`, locale: 'fr', companyName: 'Maison' };
    const bare = { resources: [], accessTypes: [], companyContacts: false, companyRecords: false, invite: false };
    const refused = await as(by)
      .post(pathTo('CreateGuest'), { ...body, ...bare })
      .expect(403);
    expect(codeOf(refused)).toBe('access_decides');
  });
});
