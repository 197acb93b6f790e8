import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { pathTo } from '../../contract/routes';
import { administrator, as, codeOf, editor, makeContact, makeGuest, nobody } from '../support';

const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const admin = async () => as(await administrator());

const exported = async (path: string, query: Record<string, string>, actor = administrator()) =>
  as(await actor).get(`${path}?${new URLSearchParams(query).toString()}`);
const contacts = pathTo('ExportContacts');
const guests = pathTo('ExportGuests');
/** Quoted as RFC 4180 has it; none of these tests has a line break in a cell. */
const linesOf = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .filter(Boolean);

it('ends with its connection where it cannot go on, so that nobody takes half a file for a whole one', async () => {
  const name = word();
  // No version of the plugin writes such a guest.
  const table = () => site.strapi.db.connection('guest_access_guests');
  const wrong = { document_id: randomUUID(), last_name: name, name_key: name, search_text: name, origin: 'nowhere' };
  await table().insert(wrong);
  try {
    await expect(exported(guests, { q: name })).rejects.toThrow(/aborted|socket hang up/);
  } finally {
    await table().where({ last_name: name }).delete();
  }
});

describe('GET /guest-access/contact-export', () => {
  it('is a table for a spreadsheet of the reader’s language, of what the filter leaves, in the order of the list', async () => {
    const name = word();
    const company = { name: `Maison ${name}` };
    await makeContact({ lastName: `${name} B`, firstName: 'Zoé', email: `zoe.${name}@example.com`, company });
    await makeContact({ lastName: `${name} A`, firstName: null, email: null, mobile: '06 12 34 56 78', locale: 'cs' });
    await makeContact({ lastName: word() });
    const answer = await exported(contacts, { q: name, sort: 'lastName', direction: 'desc', locale: 'fr' });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="contacts.csv"',
      'cache-control': 'private, no-store',
    });
    expect(answer.text.startsWith('\uFEFF')).toBe(true);
    expect(linesOf(answer.text)).toEqual([
      'Nom;Prénom;Entreprise;E-mail;Téléphone;Ligne directe;Mobile;Langue;Accès invité',
      `${name} B;Zoé;Maison ${name};zoe.${name}@example.com;;;;;Aucun`,
      `${name} A;;;;;;06 12 34 56 78;cs;Aucun`,
    ]);
    const english = await exported(contacts, { q: name, locale: 'en' });
    expect(linesOf(english.text)[0]).toBe(
      'Last name,First name,Company,E-mail,Phone,Direct line,Mobile,Language,Guest access'
    );
  });

  it.each([
    ['=HYPERLINK("https://tests.example")', `"'=HYPERLINK(""https://tests.example"")"`],
    ['+cmd|x', `'+cmd|x`],
    ['-1+1', `'-1+1`],
    ['@SUM(A1)', `'@SUM(A1)`],
    ['a;b', '"a;b"'],
    ['a "b" c', '"a ""b"" c"'],
  ])('I05 makes no formula of %s', async (typed, written) => {
    const name = word();
    await makeContact({ lastName: name, firstName: typed, phone: '+33 6 12 34 56 78' });
    const [, line = ''] = linesOf((await exported(contacts, { q: name, locale: 'fr' })).text);
    expect(line.startsWith(`${name};${written};`)).toBe(true);
    expect(line).toContain(`;'+33 6 12 34 56 78;`);
  });

  it('is a file of vCards that an address book reads, whatever stands in a name', async () => {
    const name = word();
    const [lastName, firstName] = [`${name}; Dvořák, “x”`, 'Zoé\\n BEGIN:VCARD'];
    const company = { name: `Maison; ${name}` };
    const made = await makeContact({
      lastName,
      firstName,
      email: `z.${name}@example.com`,
      company,
      mobile: '0612345678',
    });
    await makeContact({ lastName: `${name} ${'é'.repeat(90)}` });
    const answer = await exported(contacts, { q: name, format: 'vcard' });
    expect(answer.headers['content-type']).toBe('text/vcard; charset=utf-8');
    const text = String(answer.text ?? answer.body);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const cards = [ICAL.parse(text)].flat(1).filter(Array.isArray);
    const valuesOf = (uid: string): Record<string, unknown> => {
      const card = cards.map((one) => new ICAL.Component(one)).find((one) => one.getFirstPropertyValue('uid') === uid);
      const all = card?.getAllProperties() ?? [];
      return Object.fromEntries(all.map((one) => [one.name, one.getFirstValue()]));
    };
    expect(cards).toHaveLength(2);
    expect(valuesOf(made.documentId)).toMatchObject({
      n: [lastName, firstName, '', '', ''],
      fn: `${firstName} ${lastName}`,
      email: `z.${name}@example.com`,
      tel: '0612345678',
      version: '4.0',
    });
  });

  it('has no more than the list shows its reader', async () => {
    const name = word();
    await makeContact({ lastName: name, email: null });
    const reader = editor(['contacts.read']);
    const [heading, line] = linesOf((await exported(contacts, { q: name, locale: 'fr' }, reader)).text);
    expect(heading).not.toContain('Accès');
    expect(line).toBe(`${name};Arthur;;;;;;`);
    const refused = await exported(contacts, { access: 'open' }, reader);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'forbidden']);
    expect((await exported(contacts, {}, editor(['guests.read']))).status).toBe(403);
    expect((await as(nobody).get(contacts)).status).toBe(401);
  });

  it.each([
    ['format', 'xlsx'],
    ['locale', 'de'],
    ['page', '2'],
    ['sort', 'id'],
  ])('refuses %s=%s', async (name, value) => {
    const refused = await exported(contacts, { [name]: value });
    expect([refused.status, codeOf(refused)]).toEqual([400, 'invalid_query']);
  });
});

describe('GET /guest-access/guest-export', () => {
  it('is a table of the guests that the filter leaves, with their companies for who may see accesses', async () => {
    const name = word();
    const company = { name: `Maison ${name}` };
    await makeGuest({ contact: { lastName: name, company } });
    const [heading, line = ''] = linesOf((await exported(guests, { q: name, locale: 'fr' })).text);
    expect(heading).toBe(
      'Nom;Prénom;E-mail;Titre;Identifiant;Entreprise;Accès invité;Origine;Créé le (UTC);Vu le (UTC)'
    );
    expect(line).toMatch(
      new RegExp(`^${name};Arthur;[^;]*;;;Maison ${name};Ouvert;Contact;\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d;`)
    );
    const cut = linesOf((await exported(guests, { q: name, locale: 'fr' }, editor(['guests.read']))).text);
    expect(cut.join()).not.toContain('Maison');
  });

  it('is there for who may read guests only', async () => {
    expect((await exported(guests, {}, editor(['contacts.read']))).status).toBe(403);
    expect((await (await admin()).get(`${guests}?format=vcard`)).headers['content-disposition']).toBe(
      'attachment; filename="invites.vcf"'
    );
  });
});
