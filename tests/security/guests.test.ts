import { randomUUID } from 'node:crypto';
import type { AdminGuest } from '../../contract';
import { pathTo } from '../../contract/routes';
import { parseAddress } from '../../server/src/kernel/address';
import { admitted, kept, notTexts } from '../../server/src/kernel/address.examples';
import {
  administrator,
  apiToken,
  as,
  changeGuest,
  storedDigest,
  editor,
  logInByPassword,
  makeContact,
  makeGuest,
  makePasswordGuest,
  makePerson,
  makeTicket,
  mailsTo,
  nobody,
  secretMailedTo,
  tryPassword,
  waitForMailTo,
  codeOf,
} from '../support';
import { databaseAsText } from './dump';

const path = pathTo('ListGuests');
const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const admin = async () => as(await administrator());

const makeFile = async (): Promise<number> => {
  const name = `${word()}.png`;
  const data = {
    name,
    hash: name,
    ext: '.png',
    mime: 'image/png',
    size: 1,
    url: `/uploads/${name}`,
    provider: 'local',
  };
  return (await site.strapi.db.query('plugin::upload.file').create({ data })).id;
};

const newGuest = (fields: object = {}) => ({
  lastName: word(),
  firstName: null,
  email: `${word()}@tests.example`,
  locale: 'fr',
  resources: [],
  accessTypes: [],
  companyContacts: false,
  companyRecords: false,
  invite: false,
  ...fields,
});

const asInput = ({ version, lastName, firstName, email, locale, login, title }: AdminGuest, change: object) => ({
  version,
  lastName,
  firstName,
  email,
  locale,
  login,
  title,
  resources: [],
  accessTypes: [],
  companyContacts: false,
  companyRecords: false,
  ...change,
});

const get = async (guestId: string): Promise<AdminGuest> =>
  (await (await admin()).get(pathTo('GetGuest', { guestId })).expect(200)).body.data;
const put = async (guestId: string, change: object) =>
  (await admin()).put(pathTo('UpdateGuest', { guestId }), asInput(await get(guestId), change));

describe('the address of a guest', () => {
  const all: [string, unknown][] = [
    ...admitted.map(([row, input]): [string, unknown] => [row, input]),
    ...kept,
    ...notTexts.filter(([, input]) => input !== undefined && typeof input !== 'function'),
  ];
  let subject: AdminGuest;
  beforeAll(async () => {
    subject = (await makePerson()).guest;
  });

  it.each(all)(
    '%s %j has the parser’s verdict, as they are created, changed and put into the address book',
    async (_row, input) => {
      // What goes over the line, which is not always what was put in.
      const sent: unknown = JSON.parse(JSON.stringify({ input })).input;
      const verdict = parseAddress(sent);
      const calls = [
        async () => (await admin()).post(pathTo('CreateGuest'), newGuest({ email: sent })),
        async () => put(subject.documentId, { email: sent }),
        async () => (await admin()).post(pathTo('CreateContact'), { lastName: word(), email: sent }),
      ];
      for (const [index, call] of calls.entries()) {
        const { status, body } = await call();
        if (verdict.kind === 'address') {
          expect([index, status, body.data?.email]).toEqual([index, 200, verdict.address]);
          if (index === 0)
            await (await admin()).delete(pathTo('DeleteGuest', { guestId: body.data.documentId })).expect(204);
          continue;
        }
        // Only where an address may be missing is nothing one too.
        if (index > 0 && (sent === null || sent === '')) {
          expect([index, status, body.data?.email]).toEqual([index, 200, null]);
          continue;
        }
        expect([index, status, codeOf({ body })]).toEqual([index, 400, 'invalid_body']);
        expect(body.error.details.errors.map((fault: { path: string[] }) => fault.path[0])).toContain('email');
      }
      if (verdict.kind === 'address') await put(subject.documentId, { email: null });
    }
  );

  it('is one whatever its case, and never two guests’', async () => {
    const name = word();
    await makePerson({ email: `${name}@tests.example` });
    for (const email of [`${name.toUpperCase()}@tests.example`, ` ${name}@TESTS.example\t`]) {
      expect(codeOf(await (await admin()).post(pathTo('CreateGuest'), newGuest({ email })).expect(409))).toBe(
        'address_taken'
      );
    }
    // Another person: no mail system’s own rules are guessed.
    await (await admin()).post(pathTo('CreateGuest'), newGuest({ email: `${name}+x@tests.example` })).expect(200);
  });

  it('is held by an index of the database, as is the login name', async () => {
    const { email, login } = await makePerson();
    const insert = (data: object) =>
      site.strapi.db
        .connection('guest_access_guests')
        .insert({ document_id: randomUUID(), last_name: 'x', origin: 'editor', ...data });
    const isRefused = (data: object) =>
      insert(data).then(
        () => false,
        () => true
      );
    expect(await isRefused({ email_key: email })).toBe(true);
    expect(await isRefused({ login })).toBe(true);
    expect(await isRefused({ login: word() })).toBe(false);
  });
});

describe('L14 a password', () => {
  it.each(['password', 'temporaryPassword', 'mustChangePassword', 'hasPassword', 'digest'])(
    'cannot be set by an editor as %s once the guest is there',
    async (field) => {
      const { guest } = await makePerson({ temporaryPassword: 'Provisoire 4471' });
      const before = await storedDigest(guest.documentId);
      expect(codeOf(await put(guest.documentId, { [field]: 'Autre chose 4471' }))).toBe('invalid_body');
      expect(await storedDigest(guest.documentId)).toBe(before);
    }
  );

  it.each([
    'password',
    'mustChangePassword',
    'waiting',
    'closed',
    'origin',
    'version',
    'documentId',
    'ownContact',
    'emailKey',
  ])('A22 and no column beside: a new guest takes no %s', async (field) => {
    const answer = await (await admin()).post(pathTo('CreateGuest'), newGuest({ [field]: 'x' })).expect(400);
    expect(codeOf(answer)).toBe('invalid_body');
  });

  it('is in no answer, in no row and in no line of the log, nor is its digest shown to anybody', async () => {
    const temporaryPassword = `Provisoire ${word()}`;
    const { guest, login } = await makePerson({ temporaryPassword });
    const digest = String(await storedDigest(guest.documentId));
    expect(digest).toMatch(/^\$(argon2id|scrypt)\$/);
    const contactId = guest.pairedContacts?.[0]?.documentId;
    const actor = await admin();
    const answers = [
      await actor.get(pathTo('ListGuests')),
      await actor.get(`${path}?q=${login}`),
      await actor.get(pathTo('GetGuest', { guestId: guest.documentId })),
      await put(guest.documentId, { title: 'x' }),
      await actor.put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version: 2, closed: false }),
      await actor.post(pathTo('InviteGuest', { guestId: guest.documentId })),
      await actor.get(pathTo('GetContactAccess', { contactId: contactId ?? '' })),
      await actor.get(pathTo('GetContact', { contactId: contactId ?? '' })),
      await actor.get(`/content-manager/collection-types/plugin::guest-access.contact?_q=${login}`),
      await actor.get(`/content-manager/relations/plugin::guest-access.guest/contacts`),
      await actor.post(pathTo('CreateGuest'), newGuest({ login, temporaryPassword })),
      await actor.post(pathTo('CreateGuest'), newGuest({ temporaryPassword, email: 'x' })),
    ];
    for (const { text } of answers) {
      expect(text).not.toContain(temporaryPassword);
      expect(text).not.toContain(digest);
      expect(text).not.toContain('$argon2');
      expect(text).not.toMatch(/"(password|digest|emailKey|email_key|searchText|nameKey)"/);
    }
    expect(await databaseAsText()).not.toContain(temporaryPassword);
    expect(site.logs.join('\n')).not.toContain(temporaryPassword);
    expect(site.logs.join('\n')).not.toContain(digest);
  });

  it('lets nobody in for good who only has the temporary one', async () => {
    const { login, password } = await makePerson({ temporaryPassword: 'Provisoire 4471' });
    const answer = await tryPassword(login, password).expect(403);
    expect(codeOf(answer)).toBe('password_change_required');
    expect(answer.headers['set-cookie']).toBeUndefined();
  });
});

describe('D02 the guests’ table', () => {
  const uid = 'plugin::guest-access.guest';

  it('is not in the content manager, nor is another hidden table of ours, by no way to it', async () => {
    const { guest, login } = await makePerson({ temporaryPassword: 'Provisoire 4471' });
    const actor = await admin();
    const types = await actor.get('/content-manager/content-types').expect(200);
    const hidden: string[] = types.body.data
      .filter(
        (type: { uid: string; isDisplayed: boolean }) => /^plugin::guest-access/.test(type.uid) && !type.isDisplayed
      )
      .map((type: { uid: string }) => type.uid);
    expect(hidden).toContain(uid);
    expect(hidden).toEqual(
      expect.arrayContaining([uid, 'plugin::guest-access.grant', 'plugin::guest-access.mail-message'])
    );
    for (const type of hidden) {
      for (const url of [
        `/content-manager/collection-types/${type}`,
        `/Content-Manager/collection-types/${type}?_q=a`,
        `/content-manager/collection-types/${encodeURIComponent(type)}/${guest.documentId}`,
        `/content-manager/collection-types/${type.replace('.', '%2E')}/`,
        `/content-manager/single-types/${type}`,
        `/content-manager/relations/${type}/contacts`,
        `/content-manager/content-types/${type}/configuration`,
      ]) {
        const { status, text } = await actor.get(url);
        expect([url, status, text.includes('digest'), text.includes(login)]).toEqual([url, 404, false, false]);
      }
      const { status } = await actor.post(`/content-manager/collection-types/${type}`, { lastName: 'x' });
      expect([type, status]).toEqual([type, 404]);
    }
    await actor.get('/content-manager/collection-types/plugin::guest-access.contact').expect(200);
  });

  it('is not reached over a file, a relation or a search, not by the administrator nor by an API token', async () => {
    const photo = await makeFile();
    const { guest, login, email } = await makePerson({ temporaryPassword: 'Provisoire 4471', photo });
    const ticket = await makeTicket({ openedBy: guest.documentId });
    const [panel, token] = [await admin(), as(await apiToken('full-access'))];
    const digest = String(await storedDigest(guest.documentId));
    const tickets = '/content-manager/collection-types/api::ticket.ticket';
    for (const query of [
      '',
      'populate=*',
      'populate=related',
      'populate=openedBy',
      'populate[openedBy]=*',
      'populate[openedBy][fields][0]=password',
      'populate[related][populate]=*',
      `populate[related][on][${uid}][fields][0]=password`,
    ]) {
      const answers = [
        await panel.get(`/upload/files?${query}`),
        await panel.get(`/upload/files/${photo}?${query}`),
        await panel.get(`${tickets}?${query}`),
        await panel.get(`${tickets}/${ticket.documentId}?${query}`),
        await panel.get(`/content-manager/relations/api::ticket.ticket/openedBy?id=${ticket.documentId}&${query}`),
        await token.get(`/api/upload/files?${query}`),
        await token.get(`/api/upload/files/${photo}?${query}`),
        await token.get(`/api/tickets?${query}`),
      ];
      for (const [index, { text }] of answers.entries()) {
        expect([query, index, text.includes('$argon2'), text.includes(digest)]).toEqual([query, index, false, false]);
        // Who sees files sees no guest at all.
        if (index < 2 || index > 4)
          expect([query, index, text.includes(login), text.includes(email)]).toEqual([query, index, false, false]);
      }
    }
    // No oracle either: no answer hangs on how a digest begins.
    for (const [who, url] of [
      [panel, tickets],
      [token, '/api/tickets'],
      [panel, '/upload/files'],
      [token, '/api/upload/files'],
    ] as const) {
      for (const field of ['openedBy', 'related']) {
        const ask = async (start: string) =>
          (await who.get(`${url}?filters[${field}][password][$startsWith]=${start}`)).text;
        expect([url, field, await ask('$')]).toEqual([url, field, await ask('%25')]);
      }
    }
  });

  it('is in no answer to a reader of contacts, and in none to a guest', async () => {
    const { actor, contact } = await makeGuest();
    const { guest, login } = await makePerson({
      contactIds: [contact.documentId],
      temporaryPassword: 'Provisoire 4471',
    });
    const reader = as(await editor(['contacts.read']));
    const asReader = await reader.get(pathTo('GetContact', { contactId: contact.documentId })).expect(200);
    const colleagues = await as(actor).get(pathTo('ListColleagues')).expect(200);
    expect(colleagues.body.data.colleagues).toEqual([
      { firstName: 'Camille', lastName: guest.lastName, companyName: null },
    ]);
    for (const { text } of [asReader, colleagues]) {
      for (const secret of ['$argon2', login, guest.email ?? '-']) expect(text).not.toContain(secret);
    }
    await as(actor).get(pathTo('ListGuests')).expect(401);
    expect((await as(actor).get(`/api/guests/${guest.documentId}`)).status).not.toBe(200);
  });
});

describe('a login name', () => {
  it.each([
    'Noa',
    'noa@a.example',
    ' noa',
    '-noa',
    'noa-',
    'n\u00f6a',
    'noa\u0000',
    'a'.repeat(65),
    '',
    '..',
    '\u202enoa',
    'ｎｏａ',
  ])('is not %j', async (login) => {
    expect(codeOf(await (await admin()).post(pathTo('CreateGuest'), newGuest({ login })).expect(400))).toBe(
      'invalid_body'
    );
  });

  it('stays what it was given, whoever asks', async () => {
    const { guest, login } = await makePerson();
    expect(codeOf(await put(guest.documentId, { login: word() }))).toBe('login_fixed');
    expect(codeOf(await put(guest.documentId, { login: login.toUpperCase() }))).toBe('invalid_body');
    const person = await makePasswordGuest();
    const { actor } = await logInByPassword(person.login, person.password);
    expect((await as(actor).patch(pathTo('UpdateMe'), { login: word() })).status).toBe(400);
    expect((await as(actor).get(pathTo('GetMe')).expect(200)).body.data.login).toBe(person.login);
  });
});

describe('P01, P07 a hostile text', () => {
  it.each([
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['letters that look like others', 'Аrthur'],
    ['a formula', '=cmd|"/C calc"!A1'],
    ['a query', "Robert'); DROP TABLE guest_access_guests;--"],
    ['a template', '<%= process.env %>{{constructor.constructor("x")()}}${7*7}%s'],
    ['a search’s own signs', '%_*\\'],
    ['half a letter', 'a\ud800b'],
    ['accents without end', `Z${'\u0301'.repeat(100)}`],
    ['a letter that grows as it is folded', '\ufdfa'.repeat(100)],
  ])('as a name is %s: kept as it is, and found', async (_what, text) => {
    const isWhole = !/\p{Cs}/u.test(text);
    const { guest } = await makePerson({
      lastName: text,
      title: text,
      description: text,
      details: text,
      email: `${word()}@tests.example`,
    });
    expect(await get(guest.documentId)).toMatchObject({
      lastName: expect.any(String),
      login: expect.stringMatching(/^[a-z0-9]/),
    });
    if (isWhole) expect(await get(guest.documentId)).toMatchObject({ lastName: text, title: text, description: text });
    const found = await (await admin()).get(`${path}?${new URLSearchParams({ q: guest.email ?? '' })}`).expect(200);
    expect(found.body.data.guests).toHaveLength(1);
    expect((await (await admin()).get(`${path}?${new URLSearchParams({ q: text.slice(0, 100) })}`)).status).toBe(200);
    await (await admin()).delete(pathTo('DeleteGuest', { guestId: guest.documentId })).expect(204);
  });

  it.each([
    ['a mark that turns its reading', 'Facture \u202Egnp.exe', 'Facture gnp.exe'],
    ['characters without width', 'Du\u200Bpo\u2060\uFEFFnt', 'Dupont'],
  ])('as a name has %s: it is dropped, and a longer text kept as it is', async (_what, text, shown) => {
    const { guest } = await makePerson({ lastName: text, title: text, description: text });
    expect(await get(guest.documentId)).toMatchObject({ lastName: shown, title: shown, description: text });
  });

  it.each(['\u0000', '\u0007', '\u001b[31m', '\r\nBcc: x@evil.tld', '\u0085'])('with %j is refused', async (text) => {
    for (const field of ['lastName', 'firstName', 'title', 'mobile']) {
      expect(
        codeOf(await (await admin()).post(pathTo('CreateGuest'), newGuest({ [field]: `a${text}b` })).expect(400))
      ).toBe('invalid_body');
    }
  });

  it.each(['\u0000', '\u001b[31m'])('of several lines with %j is refused', async (text) => {
    for (const field of ['description', 'details']) {
      expect(
        codeOf(await (await admin()).post(pathTo('CreateGuest'), newGuest({ [field]: `a${text}b` })).expect(400))
      ).toBe('invalid_body');
    }
  });

  it('reaches the mail and the log without its teeth', async () => {
    const { guest, email } = await makePerson({ lastName: '<b>x</b>\u202Ecba', firstName: null });
    await changeGuest(guest.documentId, { closed: true, waiting: true });
    await (await admin()).post(pathTo('ApproveGuest', { guestId: guest.documentId })).expect(200);
    const [mail] = await waitForMailTo(email);
    expect(mail?.html).not.toContain('<b>x</b>');
    const person = await makePasswordGuest();
    const { actor } = await logInByPassword(person.login, person.password);
    await as(actor).patch(pathTo('UpdateMe'), { lastName: 'A\u202Ecba\u200Bz' }).expect(200);
    await as(actor).patch(pathTo('UpdateMe'), { mobile: '1' }).expect(200);
    const rows: { actorName: string }[] = await site.strapi.db
      .query('plugin::guest-access.activity')
      .findMany({ where: { guest: person.documentId, action: 'guest.updated' } });
    expect(rows).toHaveLength(2);
    for (const { actorName } of rows) expect(actorName).not.toMatch(/\p{C}/u);
  });
});

describe('an address that an editor changes or frees', () => {
  const askForLink = async (email: string): Promise<string> => {
    await as(nobody).post(pathTo('ForgotPassword'), { email }).expect(204);
    return secretMailedTo(email, 'grt_');
  };
  const isGood = async (token: string): Promise<boolean> =>
    (await as(nobody).post(pathTo('PreviewPasswordLink'), { token })).status === 200;

  it('ends what was mailed to the old one, which is told', async () => {
    const { documentId, email } = await makePasswordGuest();
    const token = await askForLink(email);
    expect(await isGood(token)).toBe(true);
    const changed = await put(documentId, { email: `${word()}@tests.example` });
    expect(changed.status).toBe(200);
    expect(await isGood(token)).toBe(false);
    expect(await waitForMailTo(email, 2)).toHaveLength(2);
  });

  it('A4 is no way back for whom it was taken from', async () => {
    const { documentId, email, login, password } = await makePasswordGuest();
    const { version } = await get(documentId);
    await (await admin()).put(pathTo('SetGuestClosed', { guestId: documentId }), { version, closed: true }).expect(200);
    await (await admin()).post(pathTo('FreeAddress', { guestId: documentId })).expect(200);
    await makePerson({ email });
    for (const name of [email, login]) expect((await tryPassword(name, password)).status).toBe(401);
    // The new owner of the address sets a password of their own, and nothing of the other’s.
    const token = await askForLink(email);
    const preview = await as(nobody).post(pathTo('PreviewPasswordLink'), { token }).expect(200);
    expect(preview.body.data.login).not.toBe(login);
  });
});

describe('closing a guest', () => {
  it('ends sessions, links and passwords at once, and an invitation goes to nobody', async () => {
    const guest = await makePasswordGuest();
    const { actor } = await logInByPassword(guest.login, guest.password);
    const { version } = await get(guest.documentId);
    await (
      await admin()
    )
      .put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version, closed: true })
      .expect(200);
    await as(actor).get(pathTo('GetMe')).expect(401);
    await tryPassword(guest.login, guest.password).expect(401);
    expect(codeOf(await (await admin()).post(pathTo('InviteGuest', { guestId: guest.documentId })))).toBe('conflict');
    expect(await mailsTo(guest.email)).toEqual([]);
  });

  it('of somebody else’s contact is not done by way of that contact', async () => {
    const contact = await makeContact();
    const { guest } = await makePerson({ contactIds: [contact.documentId, (await makeContact()).documentId] });
    // Two contacts, neither has their address: they are nobody’s own, and no dialog edits them.
    const access = await (await admin()).get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200);
    expect(access.body.data).toMatchObject({ guestId: null, version: 0 });
    expect((await get(guest.documentId)).state).toBe('without-credentials');
  });
});

describe('what is noted of a guest', () => {
  it('is undone with what it tells', async () => {
    const { guest } = await makePerson();
    const knex = site.strapi.db.connection;
    const count = async () =>
      Number((await knex('guest_access_activities').where({ guest: guest.documentId }).count('* as n'))[0]?.['n']);
    const before = await count();
    expect(codeOf(await put(guest.documentId, { version: 77 }))).toBe('conflict');
    expect(codeOf(await put(guest.documentId, { login: word() }))).toBe('login_fixed');
    expect(codeOf(await (await admin()).post(pathTo('ApproveGuest', { guestId: guest.documentId })))).toBe('conflict');
    expect(await count()).toBe(before);
  });
});
