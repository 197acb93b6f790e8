import { randomUUID } from 'node:crypto';
import { fold } from '../../contract';
import { pathTo } from '../../contract/routes';
import { rederiveAll as refreshContacts } from '../../server/src/features/contacts/backfill';
import { rederiveAll as refreshGuests } from '../../server/src/features/guests/backfill';
import {
  administrator,
  as,
  makeContact,
  makeDocument,
  makeGuest,
  makePerson,
  makeProject,
  makeTask,
  type Actor,
  timesAsLong,
} from '../support';
import pairs from '../support/search-pairs.json';

const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const texts = [...new Set(pairs.map(({ text }) => text))];
const admin = async () => as(await administrator());

let guest: Actor;

beforeAll(async () => {
  const project = await makeProject({ name: 'Chantier d’Été' });
  guest = (await makeGuest({ projects: [project], accessTypes: ['tasks', 'documents', 'tags'] })).actor;
  for (const text of texts) {
    await makeTask({ title: text, project });
    await makeDocument({ title: text, body: 'rien', project });
  }
  await makeTask({ title: 'vide', description: null, project });
  await makeTask({ title: 'dit', description: 'L’Élan', project });
});

const titles = async (path: string): Promise<string[]> => {
  const { body } = await as(guest).get(path).expect(200);
  const found = (body.data as { title: string }[]).map(({ title }) => title);
  expect(body.meta.pagination.total).toBe(found.length);
  return found;
};
const page = 'pagination[pageSize]=100';
const searched = (typed: string) => titles(`/api/documents?locale=fr&${page}&_q=${encodeURIComponent(typed)}`);
const filtered = (typed: string, operator = '$containsi') =>
  titles(`/api/tasks?${page}&filters[title][${operator}]=${encodeURIComponent(typed)}`);
const ownTexts = (found: readonly string[]) => found.filter((title) => texts.includes(title)).sort();
const expected = (typed: string) => texts.filter((text) => fold(text).includes(fold(typed))).sort();

describe('what a guest looks for', () => {
  it.each(pairs)('$typed in $text: $found', async ({ text, typed, found }) => {
    expect((await searched(typed)).includes(text)).toBe(found);
    expect((await filtered(typed)).includes(text)).toBe(found);
    // A search looks into the ids of documents too.
    expect(await searched(typed)).toEqual(expect.arrayContaining(expected(typed)));
    expect(ownTexts(await filtered(typed))).toEqual(expected(typed));
  });

  it('is the same by GraphQL', async () => {
    const query = `query ($typed: String) {
      tasks(filters: { title: { containsi: $typed } }, pagination: { limit: 100 }) { title }
    }`;
    for (const typed of ['ÉCOLE', 'strasse', "l'ete"]) {
      const { body } = await as(guest).graphql(query, { typed });
      const found = (rows: { title: string }[]) => rows.map(({ title }) => title).sort();
      expect(found(body.data.tasks)).toEqual(expected(typed));
    }
  });

  it('is turned round by $notContainsi and $not; an empty column is neither', async () => {
    const all = await titles(`/api/tasks?${page}`);
    const found = await filtered('ECOLE');
    expect(found.length).toBeGreaterThan(1);
    const rest = all.filter((title) => !found.includes(title)).sort();
    expect((await filtered('ECOLE', '$notContainsi')).sort()).toEqual(rest);
    expect((await titles(`/api/tasks?${page}&filters[$not][title][$containsi]=ecole`)).sort()).toEqual(rest);
    expect((await titles(`/api/tasks?${page}&filters[title][$not][$containsi]=ecole`)).sort()).toEqual(rest);
    expect(await titles(`/api/tasks?${page}&filters[description][$containsi]=l'elan`)).toEqual(['dit']);
    expect(await titles(`/api/tasks?${page}&filters[description][$notContainsi]=l'elan`)).toEqual([]);
    expect(await titles(`/api/tasks?${page}&filters[description][$containsi]=%CC%81`)).toEqual(['dit']);
  });

  it('stands beside other conditions, through a relation, in a populate, in a sort and in several alternatives', async () => {
    expect(
      (await titles(`/api/tasks?${page}&filters[title][$containsi]=ecole&filters[title][$contains]=%20`)).sort()
    ).toEqual(['ecole 😀']);
    const alternatives = 'filters[$or][0][title][$containsi]=ecole&filters[$or][1][title][$containsi]=strasse';
    expect((await titles(`/api/tasks?${page}&${alternatives}&sort=title:desc`)).sort()).toEqual(
      [...expected('ecole'), ...expected('strasse')].sort()
    );
    expect(
      (
        await titles(`/api/tasks?${page}&filters[title][$containsi][0]=ecole&filters[title][$containsi][1]=strasse`)
      ).sort()
    ).toEqual([...expected('ecole'), ...expected('strasse')].sort());
    const all = await titles(`/api/tasks?${page}`);
    expect(await titles(`/api/tasks?${page}&filters[project][name][$containsi]=d'ETE`)).toHaveLength(all.length);
    expect(await titles(`/api/tasks?${page}&filters[project][name][$notContainsi]=d'ETE`)).toEqual([]);
    const populated = async (typed: string) => {
      const path = `/api/tasks?populate[project][filters][name][$containsi]=${typed}`;
      return (await as(guest).get(path).expect(200)).body.data[0].project?.name ?? null;
    };
    expect([await populated("d'ETE"), await populated('hiver')]).toEqual(['Chantier d’Été', null]);
  });

  it('finds numbers as they are', async () => {
    const { body } = await as(guest).get(`/api/documents?locale=fr&${page}`).expect(200);
    const [{ id, title }] = body.data;
    expect(await searched(String(id))).toContain(title);
  });

  it.each([
    ['wildcards', '%'],
    ['one wildcard sign', '_'],
    ['a backslash', '\\'],
    ['an open bracket', '['],
    ['an open class', '[[:alpha:]'],
    ['an open group', '(?:'],
    ['a back reference', '(a)\\1'],
    ['an expression that goes back', '(a+)+$'.repeat(16)],
    ['a hundred letters of many spellings', 'e'.repeat(100)],
    ['a hundred letters of ligatures', 'ffi'.repeat(34).slice(0, 100)],
    ['a hundred and one', 'é'.repeat(101)],
    ['as much as is allowed', 'é'.repeat(1_000)],
    ['half a letter', '\ud800x'],
    ['a zero-width space and a letter', '\u200bzzz'],
    ['a phrase of one sign', '\ufdfa'.repeat(5)],
    ['quotes of SQL', "';--"],
    ['question marks', 'a?b??c'],
  ])('answers %s soon, and finds no more', async (_what, typed) => {
    const q = encodeURIComponent(
      typed.replace(/[\ud800-\udfff]/g, (half) => (half.codePointAt(0) === 0xd800 ? '\ufffd' : half))
    );
    for (const path of [`/api/documents?locale=fr&_q=${q}`, `/api/tasks?filters[title][$containsi]=${q}`]) {
      const { status, body } = await as(guest).get(path);
      expect(status).toBe(200);
      const found = (body.data as { title: string }[]).filter(({ title }) => !fold(title).includes(fold(typed)));
      // Of a longer one only the beginning is looked for.
      expect(fold(typed).length > 100 ? [] : found).toEqual([]);
      const ask = () => as(guest).get(path);
      const plain = () => as(guest).get('/api/documents?locale=fr&_q=e');
      expect(await timesAsLong(ask, plain, 2)).toBeLessThan(200);
    }
  });

  it('takes an empty search, and one of accents alone, for none', async () => {
    const all = (await titles(`/api/documents?locale=fr&${page}`)).sort();
    for (const typed of ['', ' ', '\u0301', '\u00ad\u200b']) expect((await searched(typed)).sort()).toEqual(all);
  });

  it('refuses a NUL, which no database could look for', async () => {
    for (const typed of ['\u0000', `a\u0000${'b'.repeat(200)}`]) {
      const q = encodeURIComponent(typed);
      await as(guest).get(`/api/documents?_q=${q}`).expect(400);
      await as(guest).get(`/api/tasks?filters[title][$containsi]=${q}`).expect(400);
    }
  });

  it('still refuses a search where something is hidden', async () => {
    await as(guest).get('/api/tasks?_q=ecole').expect(400);
    await as(guest).get('/api/tasks?filters[internalNote][$containsi]=note').expect(400);
  });
});

describe('contacts, guests and companies', () => {
  it.each(pairs)('$typed in $text: $found', async ({ text, typed, found }) => {
    const mark = word();
    const { documentId } = await makeContact({ lastName: text, firstName: mark });
    const { body } = await (
      await admin()
    )
      .get(`${pathTo('ListContactIds')}?q=${encodeURIComponent(`${mark} ${typed}`)}`)
      .expect(200);
    expect(body.data.contactIds).toEqual(found ? [documentId] : []);
  });

  it('finds a guest as they are called', async () => {
    const mark = word();
    await makePerson({ lastName: `L’Hôpital${mark}`, firstName: 'Jean‑Noël' });
    const { body } = await (
      await admin()
    )
      .get(`${pathTo('ListGuests')}?q=${encodeURIComponent(`jean-noel l'hopital${mark}`)}`)
      .expect(200);
    expect(body.data.pagination.total).toBe(1);
  });

  it('makes one company of one name, however it is typed', async () => {
    const mark = word();
    const names = [
      `L’Oréal & Fils ${mark}`,
      `L'Oréal & Fils ${mark}`,
      `L’ORÉAL  &  FILS ${mark}`,
      `L’Ore\u0301al &\u00a0Fils ${mark}`,
      ` l’oreal & fils ${mark} `,
    ];
    const made = [];
    for (const name of names) made.push((await makeContact({ company: { name } })).company);
    expect(new Set(made.map((company) => company?.documentId)).size).toBe(1);
    expect(made[0]?.name).toBe(names[0]);
    const { body } = await (
      await admin()
    )
      .get(`${pathTo('ListCompanies')}?q=${encodeURIComponent(`l'oreal & fils ${mark}`)}`)
      .expect(200);
    expect(body.data.companies).toHaveLength(1);
  });
});

describe('telephone numbers', () => {
  it('are kept as typed, found in any form, and shown as their country writes them', async () => {
    const mark = word();
    const last = String(10_000_000 + Math.floor(Math.random() * 89_999_999));
    const typed = `06.${last.replace(/(..)(?!$)/g, '$1.')}`;
    const contact = await makeContact({ lastName: mark, mobile: typed, phone: 'après 18 h' });
    expect(contact).toMatchObject({ mobile: typed, phone: 'après 18 h' });
    const shown = typed.replaceAll('.', ' ');
    const mobile = { shown, href: `tel:+336${last}` };
    expect(contact.numbers).toEqual({ phone: null, directLine: null, mobile });
    const row: unknown = await site.strapi.db
      .connection('guest_access_contacts')
      .where({ document_id: contact.documentId })
      .first('mobile_number', 'phone_number');
    expect(row).toEqual({ mobile_number: `+336${last}`, phone_number: null });
    const { guest: person } = await makePerson({ mobile: typed });
    for (const q of [`+336${last}`, `00336${last}`, `+33 (0)6 ${last}`, `06${last}`, typed]) {
      const answer = await (await admin()).get(`${pathTo('ListContactIds')}?q=${encodeURIComponent(q)}`).expect(200);
      expect([q, answer.body.data.contactIds]).toEqual([q, expect.arrayContaining([contact.documentId])]);
      const guests = await (await admin()).get(`${pathTo('ListGuests')}?q=${encodeURIComponent(q)}`).expect(200);
      const ids = guests.body.data.guests.map(({ documentId }: { documentId: string }) => documentId);
      expect([q, ids]).toEqual([q, [person.documentId]]);
    }
  });

  it('of an earlier version are found after the upgrade', async () => {
    const contact = await makeContact({ lastName: word(), directLine: '+420 601 123 456' });
    const table = () => site.strapi.db.connection('guest_access_contacts').where({ document_id: contact.documentId });
    await table().update({ direct_line_number: null, search_text: 'x' });
    await refreshContacts(site.strapi);
    expect(await table().first('direct_line_number')).toEqual({ direct_line_number: '+420601123456' });
  });
});

describe('rows of an earlier version', () => {
  const knex = () => site.strapi.db.connection;

  it('are found after the upgrade', async () => {
    const mark = word();
    const contact = await makeContact({ lastName: `L’Été ${mark}` });
    const { guest: person } = await makePerson({ lastName: `L’Hiver ${mark}` });
    const old = (text: string) => ({ search_text: text });
    await knex()('guest_access_contacts')
      .where({ document_id: contact.documentId })
      .update(old(`l’ete ${mark}`));
    await knex()('guest_access_guests')
      .where({ document_id: person.documentId })
      .update(old(`l’hiver ${mark}`));
    await refreshContacts(site.strapi);
    await refreshGuests(site.strapi);
    const total = async (path: string) => (await (await admin()).get(path).expect(200)).body.data.pagination.total;
    expect(await total(`${pathTo('ListContacts')}?q=l'ete+${mark}`)).toBe(1);
    expect(await total(`${pathTo('ListGuests')}?q=l'hiver+${mark}`)).toBe(1);
  });

  it('stay two companies where they were two, both found and both saved', async () => {
    const mark = word();
    const [one, other] = [
      await makeContact({ company: { name: `L’Avenir ${mark}` } }),
      await makeContact({ company: { name: `Autre ${mark}` } }),
    ];
    const company = (contact: typeof one) => ({ document_id: contact.company?.documentId });
    await knex()('guest_access_companies')
      .where(company(one))
      .update({ name_key: `l’avenir ${mark}` });
    await knex()('guest_access_companies')
      .where(company(other))
      .update({ name: `L'Avenir ${mark}`, name_key: `l'avenir ${mark}` });
    await refreshContacts(site.strapi);
    await refreshContacts(site.strapi);
    const { body } = await (await admin()).get(`${pathTo('ListCompanies')}?q=l'avenir+${mark}`).expect(200);
    expect(body.data.companies).toHaveLength(2);
    const saved = await site.strapi
      .documents('plugin::guest-access.company' as 'api::task.task')
      .update({ documentId: other.company?.documentId ?? '', data: { name: `L'Avenir ${mark}` } as object });
    expect(saved).not.toBeNull();
    expect((await makeContact({ company: { name: `l'avenir ${mark}` } })).company?.documentId).toBeDefined();
  });
});
