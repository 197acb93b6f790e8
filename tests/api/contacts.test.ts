import { randomUUID } from 'node:crypto';
import type { Contact } from '../../contract';
import { pathTo } from '../../contract/routes';
import { backfillMissing } from '../../server/src/features/contacts/backfill';
import { administrator, as, codeOf, editor, makeContact, makeGuest, nobody } from '../support';
import { changeGuest, makePasswordGuest } from '../support/passwords';

const path = pathTo('ListContacts');
const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const admin = async () => as(await administrator());

const list = async (query: string): Promise<{ contacts: Contact[]; total: number }> => {
  const { body } = await (await admin()).get(`${path}?${query}`).expect(200);
  return { contacts: body.data.contacts, total: body.data.pagination.total };
};
const namesOf = ({ contacts }: { contacts: Contact[] }) => contacts.map(({ lastName }) => lastName);

describe('POST /guest-access/contacts', () => {
  it('answers the contact with its address in canonical form', async () => {
    const contact = await makeContact({
      lastName: '  Dvořák ',
      email: ' Antonin.Dvorak@EXAMPLE.Com\t',
      phone: '02 23 23 23 23',
      locale: 'cs',
      company: { name: `Maison ${word()}` },
    });
    expect(contact).toMatchObject({
      lastName: 'Dvořák',
      firstName: 'Arthur',
      email: 'Antonin.Dvorak@example.com',
      phone: '02 23 23 23 23',
      numbers: { phone: { shown: '02 23 23 23 23', href: 'tel:+33223232323' }, directLine: null, mobile: null },
      mobile: null,
      locale: 'cs',
      company: { name: expect.stringMatching(/^Maison/) },
    });
    expect(Object.keys(contact).sort()).toEqual(
      'accessState company directLine documentId email firstName lastName locale mobile numbers phone updatedAt'.split(
        ' '
      )
    );
  });

  it.each([
    ['no last name', { firstName: 'Noa' }, ['lastName']],
    ['a last name of spaces', { lastName: '   ' }, ['lastName']],
    ['a number for a name', { lastName: 12 }, ['lastName']],
    ['a list for a name', { lastName: ['Noa'] }, ['lastName']],
    ['a control character', { lastName: 'No\u0000a' }, ['lastName']],
    ['a line break', { lastName: 'Noa', firstName: 'Ar\r\nthur' }, ['firstName']],
    ['a name that is too long', { lastName: 'n'.repeat(121) }, ['lastName']],
    ['an address with two @', { lastName: 'Noa', email: 'noa@a.example@b.example' }, ['email']],
    ['an address that is a query', { lastName: 'Noa', email: { $ne: null } }, ['email']],
    ['a language we lack', { lastName: 'Noa', locale: 'de' }, ['locale']],
    [
      'a company named in two ways',
      { lastName: 'Noa', company: { documentId: 'a'.repeat(24), name: 'X' } },
      ['company'],
    ],
    ['a company named in no way', { lastName: 'Noa', company: {} }, ['company']],
    ['a company as text', { lastName: 'Noa', company: '{"name":"X"}' }, ['company']],
    [
      'a company that is not there',
      { lastName: 'Noa', company: { documentId: 'a'.repeat(24) } },
      ['company', 'documentId'],
    ],
    ['a company without letters', { lastName: 'Noa', company: { name: '\u0301' } }, ['company', 'name']],
  ])('refuses %s with its path', async (_what, body, where) => {
    const answer = await (await admin()).post(pathTo('CreateContact'), body).expect(400);
    expect(codeOf(answer)).toBe('invalid_body');
    expect(answer.body.error.details.errors.map((error: { path: string[] }) => error.path)).toContainEqual(where);
  });

  it.each(['searchText', 'lastNameKey', 'documentId', 'id', 'createdBy', '__proto__x'])(
    'refuses the unknown key %s',
    async (key) => {
      const answer = await (await admin()).post(pathTo('CreateContact'), { lastName: 'Noa', [key]: 1 }).expect(400);
      expect(codeOf(answer)).toBe('invalid_body');
      expect(answer.body.error.message).toContain(key);
    }
  );

  it('refuses 10 MB', async () => {
    const { status } = await (await admin()).post(pathTo('CreateContact'), { lastName: 'n'.repeat(10_000_000) });
    expect([400, 413]).toContain(status);
  });

  it('makes one company of one name, whoever types it and however, at the same moment', async () => {
    const name = `Société ${word()}`;
    const spellings = [name, name.toUpperCase(), ` ${name}  `, name.replace('é', 'e'), name.replace(' ', '   ')];
    const made = await Promise.all(
      Array.from({ length: 20 }, (_, index) => makeContact({ company: { name: spellings[index % spellings.length] } }))
    );
    expect(new Set(made.map(({ company }) => company?.documentId)).size).toBe(1);
    expect(
      await site.strapi.db.query('plugin::guest-access.company').count({ where: { name: made[0]?.company?.name } })
    ).toBe(1);
  });

  it('makes neither contact nor company where one of them is wrong', async () => {
    const name = `Maison ${word()}`;
    await (
      await admin()
    )
      .post(pathTo('CreateContact'), { lastName: 'Noa', email: 'wrong', company: { name } })
      .expect(400);
    expect(await site.strapi.db.query('plugin::guest-access.company').count({ where: { name } })).toBe(0);
  });
});

describe('GET /guest-access/contacts', () => {
  it('searches every text column and the name of the company, without case and accents', async () => {
    const mark = word();
    const contact = await makeContact({
      lastName: `Élan${mark}`,
      firstName: `Ženíšek${mark}`,
      email: `a.${mark}@example.com`,
      phone: '01 55 66 77 88',
      directLine: `dl${mark}`,
      mobile: `mo${mark}`,
      company: { name: `Œuvre ${mark}` },
    });
    const asked = [
      `ELAN${mark}`,
      `élan${mark}`,
      `zenisek${mark}`,
      `ŽENÍŠEK${mark}`,
      `a.${mark}@EXAMPLE`,
      `dl${mark}`,
      `MO${mark}`,
    ];
    for (const q of [...asked, `œuvre ${mark}`, `${mark} OEUVRE`, `elan oeuvre ${mark}`]) {
      const { contacts } = await list(`q=${encodeURIComponent(q)}`);
      expect({ q, found: contacts.map(({ documentId }) => documentId) }).toEqual({ q, found: [contact.documentId] });
    }
    for (const q of ['55 66 77', '0155667788', '55.66.77.88', '+01 55 66 77 88']) {
      expect(await list(`q=${encodeURIComponent(q)}`)).toMatchObject({ total: expect.any(Number) });
      expect((await list(`q=${encodeURIComponent(q)}&pageSize=100`)).contacts).toContainEqual(contact);
    }
  });

  it.each(['%', '_', '\\', '*', "'", '"', '%_%', '\\%'])('takes %s as it is, not as a pattern', async (sign) => {
    const mark = word();
    await makeContact({ lastName: `a${sign}b${mark}` });
    await makeContact({ lastName: `aXb${mark}` });
    expect(namesOf(await list(`q=${encodeURIComponent(`a${sign}b${mark}`)}`))).toEqual([`a${sign}b${mark}`]);
  });

  it('does not find a text that goes from one column into the next', async () => {
    const mark = word();
    await makeContact({ lastName: mark, firstName: 'suite' });
    expect((await list(`q=${mark}suite`)).total).toBe(0);
  });

  it.each(['lastName', 'firstName', 'email', 'phone', 'directLine', 'mobile', 'company', 'updatedAt'])(
    'sorts by %s, the empty ones last, ties in a stable order, no row twice or missing over the pages',
    async (sort) => {
      const mark = word();
      const values = ['Bé', 'ba', null, 'Bz', 'ba', null, 'BÀ', 'c'];
      const made: Contact[] = [];
      for (const [index, value] of values.entries()) {
        const typed =
          value && (sort === 'email' ? `${value.normalize('NFKD').replace(/\W/g, '')}@${mark}.example` : value);
        const field = sort === 'company' ? { company: typed && { name: `${typed} ${mark}` } } : { [sort]: typed };
        const fields = {
          lastName: `n${index}`,
          firstName: null,
          email: null,
          directLine: mark,
          ...(sort === 'updatedAt' ? {} : field),
        };
        made.push(
          await makeContact({
            ...fields,
            lastName: fields.lastName ?? 'z',
            ...(sort === 'directLine' ? { phone: mark } : {}),
          })
        );
      }
      const valueOf = (contact: Contact) =>
        sort === 'company' ? (contact.company?.name ?? null) : contact[sort as 'lastName' | 'email'];
      for (const direction of ['asc', 'desc']) {
        const query = `q=${mark}&sort=${sort}&direction=${direction}`;
        const whole = (await list(query)).contacts;
        expect(whole.map(({ documentId }) => documentId).sort()).toEqual(
          made.map(({ documentId }) => documentId).sort()
        );
        const filled = whole.map(valueOf).map((value) => value !== null);
        expect(filled).toEqual([...filled].sort((a, b) => Number(b) - Number(a)));
        if (sort === 'lastName' || sort === 'firstName' || sort === 'company') {
          const plain = whole.flatMap(
            (one) => valueOf(one)?.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase() ?? []
          );
          expect(plain).toEqual(direction === 'asc' ? [...plain].sort() : [...plain].sort().reverse());
        }
        const pages = [];
        for (const page of [1, 2, 3]) pages.push(...(await list(`${query}&pageSize=3&page=${page}`)).contacts);
        expect(pages).toEqual(whole);
      }
    }
  );

  it('pages over the whole address book without missing anybody', async () => {
    for (const sort of ['company', 'mobile', 'lastName', 'updatedAt']) {
      for (const direction of ['asc', 'desc']) {
        const { total } = await list('pageSize=1');
        const seen: string[] = [];
        for (let page = 1; seen.length < total; page += 1) {
          const { contacts } = await list(`sort=${sort}&direction=${direction}&pageSize=53&page=${page}`);
          if (contacts.length === 0) break;
          seen.push(...contacts.map(({ documentId }) => documentId));
        }
        expect(seen.length).toBe(total);
        expect(new Set(seen).size).toBe(total);
      }
    }
  });

  it('filters by company and by address', async () => {
    const name = `Maison ${word()}`;
    const one = await makeContact({ company: { name } });
    const two = await makeContact({ company: { documentId: one.company?.documentId }, email: null });
    const company = `company=${one.company?.documentId}`;
    expect((await list(company)).total).toBe(2);
    expect((await list(`${company}&hasEmail=true`)).contacts).toEqual([one]);
    expect((await list(`${company}&hasEmail=false`)).contacts).toEqual([two]);
    expect((await list(`company=${'a'.repeat(24)}`)).total).toBe(0);
  });

  it('answers an empty page past the end, with the real total', async () => {
    const mark = word();
    await makeContact({ lastName: mark });
    expect(await list(`q=${mark}&page=9`)).toEqual({ contacts: [], total: 1 });
    const { contacts, total } = await list('page=1000000');
    expect(contacts).toEqual([]);
    expect(total).toBeGreaterThan(0);
  });

  it.each([
    'page=0',
    'page=x',
    'page=1.5',
    'pageSize=101',
    'pageSize=-1',
    'sort=searchText',
    'sort=company.name',
    'direction=up',
    'hasEmail=maybe',
    'company=1',
    'access=ouvert',
    'q[]=a',
    'q[$ne]=a',
    'unknown=1',
    'filters[lastName]=a',
    'populate=*',
    `q=${'a'.repeat(201)}`,
  ])('refuses ?%s', async (query) => {
    const { body } = await (await admin()).get(`${path}?${query}`).expect(400);
    expect(codeOf({ body })).toBe('invalid_query');
  });

  it('says nothing of accesses to an editor who may not see them', async () => {
    const mark = word();
    await makeContact({ lastName: mark });
    const reader = as(await editor(['contacts.read']));
    const { body } = await reader.get(`${path}?q=${mark}`).expect(200);
    expect(body.data.contacts[0].accessState).toBeNull();
    await reader.get(`${path}?access=open`).expect(403);
    await reader.get(`${pathTo('ListContactIds')}?access=none`).expect(403);
  });
});

describe('GET /guest-access/contact-ids', () => {
  it('answers the ids of all that the filter leaves', async () => {
    const mark = word();
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, index) => makeContact({ lastName: `${mark}${index}` }))
    );
    const { body } = await (await admin()).get(`${pathTo('ListContactIds')}?q=${mark}`).expect(200);
    expect(body.data.total).toBe(30);
    expect(body.data.contactIds.sort()).toEqual(made.map(({ documentId }) => documentId).sort());
  });

  it('refuses more than may be selected, with their number', async () => {
    const firstName = word();
    const table = 'guest_access_contacts';
    const row = (index: number) => ({
      document_id: `${firstName}${index}`,
      last_name: `L${index}`,
      search_text: firstName,
    });
    const rows = Array.from({ length: 10_001 }, (_, index) => row(index));
    await site.strapi.db.connection.batchInsert(table, rows, 100);
    try {
      const { body } = await (await admin()).get(`${pathTo('ListContactIds')}?q=${firstName}`).expect(400);
      expect(body.error.details).toMatchObject({ code: 'invalid_query', total: 10_001, max: 10_000 });
    } finally {
      await site.strapi.db.connection(table).where({ search_text: firstName }).delete();
    }
  });
});

describe('GET, PUT and DELETE /guest-access/contacts/:contactId', () => {
  it('replaces the whole contact; what is left out is emptied', async () => {
    const { documentId } = await makeContact({ phone: '1', company: { name: `Maison ${word()}` } });
    const lastName = word();
    const { body } = await (
      await admin()
    )
      .put(pathTo('UpdateContact', { contactId: documentId }), { lastName })
      .expect(200);
    expect(body.data).toMatchObject({ documentId, lastName, firstName: null, email: null, phone: null, company: null });
    expect(namesOf(await list(`q=${lastName}`))).toEqual([lastName]);
    const got = await (await admin()).get(pathTo('GetContact', { contactId: documentId })).expect(200);
    expect(got.body.data).toEqual(body.data);
  });

  it('deletes the contact, once', async () => {
    const { documentId } = await makeContact();
    await (await admin()).delete(pathTo('DeleteContact', { contactId: documentId })).expect(204);
    await (await admin()).delete(pathTo('DeleteContact', { contactId: documentId })).expect(404);
    await (await admin()).get(pathTo('GetContact', { contactId: documentId })).expect(404);
    await (await admin()).put(pathTo('UpdateContact', { contactId: documentId }), { lastName: 'Noa' }).expect(404);
  });

  it.each(['1', 'x'.repeat(23), 'A'.repeat(24), '%00', `${'a'.repeat(24)}%0a`])('refuses the id %s', async (id) => {
    await (await admin()).get(pathTo('GetContact', { contactId: id })).expect(400);
  });
});

describe('GET /guest-access/companies', () => {
  it('offers the first twenty whose name holds the text', async () => {
    const mark = word();
    for (let index = 0; index < 22; index += 1) await makeContact({ company: { name: `É ${mark} ${10 + index}` } });
    const { body } = await (
      await admin()
    )
      .get(`${pathTo('ListCompanies')}?q=${encodeURIComponent(`e ${mark}`)}`)
      .expect(200);
    expect(body.data.companies.map(({ name }: { name: string }) => name)).toEqual(
      Array.from({ length: 20 }, (_, index) => `É ${mark} ${10 + index}`)
    );
  });
});

describe('who may do what with contacts', () => {
  const calls = [
    ['contacts.read', 'get', path],
    ['contacts.read', 'get', pathTo('ListContactIds')],
    ['contacts.read', 'get', pathTo('ListCompanies')],
    ['contacts.read', 'get', pathTo('GetContact', { contactId: 'a'.repeat(24) })],
    ['contacts.create', 'post', path],
    ['contacts.update', 'put', pathTo('UpdateContact', { contactId: 'a'.repeat(24) })],
    ['contacts.delete', 'delete', pathTo('DeleteContact', { contactId: 'a'.repeat(24) })],
  ] as const;
  const every = ['contacts.read', 'contacts.create', 'contacts.update', 'contacts.delete'] as const;

  it.each(calls)('asks for %s on %s %s', async (permission, method, address) => {
    await as(nobody)[method](address).expect(401);
    await as(await editor(every.filter((one) => one !== permission)))
      [method](address)
      .expect(403);
    const { status } = await as(await editor([permission]))[method](address);
    expect([200, 400, 404]).toContain(status);
  });
});

describe('a contact written through the content manager', () => {
  const manager = '/content-manager/collection-types/plugin::guest-access.contact';

  it('gets the same treatment', async () => {
    const mark = word();
    const company = await makeContact({ company: { name: `Maison ${mark}` } });
    const rowId = (
      await site.strapi.db
        .query('plugin::guest-access.company')
        .findOne({ where: { documentId: company.company?.documentId } })
    ).id;
    const created = await (
      await admin()
    )
      .post(manager, {
        lastName: ` Šimek${mark} `,
        email: 'Simek@EXAMPLE.com',
        company: { connect: [{ id: rowId, documentId: company.company?.documentId }] },
        searchText: 'forged',
      })
      .expect(201);
    const { documentId } = created.body.data;
    const [found] = (await list(`q=simek${mark} maison`)).contacts;
    expect(found).toMatchObject({
      documentId,
      lastName: `Šimek${mark}`,
      email: 'Simek@example.com',
      company: { name: `Maison ${mark}` },
    });
    expect((await list('q=forged')).total).toBe(0);

    await (await admin()).put(`${manager}/${documentId}`, { firstName: `Olga${mark}` }).expect(200);
    expect(namesOf(await list(`q=olga${mark}`))).toEqual([`Šimek${mark}`]);
    expect(namesOf(await list(`q=simek${mark}`))).toEqual([`Šimek${mark}`]);

    await (
      await admin()
    )
      .put(`${manager}/${documentId}`, {
        company: { disconnect: [{ id: rowId, documentId: company.company?.documentId }] },
      })
      .expect(200);
    expect((await list(`q=simek${mark}`)).contacts[0]?.company).toBeNull();
  });

  it('is refused with a wrong address', async () => {
    const { body } = await (
      await admin()
    )
      .post(manager, { lastName: 'Noa', email: 'a@b.example,c@d.example' })
      .expect(400);
    expect(body.error.name).toBe('ValidationError');
  });

  it('shows and edits the contacts of a company from its side', async () => {
    const name = `Maison ${word()}`;
    const inside = await makeContact({ company: { name } });
    const outside = await makeContact();
    const uid = 'plugin::guest-access.company';
    const companyId = inside.company?.documentId;
    const related = await (await admin()).get(`/content-manager/relations/${uid}/${companyId}/contacts`).expect(200);
    expect(related.body.results.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      inside.documentId,
    ]);
    const { id } = await site.strapi.db
      .query('plugin::guest-access.contact')
      .findOne({ where: { documentId: outside.documentId } });
    await (
      await admin()
    )
      .put(`/content-manager/collection-types/${uid}/${companyId}`, {
        name: `${name} bis`,
        contacts: { connect: [{ id, documentId: outside.documentId }], disconnect: [] },
      })
      .expect(200);
    expect((await list(`company=${companyId}`)).total).toBe(2);
    expect((await list(`q=${encodeURIComponent(`${name} bis`)}`)).total).toBe(2);
  });

  it('cannot take the name of another company', async () => {
    const name = `Maison ${word()}`;
    await makeContact({ company: { name } });
    await (
      await admin()
    )
      .post('/content-manager/collection-types/plugin::guest-access.company', { name: name.toUpperCase() })
      .expect(400);
  });
});

describe('the access of a contact', () => {
  it('is in the list, and narrows it', async () => {
    const mark = word();
    const { contact } = await makeGuest({ contact: { lastName: `${mark} invité` } });
    await makeContact({ lastName: `${mark} sans` });
    const states = (await list(`q=${mark}`)).contacts.map(({ lastName, accessState }) => [lastName, accessState]);
    expect(states).toEqual([
      [`${mark} invité`, 'open'],
      [`${mark} sans`, 'none'],
    ]);
    expect(namesOf(await list(`q=${mark}&access=open`))).toEqual([`${mark} invité`]);
    expect(namesOf(await list(`q=${mark}&access=none`))).toEqual([`${mark} sans`]);
    expect((await list(`q=${mark}&access=closed`)).total).toBe(0);
    const ids = await (await admin()).get(`${pathTo('ListContactIds')}?q=${mark}&access=open`).expect(200);
    expect(ids.body.data).toEqual({ contactIds: [contact.documentId], total: 1 });
  });

  it('is in one word what the list of guests says: a password opens as a key does', async () => {
    const mark = word();
    const asAdmin = await admin();
    const withPassword = await makePasswordGuest({ contact: { lastName: `${mark} mot de passe` } });
    const without = await makeGuest({ contact: { lastName: `${mark} rien` } });
    const waiting = await makeGuest({ contact: { lastName: `${mark} rien, en attente` } });
    for (const { contact } of [withPassword, without, waiting]) {
      await asAdmin.delete(pathTo('RevokeKey', { contactId: contact.documentId })).expect(200);
    }
    await changeGuest(waiting.access.guestId ?? '', { closed: true, waiting: true });
    const expected = [
      [withPassword, 'open'],
      [without, 'without-credentials'],
      [waiting, 'waiting'],
    ] as const;
    for (const [{ contact, access }, state] of expected) {
      const { documentId, lastName } = contact;
      expect(namesOf(await list(`q=${mark}&access=${state}`))).toEqual([lastName]);
      const asked = await asAdmin.get(`${pathTo('ListAccessStates')}?contactIds=${documentId}`).expect(200);
      expect(asked.body.data.states).toEqual([{ contactId: documentId, state }]);
      const shown = await asAdmin.get(pathTo('GetContactAccess', { contactId: documentId })).expect(200);
      expect(shown.body.data.state).toBe(state);
      const guest = await asAdmin.get(pathTo('GetGuest', { guestId: access.guestId ?? '' })).expect(200);
      expect(guest.body.data.state).toBe(state);
    }
  });

  it('ends with the contact, also where the content manager deletes it', async () => {
    const { contact, actor } = await makeGuest();
    await as(actor).get(pathTo('GetMe')).expect(200);
    await (
      await admin()
    )
      .delete(`/content-manager/collection-types/plugin::guest-access.contact/${contact.documentId}`)
      .expect(200);
    await as(actor).get(pathTo('GetMe')).expect(401);
  });
});

describe('contacts that come another way', () => {
  const query = () => site.strapi.db.query('plugin::guest-access.contact');

  it('are found after several were written at once', async () => {
    const mark = word();
    await query().createMany({ data: [{ lastName: ` Ève${mark}` }, { lastName: `Zoé${mark}`, email: 'A@B.example' }] });
    expect(namesOf(await list(`q=eve${mark}`))).toEqual([`Ève${mark}`]);
    await query().updateMany({ where: { lastName: { $endsWith: mark } }, data: { mobile: `06 ${mark}` } });
    expect(namesOf(await list(`q=06 ${mark}`))).toEqual([`Ève${mark}`, `Zoé${mark}`]);
    expect(namesOf(await list(`q=zoe${mark} a@b.example`))).toEqual([`Zoé${mark}`]);
    await query().deleteMany({ where: { lastName: { $endsWith: mark } } });
    expect((await list(`q=${mark}`)).total).toBe(0);
  });

  it('are found after the next start where they were inserted by SQL', async () => {
    const mark = word();
    const row = { document_id: mark.padEnd(24, '0'), last_name: `Škoda${mark}`, email: `S@${mark}.example` };
    await site.strapi.db.connection('guest_access_contacts').insert(row);
    expect((await list(`q=skoda${mark}`)).total).toBe(0);
    await backfillMissing(site.strapi);
    expect(namesOf(await list(`q=skoda${mark}&sort=email`))).toEqual([`Škoda${mark}`]);
    await query().deleteMany({ where: { lastName: row.last_name } });
  });
});
