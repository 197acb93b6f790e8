import { randomUUID } from 'node:crypto';
import type { Contact, Permission } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, editor, makeContact, makeGuest, nobody, type Actor } from '../support';

/*
 * To merge contacts is to change one and to delete one, to give a guest another's rows, and to let whoever is told apart be seen: each right
 * alone tries it.
 */

const word = () => `d${randomUUID().slice(0, 8)}`;
const clerk = () => editor(['contacts.read', 'contacts.update', 'contacts.delete']);

const merge = (actor: Actor, kept: Contact, merged: Contact, taken: string[] = ['email', 'company', 'lastName']) =>
  as(actor).post(pathTo('MergeContacts'), {
    kept: kept.documentId,
    merged: merged.documentId,
    seen: { kept: kept.updatedAt, merged: merged.updatedAt },
    taken,
  });
const statusOf = async ({ documentId }: Contact) =>
  (await as(await administrator()).get(pathTo('GetContact', { contactId: documentId }))).status;

describe('X02 whoever merges contacts', () => {
  it.each<Permission[]>([
    ['contacts.read', 'contacts.update'],
    ['contacts.update', 'contacts.delete'],
    ['contacts.read', 'contacts.delete'],
    ['contacts.update', 'access.manage'],
    ['access.manage', 'contacts.read', 'contacts.delete'],
  ])('with %s and %s alone merges none', async (...held) => {
    const [one, other] = [await makeContact(), await makeContact()];
    expect((await merge(await editor(held), one, other)).status).toBe(403);
    expect([await statusOf(one), await statusOf(other)]).toEqual([200, 200]);
  });

  it('may see, change and delete contacts, and merges two behind whom nobody stands', async () => {
    await merge(await clerk(), await makeContact(), await makeContact()).expect(200);
  });

  it.each(['kept', 'merged'] as const)('has no say over a guest: not over one behind the %s contact', async (side) => {
    const guest = await makeGuest();
    const mine = await makeContact({ email: `evil.${word()}@example.com` });
    const [kept, merged] = side === 'kept' ? [guest.contact, mine] : [mine, guest.contact];
    const answer = await merge(await clerk(), kept, merged);
    expect([answer.status, codeOf(answer)]).toEqual([403, 'access_decides']);
    expect([await statusOf(kept), await statusOf(merged)]).toEqual([200, 200]);
    await as(guest.actor).get('/api/tasks').expect(200);
  });

  it('brings no rows into a company whose rows guests see', async () => {
    const company = { name: word() };
    const guest = await makeGuest({ contact: { company } });
    const admin = as(await administrator());
    const contactId = guest.contact.documentId;
    const { body } = await admin.get(pathTo('GetContactAccess', { contactId })).expect(200);
    await admin
      .put(pathTo('SaveContactAccess', { contactId }), {
        ...{ version: body.data.version, closed: false, resources: [], accessTypes: ['tickets'] },
        companyRecords: true,
      })
      .expect(200);
    const colleague = await makeContact({ company });
    const stranger = await makeContact({ company: { name: word() } });
    for (const taken of [[], ['company']]) {
      const pair = taken.length === 0 ? ([colleague, stranger] as const) : ([stranger, colleague] as const);
      expect(codeOf(await merge(await clerk(), ...pair, taken))).toBe('access_decides');
    }
    await merge(await administrator(), colleague, stranger, []).expect(200);
  });

  it('vouches for no address that somebody typed who may not decide over accesses', async () => {
    const typed = (
      await as(await editor(['contacts.create', 'contacts.read']))
        .post(pathTo('CreateContact'), { lastName: word(), email: `evil.${word()}@example.com` })
        .expect(200)
    ).body.data as Contact;
    const kept = await makeContact({ email: null });
    await merge(await clerk(), kept, typed, ['email']).expect(200);
    const row = await site.strapi.db
      .query('plugin::guest-access.contact' as 'admin::user')
      .findOne({ where: { documentId: kept.documentId } });
    expect(row).toMatchObject({ email: typed.email, emailUnvouched: true });
  });
});

describe('possible duplicates', () => {
  it('are for who may see contacts, and nobody outside of the panel', async () => {
    expect((await as(await editor(['contacts.update', 'access.read'])).get(pathTo('ListDuplicates'))).status).toBe(403);
    await as(nobody).get(pathTo('ListDuplicates')).expect(401);
    await as((await makeGuest()).actor)
      .get(pathTo('ListDuplicates'))
      .expect(401);
    await as(nobody).post(pathTo('MergeContacts'), {}).expect(401);
  });

  it('are told apart by who may change contacts', async () => {
    const body = { one: (await makeContact()).documentId, other: (await makeContact()).documentId, apart: true };
    expect((await as(await editor(['contacts.read'])).put(pathTo('TellApart'), body)).status).toBe(403);
  });

  it('tell nothing of accesses to who may not see them', async () => {
    const email = `${word()}@tests.example`;
    const guest = await makeGuest({ contact: { email } });
    await makeContact({ email });
    const { body } = await as(await editor(['contacts.read']))
      .get(`${pathTo('ListDuplicates')}?pageSize=100`)
      .expect(200);
    const [found] = body.data.duplicates.filter(
      ({ older }: { older: Contact }) => older.documentId === guest.contact.documentId
    );
    expect(found.older.accessState).toBeNull();
  });
});
