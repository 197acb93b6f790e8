import { randomUUID } from 'node:crypto';
import type { Contact, ListDuplicates, MergeContacts, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, makeContact, makeGuest } from '../support';

const TICKET = 'api::ticket.ticket';
const DOSSIER = 'api::dossier.dossier';
const word = () => `d${randomUUID().slice(0, 8)}`;

type Found = ResponseOf<typeof ListDuplicates>['duplicates'];

/** What is offered, of these contacts only: other files make contacts too. */
const offered = async (...contacts: Contact[]): Promise<Found> => {
  const ours = new Set(contacts.map(({ documentId }) => documentId));
  const found: Found = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const { body } = await as(await administrator())
      .get(`${pathTo('ListDuplicates')}?page=${page}&pageSize=100`)
      .expect(200);
    found.push(...body.data.duplicates);
    pages = body.data.pagination.pageCount;
  }
  return found.filter(({ older, newer }) => ours.has(older.documentId) || ours.has(newer.documentId));
};
const said = (found: Found) => found.map(({ by, older, newer }) => [by, older.documentId, newer.documentId]);

const read = async ({ documentId }: Contact) =>
  as(await administrator()).get(pathTo('GetContact', { contactId: documentId }));

const merge = async (kept: Contact, merged: Contact, taken: string[] = [], seen: object = {}) =>
  as(await administrator()).post(pathTo('MergeContacts'), {
    kept: kept.documentId,
    merged: merged.documentId,
    seen: { kept: kept.updatedAt, merged: merged.updatedAt, ...seen },
    taken,
  });
const merged = async (...given: Parameters<typeof merge>): Promise<ResponseOf<typeof MergeContacts>> => {
  const { status, body } = await merge(...given);
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined });
  return body.data;
};

describe('possible duplicates', () => {
  it('are offered by address, by name and company, by mobile and direct line, the surest first', async () => {
    const [name, company] = [word(), word()];
    const address = `${word()}@tests.example`;
    const one = await makeContact({ lastName: name, firstName: 'Élise', company: { name: company }, email: address });
    const alike = await makeContact({ lastName: name.toUpperCase(), firstName: 'Elise', company: { name: company } });
    const written = await makeContact({ email: address.toUpperCase(), mobile: '06 99 12 34 56' });
    const called = await makeContact({ directLine: '+33 6 99 12 34 56' });
    expect(said(await offered(one, alike, written, called))).toEqual([
      ['email', one.documentId, written.documentId],
      ['name', one.documentId, alike.documentId],
      ['phone', written.documentId, called.documentId],
    ]);
  });

  it('are none where a name alone, or a switchboard, is the same', async () => {
    const name = word();
    const made: Contact[] = [];
    for (const company of [word(), word()])
      made.push(await makeContact({ lastName: name, company: { name: company } }));
    for (let people = 0; people < 6; people += 1) made.push(await makeContact({ directLine: '+33 1 98 76 54 32' }));
    for (let people = 0; people < 2; people += 1) made.push(await makeContact({ phone: '+33 1 98 76 54 33' }));
    expect(await offered(...made)).toEqual([]);
  });

  it('are offered no more once they were told apart, until that is taken back; the next one is', async () => {
    const email = `${word()}@tests.example`;
    const people = [await makeContact({ email }), await makeContact({ email }), await makeContact({ email })] as const;
    const [one, two, three] = people;
    const tell = async (apart: boolean, first: Contact, second: Contact) =>
      as(await administrator())
        .put(pathTo('TellApart'), { one: first.documentId, other: second.documentId, apart })
        .expect(200);
    await Promise.all([tell(true, one, three), tell(true, three, one)]);
    expect(said(await offered(...people))).toEqual([
      ['email', two.documentId, three.documentId],
      ['email', one.documentId, two.documentId],
    ]);
    await tell(false, three, one);
    expect(said(await offered(...people))).toEqual([
      ['email', one.documentId, three.documentId],
      ['email', one.documentId, two.documentId],
    ]);
  });

  it('cannot be told apart from themselves, or from nobody', async () => {
    const { documentId } = await makeContact();
    for (const other of [documentId, 'a'.repeat(24)]) {
      const answer = await as(await administrator()).put(pathTo('TellApart'), { one: documentId, other, apart: true });
      expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found']);
    }
  });
});

describe('two contacts that are merged', () => {
  it('are one: with the chosen values, and those that only one of them had', async () => {
    const [company, email] = [word(), `${word()}@tests.example`];
    const kept = await makeContact({ lastName: 'Noa', firstName: null, email: null, mobile: '06 11 22 33 44' });
    const gone = await makeContact({
      ...{ lastName: 'NOA', firstName: 'Arthur', email, mobile: '06 55 66 77 88', locale: 'cs' },
      company: { name: company },
    });
    const { contact, moved } = await merged(kept, gone, ['lastName']);
    expect(moved).toBe(0);
    expect(contact).toMatchObject({
      ...{ documentId: kept.documentId, lastName: 'NOA', firstName: 'Arthur', email, mobile: '06 11 22 33 44' },
      ...{ locale: 'cs', company: { name: company } },
    });
    expect((await read(kept)).body.data).toEqual(contact);
    expect((await read(gone)).status).toBe(404);
  });

  it('an empty value takes the place of none', async () => {
    const kept = await makeContact({ mobile: '06 11 22 33 44' });
    const { contact } = await merged(kept, await makeContact({ mobile: null }), ['mobile', 'email']);
    expect(contact.mobile).toBe('06 11 22 33 44');
  });

  it('the guest of the one that goes has the kept one, its rows, and nothing else', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'] });
    const kept = await makeContact();
    const ticket = async (subject: string, { documentId }: Contact) =>
      site.strapi.documents(TICKET).create({ data: { subject, contact: documentId } });
    const rows = [await ticket('one', guest.contact), await ticket('two', kept)];
    const before = await as(guest.actor).get('/api/tickets').expect(200);
    expect(before.body.data).toHaveLength(1);
    const { contact, moved } = await merged(kept, guest.contact, ['email']);
    // The ticket, and the guest.
    expect(moved).toBe(2);
    expect(contact.accessState).toBe('open');
    const { body } = await as(guest.actor).get('/api/tickets?sort=subject').expect(200);
    expect(body.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      rows[0]?.documentId,
      rows[1]?.documentId,
    ]);
    const access = await as(await administrator())
      .get(pathTo('GetContactAccess', { contactId: kept.documentId }))
      .expect(200);
    expect(access.body.data.accessTypes).toEqual(['tickets']);
  });

  it('all that a site points at the one points at the other, drafts and what is published, once', async () => {
    const [kept, gone] = [await makeContact(), await makeContact()];
    const rowId = async ({ documentId }: Contact): Promise<number> => {
      const row = await site.strapi.db
        .query('plugin::guest-access.contact' as 'admin::user')
        .findOne({ where: { documentId } });
      return Number(row?.id);
    };
    const [keptRow, goneRow] = [await rowId(kept), await rowId(gone)];
    const about = (id: number) => ({ id, __type: 'plugin::guest-access.contact' });
    const made = await site.strapi.documents(DOSSIER).create({
      status: 'published',
      data: {
        title: word(),
        lead: { role: 'lead', contacts: [keptRow, goneRow] },
        parts: [{ __component: 'shared.person', role: 'part', contacts: [goneRow] }],
        about: [about(goneRow)],
      } as never,
    });
    await merged(kept, gone);
    for (const status of ['draft', 'published'] as const) {
      const found: unknown = await site.strapi.documents(DOSSIER).findOne({
        documentId: made.documentId,
        status,
        populate: {
          lead: { populate: { contacts: true } },
          parts: { on: { 'shared.person': { populate: { contacts: true } } } },
          about: true,
        } as never,
      });
      const it = { id: keptRow };
      expect(found).toMatchObject({ lead: { contacts: [it] }, parts: [{ contacts: [it] }], about: [it] });
    }
  });
});

describe('a merge is refused, and changes nothing', () => {
  const unchanged = async (...contacts: Contact[]) => {
    for (const contact of contacts) {
      const { accessState: _state, ...now } = (await read(contact)).body.data;
      const { accessState: _before, ...was } = contact;
      expect(now).toEqual(was);
    }
  };

  it('where each of the two has an access', async () => {
    const [one, other] = [await makeGuest(), await makeGuest()];
    const answer = await merge(one.contact, other.contact, ['email']);
    expect([answer.status, codeOf(answer)]).toEqual([409, 'both_have_access']);
    await unchanged(one.contact, other.contact);
    for (const { actor } of [one, other]) await as(actor).get('/api/tasks').expect(200);
  });

  it('where one of them was changed since they were compared', async () => {
    const [one, other] = [await makeContact(), await makeContact()];
    const answer = await merge(one, other, [], { merged: '2020-01-01T00:00:00.000Z' });
    expect([answer.status, codeOf(answer)]).toEqual([409, 'conflict']);
    await unchanged(one, other);
  });

  it('with itself, with nobody, or with a field that is none', async () => {
    const one = await makeContact();
    const gone = { ...one, documentId: 'a'.repeat(24) };
    for (const [kept, other] of [
      [one, one],
      [one, gone],
      [gone, one],
    ] as const)
      expect((await merge(kept, other)).status).toBe(404);
    expect(codeOf(await merge(one, await makeContact(), ['emailUnvouched']))).toBe('invalid_body');
    await unchanged(one);
  });

  it('where another editor merges the two at the same moment, the other way round: one contact is left', async () => {
    const [one, other] = [await makeContact(), await makeContact()];
    const answers = await Promise.all([merge(one, other), merge(other, one)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect([(await read(one)).status, (await read(other)).status].sort()).toEqual([200, 404]);
  });
});
