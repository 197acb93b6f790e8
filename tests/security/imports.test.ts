import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { pathTo } from '../../contract/routes';
import {
  adminImporter,
  administrator,
  as,
  bareGuests,
  codeOf,
  editor,
  importer,
  mailsTo,
  releaseHeldMails,
  makeContact,
  makeGuest,
  startInstance,
  waitForMailTo,
} from '../support';

const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const fileOf = (rows: readonly string[][]): string =>
  ['Nom;Prénom;E-mail;Entreprise', ...rows.map((row) => row.join(';'))].join('\n');
const people = (name: string, amount: number): string =>
  fileOf(
    Array.from({ length: amount }, (_none, at) => [
      `${name} ${at}`,
      'Zoé',
      `p${at}.${name}@example.com`,
      `Maison ${name} ${at % 7}`,
    ])
  );

const contacts = (name: string): Promise<{ email_key: string; company_id: number; document_id: string }[]> =>
  site.strapi.db.connection('guest_access_contacts').where('last_name_key', 'like', `${name}%`).select();

describe('I02 two editors who apply the same file at the same moment', () => {
  it('add nobody twice', async () => {
    const name = word();
    const other = await startInstance();
    try {
      const file = people(name, 1_500);
      const importers = [
        await adminImporter(),
        importer(await editor(['contacts.create', 'contacts.read', 'contacts.update'])),
      ];
      const plans = await Promise.all(importers.map(({ check }) => check(file)));
      expect(plans.map(({ counts }) => counts?.add)).toEqual([1_500, 1_500]);
      const applied = await Promise.all(importers.map(({ apply }, at) => apply(plans[at]?.documentId ?? '')));
      const rows = await contacts(name);
      expect([rows.length, new Set(rows.map((row) => row.email_key)).size]).toEqual([1_500, 1_500]);
      expect(new Set(rows.map(({ company_id: company }) => company)).size).toBe(7);
      const [one, two] = applied.map(({ counts }) => counts);
      expect((one?.added ?? 0) + (two?.added ?? 0)).toBe(1_500);
      expect((one?.notDone ?? 0) + (two?.notDone ?? 0)).toBe(1_500);
    } finally {
      other.kill();
      await other.gone;
    }
  }, 180_000);
});

describe('I01 an import whose instance is killed while it works', () => {
  it('ends as a clean run does: nobody twice, no mail twice, no half row', async () => {
    const name = word();
    const { check, decide, rows, client, settled, get } = await adminImporter();
    const plan = await check(people(name, 2_000));
    const importId = plan.documentId;
    const marked = (await rows(importId)).slice(0, 60).map(({ rowId }) => rowId);
    await decide(importId, { rowIds: marked, isGuest: true }).expect(200);
    const asker = await administrator();
    /** Sends a call to an instance, so that its worker begins, and kills it in the middle of the work. */
    const killedAt = async (path: string, body: object, afterMs: number) => {
      const victim = await startInstance();
      const answer = await fetch(victim.url + path, {
        method: 'POST',
        headers: { ...asker.headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      });
      await wait(afterMs);
      victim.kill();
      await victim.gone;
      // 409: the tests' own instance has taken it over already.
      expect([200, 409]).toContain(answer.status);
      // As if its lease had run out.
      return site.strapi.db
        .connection('guest_access_jobs')
        .where({ kind: 'importing.apply' })
        .update({ lease_until: 0 });
    };
    await killedAt(pathTo('ApplyImport', { importId }), { guests: { ...bareGuests, invite: true } }, 350);
    const broken: string[] = [];
    for (const afterMs of [500, 700, 900]) {
      const plan = await get(importId);
      broken.push(plan.state);
      if (plan.state === 'applying') await killedAt(pathTo('SteerImport', { importId }), { wish: 'resume' }, afterMs);
    }
    expect(broken[0]).toBe('applying');
    await client.post(pathTo('SteerImport', { importId }), { wish: 'resume' });
    await settled(importId, 'applied');
    const found = await contacts(name);
    expect([found.length, new Set(found.map((row) => row.email_key)).size]).toEqual([2_000, 2_000]);
    expect((await get(importId)).counts).toMatchObject({ added: 2_000, guestsCreated: 60, notDone: 0 });
    const done = await rows(importId, 'guests');
    expect(new Set(done.map(({ guestId }) => guestId)).size).toBe(60);
    await releaseHeldMails(`%.${name}@example.com`);
    for (const at of [0, 30, 59]) {
      await waitForMailTo(`p${at}.${name}@example.com`);
      expect(await mailsTo(`p${at}.${name}@example.com`)).toHaveLength(1);
    }
  }, 240_000);

  it('stops where it is cancelled, and is taken back as far as it went', async () => {
    const name = word();
    const { check, client, get, undo } = await adminImporter();
    const { documentId: importId } = await check(people(name, 4_000));
    await client.post(pathTo('ApplyImport', { importId }), { guests: null }).expect(200);
    await client.post(pathTo('SteerImport', { importId }), { wish: 'cancel' }).expect(200);
    while (!['cancelled', 'done'].includes((await get(importId)).job?.state ?? '')) await wait(50);
    const stopped = await get(importId);
    expect(stopped).toMatchObject({ state: 'applying', canBeUndone: true, job: { state: 'cancelled' } });
    const before = (await contacts(name)).length;
    expect(before).toBeLessThan(4_000);
    expect((await undo(importId)).counts).toMatchObject({ undone: before, kept: 0 });
    expect(await contacts(name)).toEqual([]);
  }, 120_000);

  it('does nothing where a job of before is done again', async () => {
    const name = word();
    const { check, client, get, stop, apply } = await adminImporter();
    const { documentId: importId } = await check(people(name, 30));
    await stop(importId);
    const { job: jobId } = await site.strapi.db
      .connection('guest_access_imports')
      .where({ document_id: importId })
      .first();
    await apply(importId);
    await client.post(pathTo('RetryJob', { jobId })).expect(200);
    const job = () => site.strapi.db.connection('guest_access_jobs').where({ document_id: jobId }).first();
    while ((await job()).status === 'queued') await wait(50);
    expect(await job()).toMatchObject({ last_error: 'The import has gone on without this job' });
    expect(await get(importId)).toMatchObject({ state: 'applied', counts: { rows: 30, added: 30 } });
    expect(await contacts(name)).toHaveLength(30);
  });
});

describe('I07, I08 an import', () => {
  it('does no more once its owner is blocked, though it was asked for before', async () => {
    const name = word();
    const { check, client } = importer(await editor(['contacts.create', 'contacts.read']));
    const { documentId: importId } = await check(people(name, 3_000));
    const { connection } = site.strapi.db;
    const plan = () => connection('guest_access_imports').where({ document_id: importId }).first();
    const { owner } = await plan();
    await client.post(pathTo('ApplyImport', { importId }), { guests: null }).expect(200);
    await connection('admin_users').where({ document_id: owner }).update({ is_active: false });
    const job = async () =>
      connection('guest_access_jobs')
        .where({ document_id: (await plan()).job })
        .first();
    while ((await job()).status === 'queued') await wait(50);
    expect(await job()).toMatchObject({
      status: 'failed',
      last_error: expect.stringContaining('may not use the panel any more'),
    });
    expect((await contacts(name)).length).toBeLessThan(3_000);
  });

  it('X02 changes no contact behind whom a guest stands, for whoever may not decide over accesses', async () => {
    const name = word();
    const guest = await makeGuest({ contact: { lastName: name, email: null, company: { name: `Maison ${name}` } } });
    const { check, rows, decide, apply } = importer(
      await editor(['contacts.create', 'contacts.read', 'contacts.update'])
    );
    const { documentId } = await check(fileOf([[name, 'Arthur', `evil.${name}@example.com`, `Maison ${name}`]]));
    const [row] = await rows(documentId);
    expect(row).toMatchObject({
      decision: 'merge',
      match: { by: 'name', contactId: guest.contact.documentId },
    });
    await decide(documentId, { show: 'all', taken: ['email', 'company'] }).expect(200);
    await apply(documentId);
    expect((await rows(documentId))[0]).toMatchObject({ result: 'access-decides' });
    const { body } = await as(await administrator())
      .get(pathTo('GetContact', { contactId: guest.contact.documentId }))
      .expect(200);
    expect(body.data.email).toBeNull();
  });

  it('overwrites nothing that was not taken', async () => {
    const name = word();
    const known = await makeContact({ lastName: name, firstName: 'Vrai', email: `k.${name}@example.com` });
    const { check, apply } = await adminImporter();
    const { documentId } = await check(fileOf([['Autre', 'Faux', `k.${name}@example.com`, '']]));
    await apply(documentId);
    const { body } = await as(await administrator())
      .get(pathTo('GetContact', { contactId: known.documentId }))
      .expect(200);
    expect(body.data).toMatchObject({ lastName: name, firstName: 'Vrai' });
  });

  it('tells whoever may not see contacts nothing of who is there', async () => {
    const name = word();
    await makeContact({ lastName: name, email: `k.${name}@example.com` });
    const { check, rows } = importer(await editor(['contacts.create']));
    const { documentId } = await check(fileOf([[name, '', `k.${name}@example.com`, '']]));
    expect(await rows(documentId)).toMatchObject([{ match: null, decision: 'add' }]);
  });

  it('proposes to leave out who is there already, where its owner may not change contacts', async () => {
    const name = word();
    await makeContact({ lastName: name, email: `k.${name}@example.com` });
    const known = [name, '', `k.${name}@example.com`, ''];
    const { check, rows, apply } = importer(await editor(['contacts.create', 'contacts.read']));
    const { documentId } = await check(fileOf([known, known, [word(), '', '', '']]));
    expect((await rows(documentId)).map(({ decision }) => decision)).toEqual(['skip', 'skip', 'add']);
    expect((await apply(documentId)).counts).toMatchObject({ added: 1 });
    expect(await contacts(name)).toHaveLength(1);
  });

  it('refuses marks, joins and grants beyond what its owner holds', async () => {
    const name = word();
    const { check, decide, client } = importer(await editor(['contacts.create', 'guests.create']));
    const { documentId: importId } = await check(people(name, 2));
    const merged = await decide(importId, { show: 'all', decision: 'merge' });
    expect([merged.status, codeOf(merged)]).toEqual([403, 'access_decides']);
    const given = await client.post(pathTo('ApplyImport', { importId }), {
      guests: { ...bareGuests, companyRecords: true },
    });
    expect([given.status, codeOf(given)]).toEqual([403, 'grants_beyond_own']);
    expect(await contacts(name)).toEqual([]);
  });
});

describe('I03, I11 hostile files', () => {
  it('a file of one and the same person costs no more than another', async () => {
    const name = word();
    const { check, rows } = await adminImporter();
    const { counts, documentId } = await check(
      fileOf(Array.from({ length: 4_000 }, () => [name, 'Zoé', `same.${name}@example.com`, 'Maison']))
    );
    expect(counts).toMatchObject({ rows: 4_000, email: 3_999 });
    expect((await rows(documentId))[99]).toMatchObject({ match: { by: 'email', line: 2 } });
  }, 120_000);

  it('pieces out of order, twice, too long or past the end change nothing', async () => {
    const { begin, client, get } = await adminImporter();
    const importId = await begin(6);
    const piece = (at: number, text: string) =>
      client.post(pathTo('AddImportPiece', { importId }), { at, bytes: Buffer.from(text).toString('base64') });
    expect((await piece(3, 'def')).status).toBe(409);
    expect((await piece(0, 'abc').expect(200)).body.data).toEqual({ received: 3 });
    expect((await piece(0, 'abc').expect(200)).body.data).toEqual({ received: 3 });
    expect((await piece(3, 'defg')).status).toBe(409);
    expect(
      (await client.post(pathTo('CheckImport', { importId }), { format: { kind: 'vcard', encoding: 'utf-8' } })).status
    ).toBe(409);
    expect(await get(importId)).toMatchObject({ state: 'receiving', received: 3 });
  });

  it.each([
    ['nothing', '', 'no-rows'],
    ['a header alone', 'Nom;E-mail\n', 'no-rows'],
  ])('%s is refused, and can be read in another way', async (_what, text, refusal) => {
    const { send, client, settled } = await adminImporter();
    const importId = await send(Buffer.from(text));
    const said = {
      format: { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: true },
      mapping: { fields: ['lastName', 'email'], nameOrder: 'first-last' },
    };
    await client.post(pathTo('CheckImport', { importId }), said).expect(200);
    expect(await settled(importId, 'checked', 'refused')).toMatchObject({ state: 'refused', refusal });
  });

  it('formulas, prototypes and control characters are text, and only text', async () => {
    const name = word();
    const { check, rows, apply } = await adminImporter();
    const { documentId } = await check(
      fileOf([
        [`=${name}`, '__proto__', `f.${name}@example.com`, 'constructor'],
        [`${name}\u0000`, 'Zoé', '', ''],
      ])
    );
    await apply(documentId);
    const [first, second] = await rows(documentId);
    expect(first).toMatchObject({ result: 'added', person: { lastName: `=${name}`, firstName: '__proto__' } });
    expect(second).toMatchObject({ result: 'incomplete', person: { lastName: null } });
  });
});
