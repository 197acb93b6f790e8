import { randomUUID } from 'node:crypto';
import { loginPattern, type AdminGuest, type GuestListRow } from '../../contract';
import { pathTo } from '../../contract/routes';
import { backfillMissing } from '../../server/src/features/guests/backfill';
import {
  administrator,
  as,
  changeGuest,
  editor,
  logInByKey,
  makeContact,
  makeGuest,
  makePerson,
  makeProject,
  nobody,
  waitForMailTo,
  type Actor,
  codeOf,
} from '../support';

const path = pathTo('ListGuests');
const word = () => `x${randomUUID().replaceAll('-', '').slice(0, 12)}`;
const address = () => `${word()}@tests.example`;
const admin = async () => as(await administrator());

const body = (fields: object = {}) => ({
  lastName: 'Nom',
  firstName: 'Camille',
  email: address(),
  locale: 'fr',
  resources: [],
  accessTypes: [],
  companyContacts: false,
  companyRecords: false,
  invite: false,
  ...fields,
});

/** What `PUT` takes, of what `GET` answers. */
const asInput = (guest: AdminGuest, change: object = {}) => ({
  version: guest.version,
  lastName: guest.lastName,
  firstName: guest.firstName,
  email: guest.email,
  locale: guest.locale,
  title: guest.title,
  login: guest.login,
  description: guest.description,
  details: guest.details,
  photo: guest.photo?.id ?? null,
  country: guest.country,
  timeZone: guest.timeZone,
  mobile: guest.mobile,
  contactIds: (guest.pairedContacts ?? []).map(({ documentId }) => documentId),
  resources: guest.resources,
  accessTypes: guest.accessTypes,
  companyContacts: guest.companyContacts,
  companyRecords: guest.companyRecords,
  ...change,
});

/** What an editor's form saw of what the guest may change too. */
const profileOf = ({ lastName, firstName, email, locale, country, timeZone, mobile }: AdminGuest) => ({
  ...{ lastName, firstName, email, locale },
  ...{ country, timeZone, mobile },
});

const get = async (guestId: string): Promise<AdminGuest> =>
  (await (await admin()).get(pathTo('GetGuest', { guestId })).expect(200)).body.data;

const put = async (guest: AdminGuest, change: object = {}) =>
  (await admin()).put(pathTo('UpdateGuest', { guestId: guest.documentId }), asInput(guest, change));

const list = async (query: Record<string, string>): Promise<{ guests: GuestListRow[]; total: number }> => {
  const answer = await (await admin()).get(`${path}?${new URLSearchParams(query)}`).expect(200);
  return { guests: answer.body.data.guests, total: answer.body.data.pagination.total };
};

const activityOf = async (guestId: string): Promise<{ action: string; actorName: string | null }[]> =>
  site.strapi.db
    .query('plugin::guest-access.activity')
    .findMany({ where: { guest: guestId }, orderBy: { id: 'asc' }, select: ['action', 'actorName'] });
const actionsOf = async (guestId: string) => (await activityOf(guestId)).map(({ action }) => action);

const makeFile = async (mime: string): Promise<number> => {
  const data = {
    name: `${word()}.png`,
    hash: word(),
    ext: '.png',
    mime,
    size: 1,
    url: `/uploads/${word()}.png`,
    provider: 'local',
  };
  return (await site.strapi.db.query('plugin::upload.file').create({ data })).id;
};

/** A guest who came by themselves and waits for an editor. */
const makeWaiting = async (): Promise<AdminGuest> => {
  const { guest } = await makePerson();
  await site.strapi.db
    .query('plugin::guest-access.guest')
    .update({ where: { documentId: guest.documentId }, data: { closed: true, waiting: true, origin: 'domain' } });
  return get(guest.documentId);
};

describe('POST /guest-access/guests', () => {
  it('answers the whole guest, with a login name made of their title and a contact of their own', async () => {
    const [project, photo, title] = [await makeProject(), await makeFile('image/png'), `Maison Première ${word()}`];
    const email = address();
    const answer = await (
      await admin()
    )
      .post(
        pathTo('CreateGuest'),
        body({
          lastName: '  Dvořák ',
          email: ` ${email.replace('tests', 'TESTS')}\t`,
          title,
          description: 'Deux\nlignes',
          details: 'Note',
          photo,
          country: 'CZ',
          timeZone: 'Europe/Prague',
          mobile: '+420 123',
          locale: 'cs',
          accessTypes: ['tasks'],
          resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
          companyContacts: true,
        })
      )
      .expect(200);
    const guest: AdminGuest = answer.body.data;
    expect(guest).toMatchObject({
      lastName: 'Dvořák',
      firstName: 'Camille',
      email,
      title,
      login: title.toLowerCase().replace('maison première ', 'maison-premiere-'),
      state: 'without-credentials',
      locale: 'cs',
      description: 'Deux\nlignes',
      details: 'Note',
      photo: { id: photo, url: expect.stringMatching(/^\/uploads/) },
      country: 'CZ',
      timeZone: 'Europe/Prague',
      mobile: '+420 123',
      hasPassword: false,
      mustChangePassword: false,
      hasKey: false,
      companyContacts: true,
      companyRecords: false,
      accessTypes: ['tasks'],
      resources: [{ contentType: 'api::project.project', documentIds: [project.documentId] }],
      origin: 'editor',
      invitationLinkId: null,
      lastSeenAt: null,
      version: 1,
    });
    expect(guest.pairedContacts).toEqual([{ documentId: expect.any(String), name: 'Dvořák Camille' }]);
    expect(await get(guest.documentId)).toEqual(guest);
    expect(await activityOf(guest.documentId)).toMatchObject([
      { action: 'guest.created', actorName: expect.any(String) },
    ]);
    const contact = await (
      await admin()
    )
      .get(pathTo('GetContact', { contactId: guest.pairedContacts?.[0]?.documentId ?? '' }))
      .expect(200);
    expect(contact.body.data).toMatchObject({ lastName: 'Dvořák', email, locale: 'cs', mobile: '+420 123' });
  });

  it('opens their own access in the dialog of the contact that has their address', async () => {
    const contact = await makeContact();
    const { guest } = await makePerson({ email: contact.email?.toUpperCase() });
    expect((guest.pairedContacts ?? []).map(({ documentId }) => documentId)).toEqual([contact.documentId]);
    const access = await (await admin()).get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200);
    expect(access.body.data.guestId).toBe(guest.documentId);
  });

  it('makes a new contact where several have their address, or another guest is that one', async () => {
    const email = address();
    const twins = [await makeContact({ email }), await makeContact({ email })];
    const { guest } = await makePerson({ email });
    expect(twins.map(({ documentId }) => documentId)).not.toContain(guest.pairedContacts?.[0]?.documentId);
    const owned = await makeGuest();
    const other = await makePerson({ email: owned.contact.email });
    expect(other.guest.pairedContacts?.[0]?.documentId).not.toBe(owned.contact.documentId);
  });

  it('pairs with the chosen contacts', async () => {
    const [one, two] = [await makeContact(), await makeContact()];
    const { guest } = await makePerson({ contactIds: [one.documentId, two.documentId] });
    expect((guest.pairedContacts ?? []).map(({ documentId }) => documentId).sort()).toEqual(
      [one.documentId, two.documentId].sort()
    );
  });

  it('takes a temporary password that lets them in to change it, and asks for no invitation then unless told', async () => {
    const { guest } = await makePerson({ temporaryPassword: 'Provisoire 4471' });
    expect(guest).toMatchObject({ hasPassword: true, mustChangePassword: true, state: 'open', mail: null });
  });

  it('refuses a temporary password that is weak, and keeps nothing', async () => {
    const email = address();
    const answer = await (
      await admin()
    )
      .post(pathTo('CreateGuest'), body({ email, temporaryPassword: 'abc' }))
      .expect(400);
    expect(codeOf(answer)).toBe('weak_password');
    expect(answer.body.error.details.faults).toContain('too-short');
    expect((await list({ q: email })).total).toBe(0);
  });

  it.each([
    ['no last name', { lastName: '' }, ['lastName']],
    ['no address', { email: '' }, ['email']],
    ['an address that is none', { email: 'noa@' }, ['email']],
    ['no language', { locale: undefined }, ['locale']],
    ['a language we lack', { locale: 'de' }, ['locale']],
    ['a login name in capitals', { login: 'Noa' }, ['login']],
    ['a login name with an at sign', { login: 'noa@a.example' }, ['login']],
    ['a country that there is not', { country: 'QQ' }, ['country']],
    ['a part of the world for a country', { country: 'EU' }, ['country']],
    ['a time zone that there is not', { timeZone: 'Europe/Atlantis' }, ['timeZone']],
    ['an offset for a time zone', { timeZone: '+0100' }, ['timeZone']],
    ['a photo that is not there', { photo: 999_999_999 }, ['photo']],
    ['a contact that is not there', { contactIds: ['a'.repeat(24)] }, ['contactIds', '0']],
    ['an access type that there is not', { accessTypes: ['nope'] }, ['accessTypes', '0']],
    [
      'a row that is not there',
      { resources: [{ contentType: 'api::project.project', documentIds: ['a'.repeat(24)] }] },
      ['resources', '0', 'documentIds'],
    ],
    ['a control character', { title: 'a\u0000b' }, ['title']],
    ['a description that is too long', { description: 'x'.repeat(5_001) }, ['description']],
  ])('refuses %s with its path', async (_what, fields, where) => {
    const answer = await (await admin()).post(pathTo('CreateGuest'), body(fields)).expect(400);
    expect(codeOf(answer)).toBe('invalid_body');
    expect(answer.body.error.details.errors.map((error: { path: string[] }) => error.path)).toContainEqual(where);
  });

  it('refuses a photo that is no image', async () => {
    const answer = await (
      await admin()
    )
      .post(pathTo('CreateGuest'), body({ photo: await makeFile('text/html') }))
      .expect(400);
    expect(answer.body.error.details.errors[0].path).toEqual(['photo']);
  });

  it('takes a photo that the media library shows to the editor, and keeps the one that is there', async () => {
    const [photo, other] = [await makeFile('image/png'), await makeFile('image/png')];
    const permissions = ['guests.read', 'guests.create', 'guests.update'] as const;
    const library = { action: 'plugin::upload.read', subject: null, properties: {} };
    const blind = as(await editor(permissions));
    const creator = as(await editor(permissions, [{ ...library, conditions: ['admin::is-creator'] }]));
    const sighted = as(await editor(permissions, [library]));
    for (const actor of [blind, creator]) {
      const refused = await actor.post(pathTo('CreateGuest'), body({ photo })).expect(400);
      expect(refused.body.error.details.errors[0].path).toEqual(['photo']);
      expect(refused.text).not.toContain('/uploads');
    }
    const made = await sighted.post(pathTo('CreateGuest'), body({ photo })).expect(200);
    expect(made.body.data.photo.id).toBe(photo);
    const guestId = made.body.data.documentId;
    const save = async (change: object) =>
      blind.put(pathTo('UpdateGuest', { guestId }), asInput(await get(guestId), change));
    expect((await save({ title: 'Autre titre' })).body.data).toMatchObject({
      title: 'Autre titre',
      photo: { id: photo },
    });
    expect((await save({ photo: other })).status).toBe(400);
    expect((await save({ photo: null })).body.data.photo).toBeNull();
  });

  it('refuses an address that a guest has, in whatever case, and says whose it is', async () => {
    const { guest, email } = await makePerson();
    const answer = await (await admin()).post(pathTo('CreateGuest'), body({ email: email.toUpperCase() })).expect(409);
    expect(answer.body.error.details).toMatchObject({ code: 'address_taken', guestId: guest.documentId });
  });

  it('refuses a login name that a guest has, and says whose it is', async () => {
    const { guest, login } = await makePerson();
    const answer = await (await admin()).post(pathTo('CreateGuest'), body({ login })).expect(409);
    expect(answer.body.error.details).toMatchObject({ code: 'login_taken', guestId: guest.documentId });
  });

  it('leaves no contact behind where it is refused', async () => {
    const { email } = await makePerson();
    const lastName = word();
    await (await admin()).post(pathTo('CreateGuest'), body({ email, lastName })).expect(409);
    const found = await (await admin()).get(`${pathTo('ListContacts')}?q=${lastName}`).expect(200);
    expect(found.body.data.contacts).toEqual([]);
  });

  it('makes one guest of twenty who create one address at once', async () => {
    const [email, actor] = [address(), await administrator()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as(actor).post(pathTo('CreateGuest'), body({ email })))
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(19);
    const made = answers.find(({ status }) => status === 200)?.body.data.documentId;
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect(answer.body.error.details).toMatchObject({ code: 'address_taken', guestId: made });
    }
    expect((await list({ q: email })).total).toBe(1);
    const contacts = await as(actor)
      .get(`${pathTo('ListContacts')}?q=${email}`)
      .expect(200);
    expect(contacts.body.data.contacts).toHaveLength(1);
  });

  it('gives twenty of one title who are created at once a login name each', async () => {
    const [title, actor] = [word(), await administrator()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as(actor).post(pathTo('CreateGuest'), body({ title })))
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    const logins = answers.map((answer) => answer.body.data.login as string);
    expect(new Set(logins).size).toBe(20);
    for (const login of logins) expect(login).toMatch(loginPattern);
  });

  it('gives one of twenty the login name that all asked for at once', async () => {
    const [login, actor] = [word(), await administrator()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => as(actor).post(pathTo('CreateGuest'), body({ login })))
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => codeOf(answer) === 'login_taken')).toHaveLength(19);
  });
});

describe('an editor who may not manage accesses', () => {
  const clerk = () => editor(['guests.read', 'guests.create', 'guests.update']);

  it.each([
    ['an access type', { accessTypes: ['tasks'] }],
    ['company contacts', { companyContacts: true }],
    ['company records', { companyRecords: true }],
  ])('cannot give %s', async (_what, gift) => {
    const answer = await as(await clerk())
      .post(pathTo('CreateGuest'), body(gift))
      .expect(403);
    expect(codeOf(answer)).toBe('grants_beyond_own');
  });

  it('cannot make somebody the guest of a contact, to whom an access may be given later', async () => {
    const contact = await makeContact();
    const answer = await as(await clerk())
      .post(pathTo('CreateGuest'), body({ contactIds: [contact.documentId] }))
      .expect(403);
    expect(codeOf(answer)).toBe('access_decides');
  });

  it('changes a person, and nothing of what they see', async () => {
    const { guest } = await makePerson({ accessTypes: ['tasks'] });
    const actor = as(await clerk());
    const contact = await makeContact();
    const url = pathTo('GetGuest', { guestId: guest.documentId });
    await actor.put(url, asInput(guest, { accessTypes: [] })).expect(403);
    await actor.put(url, asInput(guest, { accessTypes: ['tasks', 'tags'] })).expect(403);
    await actor.put(url, asInput(guest, { companyRecords: true })).expect(403);
    await actor.put(url, asInput(guest, { contactIds: [contact.documentId] })).expect(403);
    const answer = await actor.put(url, asInput(guest, { lastName: 'Autre' })).expect(200);
    // What they hold is for who may read accesses; who may not leaves it out, and it stays.
    expect(answer.body.data).toMatchObject({ lastName: 'Autre', accessTypes: null, companyRecords: null });
    const { contactIds, resources, accessTypes, companyContacts, companyRecords, ...person } = asInput(guest, {
      version: answer.body.data.version,
      lastName: 'Encore',
    });
    await actor.put(url, person).expect(200);
    expect(await get(guest.documentId)).toMatchObject({
      lastName: 'Encore',
      accessTypes,
      resources,
      companyContacts,
      companyRecords,
      pairedContacts: contactIds.map((documentId) => expect.objectContaining({ documentId })),
    });
  });

  it('X03 gives no guest another address, also not one who holds nothing yet', async () => {
    const actor = as(await clerk());
    const move = async (guest: AdminGuest, change: object) =>
      actor.put(pathTo('UpdateGuest', { guestId: guest.documentId }), asInput(guest, { email: address(), ...change }));
    for (const held of [{}, { accessTypes: ['tasks'] }, { companyContacts: true }, { companyRecords: true }]) {
      const { guest } = await makePerson(held);
      const refused = await move(guest, {});
      expect([held, codeOf(refused)]).toEqual([held, 'access_decides']);
      expect(refused.body.error.details.errors[0].path).toEqual(['email']);
      expect((await move(guest, { email: null })).status).toBe(403);
      expect((await get(guest.documentId)).email).toBe(guest.email);
      await move(guest, { email: guest.email?.toUpperCase() }).then(({ status }) => expect(status).toBe(200));
    }
  });
});

describe('GET /guest-access/guests', () => {
  it('lists a page of what is searched, in order, in names, address, title and login', async () => {
    const mark = word();
    const make = (lastName: string, fields: object = {}) => makePerson({ lastName, title: null, ...fields });
    await make(`Éclair ${mark}`, { firstName: 'Zoé' });
    await make('Abbé', { title: `Titre ${mark}` });
    await make('Zorn', { email: `${mark}@tests.example` });
    await make('Meyer', { login: mark });
    const found = await list({ q: mark.toUpperCase() });
    expect(found.total).toBe(4);
    expect(found.guests.map(({ lastName }) => lastName)).toEqual(['Abbé', `Éclair ${mark}`, 'Meyer', 'Zorn']);
    const page = await list({ q: mark, page: '2', pageSize: '3', direction: 'desc' });
    expect(page).toMatchObject({ total: 4, guests: [{ lastName: 'Abbé' }] });
    expect((await list({ q: `zoe ${mark}` })).total).toBe(1);
    expect(Object.keys(found.guests[0] ?? {}).sort()).toEqual(
      'companyNames contactEmail createdAt documentId email firstName holds lastName lastSeenAt login origin state title'.split(
        ' '
      )
    );
  });

  it.each(['lastName', 'email', 'login', 'createdAt'] as const)('sorts by %s, empty ones last', async (sort) => {
    const lastName = word();
    const made = [];
    for (const first of ['b', 'a', 'c']) {
      made.push(
        (
          await makePerson({
            lastName,
            firstName: first,
            email: `${first}${word()}@tests.example`,
            login: `${first}${word()}`,
          })
        ).guest
      );
    }
    const { guests } = await list({ q: lastName, sort });
    const expected = sort === 'createdAt' ? ['b', 'a', 'c'] : ['a', 'b', 'c'];
    expect(guests.map(({ firstName }) => firstName)).toEqual(expected);
    const { guests: reversed } = await list({ q: lastName, sort, direction: 'desc' });
    expect(reversed.map(({ firstName }) => firstName)).toEqual([...expected].reverse());
  });

  it('tells how each stands, and filters by it', async () => {
    const lastName = word();
    const without = (await makePerson({ lastName })).guest;
    const open = (await makePerson({ lastName, temporaryPassword: 'Provisoire 4471' })).guest;
    const closed = (await makePerson({ lastName })).guest;
    await (
      await admin()
    )
      .put(pathTo('SetGuestClosed', { guestId: closed.documentId }), { version: closed.version, closed: true })
      .expect(200);
    const waiting = await makeWaiting();
    await put(waiting, { lastName });
    const keyed = await makeGuest({ contact: { lastName } });
    const expected = {
      'without-credentials': [without.documentId],
      open: [open.documentId, keyed.access.guestId],
      closed: [closed.documentId],
      waiting: [waiting.documentId],
    };
    for (const [state, ids] of Object.entries(expected)) {
      const { guests, total } = await list({ q: lastName, state });
      expect(guests.map(({ documentId }) => documentId).sort()).toEqual([...ids].sort());
      expect(guests.map((guest) => guest.state)).toEqual(ids.map(() => state));
      expect(total).toBe(ids.length);
    }
    expect((await list({ q: lastName, origin: 'contact' })).guests.map(({ documentId }) => documentId)).toEqual([
      keyed.access.guestId,
    ]);
  });

  it('counts those who wait, whatever the filter', async () => {
    const count = async (query: string) =>
      (await (await admin()).get(`${path}?${query}`).expect(200)).body.data.waitingTotal as number;
    const before = await count('');
    await makeWaiting();
    expect(await count(`q=${word()}&state=open`)).toBe(before + 1);
  });

  it('says when a guest was here last, and the companies of their contacts', async () => {
    const company = { name: `Maison ${word()}` };
    const { access } = await makeGuest({ contact: { company } });
    const { guests } = await list({ q: (await get(access.guestId ?? '')).lastName });
    expect(guests).toMatchObject([{ companyNames: [company.name], lastSeenAt: expect.stringMatching(/^\d{4}-.*Z$/) }]);
  });

  it('takes no account of an editor who looked as the guest', async () => {
    const { guest } = await makePerson();
    const { body: preview } = await (
      await admin()
    )
      .post(pathTo('StartPreview', { guestId: guest.documentId }))
      .expect(200);
    const ticket = preview.data.link.split('#')[1];
    await as({ name: 'nobody', headers: { Origin: site.url } })
      .post(pathTo('LogInByPreview'), { ticket })
      .expect(200);
    expect((await get(guest.documentId)).lastSeenAt).toBeNull();
  });

  it('finds guests whose row is older than the search', async () => {
    const { guest } = await makePerson({ lastName: word() });
    const row = { where: { documentId: guest.documentId }, data: { searchText: null, nameKey: null } };
    await site.strapi.db.query('plugin::guest-access.guest').update(row);
    expect((await list({ q: guest.lastName })).total).toBe(0);
    await backfillMissing(site.strapi);
    expect((await list({ q: guest.lastName })).total).toBe(1);
  });

  it.each([
    'state=nobody',
    'sort=password',
    'direction=up',
    'pageSize=101',
    'origin=x',
    'filters[password]=a',
    'q[$ne]=1',
  ])('refuses ?%s', async (query) => {
    expect(codeOf(await (await admin()).get(`${path}?${query}`).expect(400))).toBe('invalid_query');
  });
});

describe('GET /guest-access/login-proposal', () => {
  const propose = async (title: string): Promise<string> =>
    (await (await admin()).get(`${pathTo('ProposeLogin')}?${new URLSearchParams({ title })}`).expect(200)).body.data
      .login;

  it('is made of the title, and nobody has it', async () => {
    const title = `Éditions ${word()}`;
    const first = await propose(title);
    expect(first).toBe(title.toLowerCase().replace('éditions ', 'editions-'));
    await makePerson({ title });
    expect(await propose(title)).toBe(`${first}-2`);
  });

  it('refuses no title', async () => {
    await (await admin()).get(`${pathTo('ProposeLogin')}?title=`).expect(400);
  });
});

describe('PUT /guest-access/guests/:guestId', () => {
  it('saves the whole guest, and notes it', async () => {
    const { guest } = await makePerson({ title: 'Ancien', description: 'Ancienne' });
    const email = address();
    const { status, body: answer } = await put(guest, {
      lastName: 'Neuf',
      firstName: '',
      email,
      title: '',
      description: null,
      locale: 'en',
      accessTypes: ['tasks'],
      companyRecords: true,
    });
    expect(status).toBe(200);
    expect(answer.data).toMatchObject({
      version: guest.version + 1,
      lastName: 'Neuf',
      firstName: null,
      email,
      title: null,
      login: guest.login,
      description: null,
      locale: 'en',
      accessTypes: ['tasks'],
      companyRecords: true,
    });
    expect(await actionsOf(guest.documentId)).toEqual(['guest.created', 'guest.updated']);
    expect((await list({ q: email })).total).toBe(1);
    expect((await list({ q: guest.email ?? '' })).total).toBe(0);
  });

  it('lets the first of two editors win', async () => {
    const { guest } = await makePerson();
    const answers = await Promise.all([put(guest, { title: 'Un' }), put(guest, { title: 'Deux' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('conflict');
  });

  it('gives a guest of a contact’s dialog an address, a title and a login name, once', async () => {
    const made = await makeGuest();
    const guest = await get(made.access.guestId ?? '');
    expect(guest).toMatchObject({ origin: 'contact', email: null, login: null, hasKey: true, state: 'open' });
    const [email, login] = [address(), word()];
    const given = await put(guest, { email, login, title: 'Maison' });
    expect(given.body.data).toMatchObject({ email, login, title: 'Maison' });
    const other = await put(given.body.data, { login: word() });
    expect([other.status, codeOf(other)]).toEqual([409, 'login_fixed']);
    const kept = await put(given.body.data, { login: null });
    expect(kept.body.data.login).toBe(login);
    expect((await as(made.actor).get(pathTo('GetMe')).expect(200)).body.data).toMatchObject({ email, login });
  });

  it('refuses an address and a login name that another has', async () => {
    const [one, two] = [await makePerson(), await makePerson()];
    const taken = await put(two.guest, { email: one.email });
    expect(taken.body.error.details).toMatchObject({ code: 'address_taken', guestId: one.guest.documentId });
    const fromDialog = await get((await makeGuest()).access.guestId ?? '');
    const login = await put(fromDialog, { login: one.login });
    expect(login.body.error.details).toMatchObject({ code: 'login_taken', guestId: one.guest.documentId });
  });

  it('writes an address in another case without taking it for another', async () => {
    const { guest, email } = await makePerson();
    const typed = email.replace(/^./, (first) => first.toUpperCase());
    expect((await put(guest, { email: typed })).body.data.email).toBe(typed);
  });

  it('keeps their own contact where none is chosen, and pairs with others', async () => {
    const { guest } = await makePerson();
    const same = await put(guest, { contactIds: [] });
    expect(same.body.data.pairedContacts).toEqual(guest.pairedContacts);
    const other = await makeContact();
    const paired = await put(same.body.data, { contactIds: [other.documentId] });
    expect(paired.body.data.pairedContacts).toEqual([{ documentId: other.documentId, name: expect.any(String) }]);
  });

  it('answers 404 for nobody, and 400 for what is wrong', async () => {
    const { guest } = await makePerson();
    await (await admin()).put(pathTo('UpdateGuest', { guestId: 'a'.repeat(24) }), asInput(guest)).expect(404);
    expect((await put(guest, { country: 'QQ' })).status).toBe(400);
    expect((await put(guest, { password: 'x' })).status).toBe(400);
    expect((await put(guest, { temporaryPassword: 'Provisoire 4471' })).status).toBe(400);
  });
});

describe('PUT /guest-access/guests/:guestId/closed', () => {
  const setClosed = async (guest: AdminGuest, closed: boolean) =>
    (await admin()).put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version: guest.version, closed });

  it('ends their sessions, and opens again', async () => {
    const made = await makeGuest();
    const guest = await get(made.access.guestId ?? '');
    const closed = await setClosed(guest, true);
    expect(closed.body.data).toMatchObject({ state: 'closed', version: guest.version + 1 });
    await as(made.actor).get(pathTo('GetMe')).expect(401);
    const opened = await setClosed(closed.body.data, false);
    expect(opened.body.data.state).toBe('open');
    await as(made.actor).get(pathTo('GetMe')).expect(401);
    await as((await logInByKey(made.key)).actor)
      .get(pathTo('GetMe'))
      .expect(200);
    expect((await actionsOf(guest.documentId)).slice(-3)).toEqual(['guest.closed', 'guest.opened', 'guest.logged-in']);
  });

  it('is refused to whoever saw an older guest', async () => {
    const { guest } = await makePerson();
    expect((await setClosed(guest, true)).status).toBe(200);
    const late = await setClosed(guest, false);
    expect([late.status, codeOf(late)]).toEqual([409, 'conflict']);
  });

  it('declines who waits; opening them takes an approval', async () => {
    const waiting = await makeWaiting();
    expect(codeOf(await setClosed(waiting, false))).toBe('conflict');
    expect((await setClosed(waiting, true)).body.data.state).toBe('closed');
  });
});

describe('POST /guest-access/guests/:guestId/approve', () => {
  const approve = async (guestId: string) => (await admin()).post(pathTo('ApproveGuest', { guestId }));

  it('lets them in and tells them, of two editors by one', async () => {
    const waiting = await makeWaiting();
    const answers = await Promise.all([approve(waiting.documentId), approve(waiting.documentId)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await get(waiting.documentId)).state).toBe('without-credentials');
    const mails = await waitForMailTo(waiting.email ?? '');
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toContain('/guest/login');
    expect(await actionsOf(waiting.documentId)).toEqual(['guest.created', 'guest.approved']);
  });

  it('refuses a guest who does not wait', async () => {
    const { guest } = await makePerson();
    expect(codeOf(await approve(guest.documentId))).toBe('conflict');
    await (
      await admin()
    )
      .put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version: 1, closed: true })
      .expect(200);
    expect(codeOf(await approve(guest.documentId))).toBe('conflict');
    expect((await approve('a'.repeat(24))).status).toBe(404);
  });
});

describe('PUT /guest-access/guests/:guestId/closed', () => {
  const setClosed = async ({ documentId }: AdminGuest, version: number, closed: boolean) =>
    (await admin()).put(pathTo('SetGuestClosed', { guestId: documentId }), { version, closed });

  it('closes whatever has changed since: no guest keeps their access open by changing themselves all the time', async () => {
    const { guest } = await makePerson();
    const seen = await get(guest.documentId);
    await put(seen, { mobile: '1' });
    expect((await setClosed(guest, seen.version, true)).body.data).toMatchObject({ state: 'closed' });
  });

  it('opens what an editor saw, of two by one', async () => {
    const { guest } = await makePerson();
    const { version } = (await setClosed(guest, guest.version, true)).body.data;
    expect(codeOf(await setClosed(guest, guest.version, false))).toBe('conflict');
    const answers = await Promise.all([setClosed(guest, version, false), setClosed(guest, version, false)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('POST /guest-access/guests/:guestId/free-address', () => {
  const free = async (guestId: string) => (await admin()).post(pathTo('FreeAddress', { guestId }));

  it('gives the address of a closed guest to another', async () => {
    const { guest, email } = await makePerson();
    expect(codeOf(await free(guest.documentId))).toBe('guest_not_closed');
    await (
      await admin()
    )
      .put(pathTo('SetGuestClosed', { guestId: guest.documentId }), { version: 1, closed: true })
      .expect(200);
    expect((await free(guest.documentId)).body.data).toMatchObject({ email: null, state: 'closed' });
    await makePerson({ email });
    expect(await actionsOf(guest.documentId)).toEqual(['guest.created', 'guest.closed', 'guest.address-freed']);
  });

  it('is refused for a guest who waits', async () => {
    expect(codeOf(await free((await makeWaiting()).documentId))).toBe('guest_not_closed');
  });
});

describe('POST /guest-access/guests/:guestId/invite', () => {
  const invite = async (guestId: string) => (await admin()).post(pathTo('InviteGuest', { guestId }));

  it('writes to the right address at once after a slip in the first one', async () => {
    const { guest } = await makePerson({ invite: true });
    const email = address();
    expect((await put(guest, { email })).status).toBe(200);
    expect((await invite(guest.documentId)).status).toBe(200);
    const [mail] = await waitForMailTo(email);
    expect(mail?.text).toContain('/guest/password#grt_');
  });

  it('is noted, and refused without an address or where they cannot come in', async () => {
    const { guest } = await makePerson();
    expect((await invite(guest.documentId)).status).toBe(200);
    expect(await actionsOf(guest.documentId)).toEqual(['guest.created', 'guest.invited']);
    expect(codeOf(await invite((await makeGuest()).access.guestId ?? ''))).toBe('no_address');
    expect(codeOf(await invite((await makeWaiting()).documentId))).toBe('conflict');
  });
});

describe('DELETE /guest-access/guests/:guestId', () => {
  it('takes their sessions and their key with them, and leaves their contact', async () => {
    const made = await makeGuest();
    const guestId = made.access.guestId ?? '';
    await (await admin()).delete(pathTo('DeleteGuest', { guestId })).expect(204);
    await (await admin()).get(pathTo('GetGuest', { guestId })).expect(404);
    await as(made.actor).get(pathTo('GetMe')).expect(401);
    await (await admin()).get(pathTo('GetContact', { contactId: made.contact.documentId })).expect(200);
    expect((await actionsOf(guestId)).at(-1)).toBe('guest.deleted');
    await (await admin()).delete(pathTo('DeleteGuest', { guestId })).expect(404);
  });

  it('frees their address and login name', async () => {
    const { guest, email, login } = await makePerson();
    await (await admin()).delete(pathTo('DeleteGuest', { guestId: guest.documentId })).expect(204);
    await makePerson({ email, login });
  });
});

describe('PATCH /api/guest-access/me', () => {
  const patch = (actor: Actor, change: object) => as(actor).patch(pathTo('UpdateMe'), change);

  it('changes what is given and leaves the rest', async () => {
    const { actor, access } = await makeGuest();
    const before = (await as(actor).get(pathTo('GetMe')).expect(200)).body.data;
    const lastName = word();
    const answer = await patch(actor, { lastName, country: 'FR', timeZone: 'Europe/Paris', locale: 'cs' }).expect(200);
    expect(answer.body.data).toEqual({ ...before, lastName, country: 'FR', timeZone: 'Europe/Paris', locale: 'cs' });
    expect((await patch(actor, { country: null, firstName: '' }).expect(200)).body.data).toMatchObject({
      country: null,
      firstName: null,
      timeZone: 'Europe/Paris',
    });
    expect((await list({ q: lastName })).total).toBe(1);
    expect((await actionsOf(access.guestId ?? '')).filter((action) => action === 'guest.updated')).toHaveLength(2);
  });

  it('answers their photo too, as GET does; a file that is gone is none', async () => {
    const { actor, access } = await makeGuest();
    const photo = await makeFile('image/png');
    const guest = (await put(await get(access.guestId ?? ''), { photo })).body.data;
    const me = await as(actor).get(pathTo('GetMe')).expect(200);
    expect(me.body.data.photoUrl).toBe(guest.photo.url);
    expect((await patch(actor, { mobile: '1' }).expect(200)).body.data.photoUrl).toBe(guest.photo.url);
    await site.strapi.db.query('plugin::upload.file').delete({ where: { id: photo } });
    expect((await as(actor).get(pathTo('GetMe')).expect(200)).body.data.photoUrl).toBeNull();
    expect((await get(guest.documentId)).photo).toBeNull();
  });

  it('is not lost to an editor who saw the guest before, and keeps them from nothing', async () => {
    const { actor, access } = await makeGuest();
    const seen = await get(access.guestId ?? '');
    await patch(actor, { mobile: '06 11', locale: 'cs', country: 'FR' }).expect(200);
    const saved = await put(seen, { seen: profileOf(seen), lastName: 'Neuf', country: 'CZ', accessTypes: [] });
    expect(saved.status).toBe(200);
    expect(saved.body.data).toMatchObject({ lastName: 'Neuf', mobile: '06 11', locale: 'cs', country: 'CZ' });
    // Who does not say what they saw writes all of it.
    expect((await put(saved.body.data, { mobile: null })).body.data.mobile).toBeNull();
  });

  it('is not undone where it is their address: an older form leaves it', async () => {
    const { guest } = await makePerson();
    const seen = await get(guest.documentId);
    const moved = address();
    await changeGuest(guest.documentId, { email: moved, emailKey: moved });
    const { body: saved } = await put(seen, { seen: profileOf(seen), title: 'Titre' });
    expect(saved.data).toMatchObject({ email: moved, title: 'Titre' });
  });

  it.each([
    [{ lastName: '' }],
    [{ lastName: null }],
    [{ country: 'QQ' }],
    [{ timeZone: 'Europe/Atlantis' }],
    [{ locale: 'de' }],
    [{ email: 'autre@tests.example' }],
    [{ login: 'autre' }],
    [{ companyRecords: true }],
    [{ closed: false }],
    [{ password: 'x' }],
  ])('refuses %j', async (change) => {
    const { actor } = await makeGuest();
    expect(codeOf(await patch(actor, change).expect(400))).toBe('invalid_body');
  });

  it('is refused to an editor who looks as the guest', async () => {
    const { access } = await makeGuest();
    const { body: preview } = await (
      await admin()
    )
      .post(pathTo('StartPreview', { guestId: access.guestId ?? '' }))
      .expect(200);
    const ticket = preview.data.link.split('#')[1];
    const opened = await as({ name: 'nobody', headers: { Origin: site.url } })
      .post(pathTo('LogInByPreview'), { ticket })
      .expect(200);
    const [cookie = ''] = opened.get('Set-Cookie') ?? [];
    const looker = {
      name: 'looker',
      headers: { Cookie: cookie.split(';')[0] ?? '', 'Guest-Access': 'cookie', Origin: site.url },
    };
    expect(codeOf(await patch(looker, { mobile: '1' }).expect(403))).toBe('write_not_allowed');
  });
});

describe('GET /api/guest-access/colleagues', () => {
  it('names nobody who waits or is closed', async () => {
    const { actor, contact } = await makeGuest();
    const { guest } = await makePerson({ lastName: word(), contactIds: [contact.documentId] });
    const names = async () =>
      (await as(actor).get(pathTo('ListColleagues')).expect(200)).body.data.colleagues.map(
        ({ lastName }: { lastName: string }) => lastName
      );
    expect(await names()).toEqual([guest.lastName]);
    const where = { documentId: guest.documentId };
    await site.strapi.db.query('plugin::guest-access.guest').update({ where, data: { closed: true, waiting: true } });
    expect(await names()).toEqual([]);
  });
});

describe('the guests of the demo', () => {
  it('log in with a login name and a password of their own, or with their key', async () => {
    const withPassword = site.guests.filter(({ password }) => password !== null);
    expect(withPassword.length).toBeGreaterThan(1);
    for (const { login, password, key } of withPassword) {
      await as(nobody).post(pathTo('LogInByPassword'), { login, password }).expect(200);
      await logInByKey(key);
    }
  });
});
