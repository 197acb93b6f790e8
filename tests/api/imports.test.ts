import { randomUUID } from 'node:crypto';
import { pathTo } from '../../contract/routes';
import {
  adminImporter,
  administrator,
  as,
  bareGuests,
  codeOf,
  editor,
  importer,
  logInByKey,
  makeContact,
  makeGuest,
  mailsTo,
  waitForMailTo,
} from '../support';

const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const csv = (...rows: string[][]) =>
  ['Nom;Prénom;E-mail;Entreprise;Téléphone', ...rows.map((row) => row.join(';'))].join('\r\n');

const contactsOf = async (q: string) =>
  (
    await as(await administrator())
      .get(`${pathTo('ListContacts')}?q=${q}`)
      .expect(200)
  ).body.data.contacts;
const guestsOf = async (q: string) =>
  (
    await as(await administrator())
      .get(`${pathTo('ListGuests')}?q=${q}`)
      .expect(200)
  ).body.data.guests;

describe('An import', () => {
  it('reads and compares, writes nothing, and then adds what was decided', async () => {
    const name = word();
    const { check, rows, apply } = await adminImporter();
    const checked = await check(
      csv(
        [`${name} A`, 'Zoé', `a.${name}@example.com`, `Maison ${name}`, '01 02 03 04 05'],
        [`${name} B`, '', 'not an address', `MAISON ${name}`, ''],
        ['', 'Sans nom', `c.${name}@example.com`, '', '']
      )
    );
    expect(checked).toMatchObject({
      state: 'checked',
      counts: { rows: 3, problems: 2, incomplete: 1, add: 2, merge: 0, skip: 1, email: 0 },
    });
    expect(await contactsOf(name)).toEqual([]);
    expect(await rows(checked.documentId, 'problems')).toMatchObject([
      { line: 3, problems: [{ code: 'bad-address', value: 'not an address' }], decision: 'add' },
      { line: 4, problems: [{ code: 'no-name' }], decision: 'skip' },
    ]);
    const applied = await apply(checked.documentId);
    expect(applied.counts).toMatchObject({ added: 2, merged: 0, notDone: 1 });
    const [first, second, ...more] = await contactsOf(name);
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      lastName: `${name} A`,
      firstName: 'Zoé',
      email: `a.${name}@example.com`,
      phone: '01 02 03 04 05',
      company: { name: `Maison ${name}` },
    });
    expect(second.company.documentId).toBe(first.company.documentId);
    expect((await rows(checked.documentId))[0]).toMatchObject({ result: 'added', contactId: first.documentId });
  });

  it('finds who is there by address, by name and company, and by telephone; fills in, and takes what was taken', async () => {
    const name = word();
    const company = { name: `Maison ${name}` };
    const known = await makeContact({
      lastName: 'Autre',
      firstName: 'Nom',
      email: `k.${name}@example.com`,
      phone: null,
    });
    const namesake = await makeContact({ lastName: `Éric ${name}`, firstName: 'Jean', email: null, company });
    await makeContact({ lastName: word(), email: null, phone: '+33 1 99 88 77 66' });
    const { check, rows, decide, apply } = await adminImporter();
    const { documentId, counts } = await check(
      csv(
        [`Neuf ${name}`, 'Zoé', `K.${name}@EXAMPLE.com`, company.name, '01 02 03 04 05'],
        [`eric ${name}`.toUpperCase(), 'JEAN', `e.${name}@example.com`, `maison ${name}`, ''],
        [`Tel ${name}`, '', '', '', '01 99 88 77 66'],
        [`Deux ${name}`, '', `k.${name}@example.com`, '', '']
      )
    );
    expect(counts).toMatchObject({ email: 2, name: 1, phone: 1, merge: 3, add: 1 });
    const [first, second, third, fourth] = await rows(documentId);
    expect(first?.match).toMatchObject({ by: 'email', line: null, contactId: known.documentId });
    expect(second?.match).toMatchObject({ by: 'name', contactId: namesake.documentId });
    expect(third).toMatchObject({ decision: 'add', match: { by: 'phone' } });
    expect(fourth?.match).toMatchObject({ by: 'email', contactId: known.documentId });
    await decide(documentId, { rowIds: [first?.rowId], taken: ['lastName'] }).expect(200);
    const applied = await apply(documentId);
    expect(applied.counts).toMatchObject({ merged: 2, added: 1 });
    expect((await rows(documentId)).map(({ result }) => result)).toEqual(['merged', 'merged', 'added', 'unchanged']);
    const read = async (contactId: string) =>
      (
        await as(await administrator())
          .get(pathTo('GetContact', { contactId }))
          .expect(200)
      ).body.data;
    expect(await read(known.documentId)).toMatchObject({
      lastName: `Neuf ${name}`,
      firstName: 'Nom',
      email: `k.${name}@example.com`,
      phone: '01 02 03 04 05',
      company: { name: company.name },
    });
    expect(await read(namesake.documentId)).toMatchObject({ lastName: `Éric ${name}`, email: `e.${name}@example.com` });
  });

  it('finds the same person twice in the file, joins the two, and takes them back', async () => {
    const name = word();
    const { check, rows, apply, undo } = await adminImporter();
    const { documentId } = await check(
      csv(
        [`${name}`, 'Zoé', `z.${name}@example.com`, '', ''],
        [`${name}`, 'Zoé', `z.${name}@example.com`, '', '0102030405']
      )
    );
    expect((await rows(documentId))[1]).toMatchObject({
      decision: 'merge',
      match: { by: 'email', line: 2, contactId: null, person: { lastName: expect.any(String) } },
    });
    await apply(documentId);
    expect(await contactsOf(name)).toMatchObject([{ email: `z.${name}@example.com`, phone: '0102030405' }]);
    expect((await undo(documentId)).counts).toMatchObject({ undone: 2, kept: 0 });
    expect(await contactsOf(name)).toEqual([]);
  });

  it('corrects a row, which is checked and compared anew', async () => {
    const name = word();
    await makeContact({ lastName: name, email: `k.${name}@example.com` });
    const { check, rows, client } = await adminImporter();
    const { documentId: importId } = await check(csv(['', 'Zoé', 'bad@', '', '']));
    const [row] = await rows(importId);
    const correction = { lastName: `${name} B`, firstName: 'Zoé', email: `k.${name}@example.com` };
    const { body } = await client
      .put(pathTo('CorrectImportRow', { importId, rowId: String(row?.rowId) }), correction)
      .expect(200);
    expect(body.data).toMatchObject({
      person: { lastName: `${name} B`, email: `k.${name}@example.com` },
      problems: [],
      decision: 'merge',
      match: { by: 'email' },
    });
    const wrong = await client
      .put(pathTo('CorrectImportRow', { importId, rowId: String(row?.rowId) }), { ...correction, lastName: ' ' })
      .expect(200);
    expect(wrong.body.data).toMatchObject({ decision: 'skip', problems: [{ code: 'no-name' }] });
  });

  it('makes guests of those who are marked, with what they get, and invites them if asked', async () => {
    const name = word();
    const { check, decide, apply, rows } = await adminImporter();
    const taken = await makeGuest({ contact: { lastName: word(), email: `t.${name}@example.com` } });
    const { documentId } = await check(
      csv(
        [`${name} A`, '', `a.${name}@example.com`, '', ''],
        [`${name} B`, '', '', '', ''],
        [`${name} C`, '', `t.${name}@example.com`, '', ''],
        [`${name} D`, '', `d.${name}@example.com`, '', '']
      )
    );
    const all = await rows(documentId);
    const marked = await decide(documentId, { rowIds: all.slice(0, 3).map(({ rowId }) => rowId), isGuest: true });
    expect(marked.body.data.counts).toMatchObject({ guests: 3, guestsWithoutAddress: 1 });
    const applied = await apply(documentId, { ...bareGuests, invite: true, accessTypes: ['tasks'] });
    expect(applied.counts).toMatchObject({ guestsCreated: 1, added: 3 });
    expect((await rows(documentId)).map(({ guestResult }) => guestResult)).toEqual([
      'created',
      'no-address',
      'has-guest',
      null,
    ]);
    expect((await rows(documentId))[2]?.contactId).toBe(taken.contact.documentId);
    expect(await guestsOf(name)).toHaveLength(1);
    await waitForMailTo(`a.${name}@example.com`);
    expect(await mailsTo(`d.${name}@example.com`)).toEqual([]);
  });

  it('I09 sends no mail where nobody is invited', async () => {
    const name = word();
    const { check, decide, apply } = await adminImporter();
    const { documentId } = await check(csv([name, '', `a.${name}@example.com`, '', '']));
    await decide(documentId, { show: 'all', isGuest: true }).expect(200);
    const { counts } = await apply(documentId, bareGuests);
    expect(counts).toMatchObject({ guestsCreated: 1 });
    expect(await mailsTo(`a.${name}@example.com`)).toEqual([]);
  });

  it('is taken back: what was added goes, what was filled in is as it was, what was changed since stays', async () => {
    const name = word();
    const known = await makeContact({ lastName: name, firstName: null, email: `k.${name}@example.com`, phone: null });
    const { check, decide, apply, undo, rows, client } = await adminImporter();
    const { documentId } = await check(
      csv(
        [`${name} A`, '', `a.${name}@example.com`, `Maison ${name}`, ''],
        [`${name} B`, '', `b.${name}@example.com`, '', ''],
        [`${name} K`, 'Zoé', `k.${name}@example.com`, `Maison ${name}`, '0102030405'],
        [`${name} G`, '', `g.${name}@example.com`, '', '']
      )
    );
    const [, , , fourth] = await rows(documentId);
    await decide(documentId, { rowIds: [fourth?.rowId], isGuest: true }).expect(200);
    expect(await apply(documentId, bareGuests)).toMatchObject({ canBeUndone: true });
    const [, second] = await rows(documentId);
    const contactId = second?.contactId ?? '';
    await client.put(pathTo('UpdateContact', { contactId }), { lastName: `${name} B2` }).expect(200);
    const undone = await undo(documentId);
    expect(undone.counts).toMatchObject({ undone: 3, kept: 1 });
    const left = await contactsOf(name);
    expect(left.map(({ lastName }: { lastName: string }) => lastName).sort()).toEqual([name, `${name} B2`]);
    expect(left.find(({ documentId: id }: { documentId: string }) => id === known.documentId)).toMatchObject({
      firstName: null,
      phone: null,
      company: null,
    });
    expect(await guestsOf(name)).toEqual([]);
    const companies = await client.get(`${pathTo('ListCompanies')}?q=${name}`).expect(200);
    expect(companies.body.data.companies).toEqual([]);
  });

  it('is not taken back once a guest of it has come in', async () => {
    const name = word();
    const { check, decide, apply, rows, client, get } = await adminImporter();
    const { documentId: importId } = await check(csv([name, '', `a.${name}@example.com`, '', '']));
    await decide(importId, { show: 'all', isGuest: true }).expect(200);
    await apply(importId, bareGuests);
    const [row] = await rows(importId);
    const contactId = row?.contactId ?? '';
    const access = await client.get(pathTo('GetContactAccess', { contactId })).expect(200);
    const issued = await client
      .post(pathTo('IssueKey', { contactId }), { version: access.body.data.version })
      .expect(200);
    const link: string = issued.body.data.link;
    const { actor } = await logInByKey(link.slice(link.indexOf('#') + 1));
    await as(actor).get(pathTo('GetMe')).expect(200);
    expect(await get(importId)).toMatchObject({ canBeUndone: false });
    const refused = await client.post(pathTo('UndoImport', { importId }));
    expect([refused.status, codeOf(refused)]).toEqual([409, 'conflict']);
  });

  it('gives a report of every row, in the reader’s words, without formulas', async () => {
    const name = word();
    const { check, apply, client } = await adminImporter();
    const { documentId } = await check(csv([`=1+${name}`, '', 'bad@', '', ''], ['', 'Sans', '', '', '']));
    await apply(documentId);
    const { text } = await client.get(`${pathTo('ExportImportReport')}?importId=${documentId}&locale=fr`).expect(200);
    expect(
      text
        .replace(/^\uFEFF/, '')
        .split('\r\n')
        .slice(0, 3)
    ).toEqual([
      'Ligne;Nom;Prénom;Entreprise;E-mail;Téléphone;Ligne directe;Mobile;Résultat;Invité;Remarques',
      `2;'=1+${name};;;;;;;Ajouté;;Adresse incorrecte (bad@)`,
      '3;;Sans;;;;;;Sans nom : non importé;;Pas de nom',
    ]);
  });

  it('is nobody else’s', async () => {
    const { check, client } = await adminImporter();
    const { documentId: importId } = await check(csv([word(), '', '', '', '']));
    const other = importer(await editor(['contacts.create', 'contacts.read', 'guests.create']));
    for (const answer of [
      await other.client.get(pathTo('GetImport', { importId })),
      await other.client.get(pathTo('ListImportRows', { importId })),
      await other.client.get(`${pathTo('ExportImportReport')}?importId=${importId}`),
      await other.client.post(pathTo('ApplyImport', { importId }), { guests: null }),
      await other.client.delete(pathTo('DeleteImport', { importId })),
    ])
      expect(answer.status).toBe(404);
    expect((await other.client.get(pathTo('ListImports')).expect(200)).body.data.imports).toEqual([]);
    await client.delete(pathTo('DeleteImport', { importId })).expect(204);
    await client.get(pathTo('GetImport', { importId })).expect(404);
  });
});
