import supertest from 'supertest';
import type { AdminGuest, ContactAccess } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  logInByKey,
  logInByPassword,
  makeContact,
  makeGuest,
  makePasswordGuest,
  makeProject,
  nobody,
  startInstance,
  type Made,
  type MadeGuest,
  codeOf,
} from '../support';

const project = 'api::project.project';
const admin = async () => as(await administrator());

const accessOf = async (guest: Pick<MadeGuest, 'contact'>): Promise<ContactAccess> =>
  (await (await admin()).get(pathTo('GetContactAccess', { contactId: guest.contact.documentId })).expect(200)).body
    .data;

const given = (projects: readonly Made[], accessTypes = ['tasks']) => ({
  resources: [{ contentType: project, documentIds: projects.map(({ documentId }) => documentId) }],
  accessTypes,
});

const save = async (guest: Pick<MadeGuest, 'contact'>, body: object) =>
  (await admin()).put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), { closed: false, ...body });

const regenerate = async (guest: MadeGuest, version: number) =>
  (await admin()).post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version });

const projectsOf = ({ resources }: ContactAccess): string[] =>
  resources.flatMap(({ documentIds }) => documentIds as string[]).sort();

const idsOf = (...projects: Made[]) => projects.map(({ documentId }) => documentId).sort();

const secretOf = (link: string): string => link.slice(link.indexOf('#') + 1);

/** As an editor of the page *Guests* saw the guest. */
const seenBy = async ({ access }: MadeGuest): Promise<AdminGuest> =>
  (await (await admin()).get(pathTo('GetGuest', { guestId: access.guestId ?? '' })).expect(200)).body.data;

const put = async (guest: AdminGuest, change: object) => {
  const { version, lastName, firstName, email, locale, title, login, description, details } = guest;
  const { country, timeZone, mobile, resources, accessTypes, companyContacts, companyRecords } = guest;
  return (await admin()).put(pathTo('UpdateGuest', { guestId: guest.documentId }), {
    ...{ version, lastName, firstName, email, locale, title, login, description, details },
    ...{ country, timeZone, mobile, resources, accessTypes, companyContacts, companyRecords },
    contactIds: guest.pairedContacts?.map(({ documentId }) => documentId),
    ...change,
  });
};

describe('X09 a guest who changes themself all the time', () => {
  it('keeps no editor from narrowing, regenerating and closing, with four loops running', async () => {
    const projects = [await makeProject(), await makeProject(), await makeProject()];
    const guest = await makePasswordGuest({ projects, accessTypes: ['tasks', 'absences'] });
    let password = guest.password;
    let running = true;
    let done = 0;
    const { actor: another } = await logInByPassword(guest.login, password);
    const loop = async (work: (round: number) => Promise<unknown>) => {
      for (let round = 0; running; round += 1, done += 1) await work(round);
    };
    const me = pathTo('GetMe');
    const loops = [
      loop((round) => as(guest.actor).patch(me, { mobile: String(round) })),
      loop((round) => as(guest.actor).patch(me, { locale: round % 2 ? 'fr' : 'cs', lastName: `Nom ${round}` })),
      loop(async (round) => {
        const next = `dix chats bleus ${round}`;
        const { status } = await as(another).post(pathTo('ChangePassword'), {
          currentPassword: password,
          password: next,
        });
        if (status === 204) password = next;
      }),
      loop(async () => {
        const { body } = await as(nobody).post(pathTo('LogInByKey'), { key: guest.key });
        const own = { name: 'guest', headers: { Authorization: `Bearer ${body.data?.token}` } };
        const list = await as(own).get(pathTo('ListMySessions'));
        await as(own).delete(pathTo('EndMySession', { sessionId: list.body.data?.sessions[0]?.id }));
      }),
    ];
    const seen = await accessOf(guest);
    const statuses: number[] = [];
    try {
      for (let round = 0; round < 4; round += 1) {
        const kept = given(projects.slice(0, 2 - (round % 2)), ['tasks']);
        const { version } = await accessOf(guest);
        statuses.push((await save(guest, { version, ...kept })).status);
        const { companyRecords, ...one } = await seenBy(guest);
        statuses.push((await put({ ...one, companyRecords }, { companyRecords: round % 2 === 0 })).status);
        statuses.push((await regenerate(guest, (await accessOf(guest)).version)).status);
      }
      // And at the version of the very beginning.
      statuses.push((await save(guest, { version: seen.version, ...given([], ['tasks']) })).status);
      statuses.push((await regenerate(guest, seen.version)).status);
      statuses.push((await save(guest, { version: seen.version, ...given([]), closed: true })).status);
    } finally {
      running = false;
      await Promise.all(loops);
    }
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect(done).toBeGreaterThan(10);
    expect(await accessOf(guest)).toMatchObject({ state: 'closed', accessTypes: ['tasks'] });
    await as(guest.actor).get(me).expect(401);
    await as(another).get(me).expect(401);
  }, 180_000);

  it('changes nothing of what an editor sees as the state of their access', async () => {
    const guest = await makePasswordGuest();
    const before = (await accessOf(guest)).version;
    await as(guest.actor).patch(pathTo('UpdateMe'), { lastName: 'Autre', locale: 'cs' }).expect(200);
    const { actor } = await logInByPassword(guest.login, guest.password);
    const password = 'onze cygnes noirs';
    await as(actor).post(pathTo('ChangePassword'), { currentPassword: guest.password, password }).expect(204);
    await as(actor).delete(pathTo('EndMySessions')).expect(204);
    expect((await accessOf(guest)).version).toBe(before);
  });

  it('is told to come back later', async () => {
    const limited = await startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '3600' });
    try {
      const [guest, other] = [await makeGuest(), await makeGuest()];
      const patch = ({ actor }: MadeGuest) =>
        supertest(limited.url).patch(pathTo('UpdateMe')).set(actor.headers).send({ mobile: '1' });
      const answers: supertest.Response[] = [];
      for (let round = 0; round < 33; round += 1) answers.push(await patch(guest));
      expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(200), 429, 429, 429]);
      expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
      expect(answers.map(codeOf).at(-1)).toBe('too_many_requests');
      expect((await patch(other)).status).toBe(200);
    } finally {
      limited.kill();
    }
  }, 180_000);
});

describe('X09 an editor who saw an older access', () => {
  it('takes away from what is there now, and gives nothing back that another took', async () => {
    const [one, two, three] = [await makeProject(), await makeProject(), await makeProject()];
    const guest = await makeGuest({ projects: [one, two, three], accessTypes: ['tasks', 'absences'] });
    const { version } = guest.access;
    const first = await save(guest, { version, ...given([one, two], ['tasks', 'absences']) });
    expect(first.status).toBe(200);
    const second = await save(guest, { version, ...given([one]) });
    expect(second.status).toBe(200);
    expect(projectsOf(second.body.data)).toEqual(idsOf(one));
    expect(second.body.data.accessTypes).toEqual(['tasks']);
    expect(second.body.data.version).toBeGreaterThan(first.body.data.version);
    await as(guest.actor).get(`/api/projects/${one.documentId}`).expect(200);
    await as(guest.actor).get(`/api/projects/${two.documentId}`).expect(404);
    await as(guest.actor).get('/api/absences').expect(403);
  });

  it('closes whatever else has changed, and of what was taken meanwhile nothing comes back', async () => {
    const [one, two] = [await makeProject(), await makeProject()];
    const guest = await makeGuest({ projects: [one, two] });
    const { version } = guest.access;
    expect((await save(guest, { version, ...given([one]) })).status).toBe(200);
    const closed = await save(guest, { version, ...given([one, two]), closed: true });
    expect(closed.status).toBe(200);
    expect(closed.body.data.state).toBe('closed');
    expect(projectsOf(closed.body.data)).toEqual(idsOf(one));
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    expect((await save(guest, { version, ...given([one]), closed: true })).status).toBe(200);
  });

  it('shortens the reach and takes contacts away', async () => {
    const guest = await makeGuest();
    const other = await makeContact();
    const wide = { companyContacts: true, companyRecords: true, pairedContactIds: [other.documentId] };
    const { body } = await save(guest, { version: guest.access.version, ...given([]), ...wide });
    await save(guest, { version: body.data.version, ...given([], ['tasks', 'absences']), ...wide });
    const late = await save(guest, {
      version: body.data.version,
      ...given([]),
      ...{ companyContacts: false, companyRecords: false, pairedContactIds: [] },
    });
    expect(late.status).toBe(200);
    expect(late.body.data).toMatchObject({ companyContacts: false, companyRecords: false, accessTypes: ['tasks'] });
    expect(late.body.data.pairedContacts.map(({ documentId }: Made) => documentId)).toEqual([guest.contact.documentId]);
  });

  it('gives nothing: a grant, a reach, a contact, an opening, alone or beside what they take', async () => {
    const [one, two] = [await makeProject(), await makeProject()];
    const guest = await makeGuest({ projects: [one, two] });
    const other = await makeContact();
    const { version } = guest.access;
    expect((await save(guest, { version, ...given([one]) })).status).toBe(200);
    for (const asked of [
      given([one, two]),
      given([two]),
      given([], ['tasks', 'absences']),
      given([one]),
      { ...given([]), companyContacts: true },
      { ...given([]), companyRecords: true },
      { ...given([]), pairedContactIds: [other.documentId] },
    ]) {
      const answer = await save(guest, { version, ...asked });
      expect([asked, answer.status, codeOf(answer)]).toEqual([asked, 409, 'conflict']);
    }
    const now = await accessOf(guest);
    expect(projectsOf(now)).toEqual(idsOf(one));
    expect((await save(guest, { version: now.version, ...given([one]), closed: true })).status).toBe(200);
    expect(codeOf(await save(guest, { version: now.version, ...given([]) }))).toBe('conflict');
    expect(codeOf(await save(guest, { version: 0, ...given([]), closed: true }))).toBe('conflict');
    expect((await accessOf(guest)).state).toBe('closed');
  });

  it('regenerates an open access, and the old key is dead; nothing is opened by it', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const { version } = guest.access;
    expect((await save(guest, { version, ...given([]) })).status).toBe(200);
    const { status, body } = await regenerate(guest, version);
    expect(status).toBe(200);
    await as(nobody).post(pathTo('LogInByKey'), { key: guest.key }).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    await logInByKey(secretOf(body.data.link));

    await (await admin()).delete(pathTo('RevokeKey', { contactId: guest.contact.documentId })).expect(200);
    expect(codeOf(await regenerate(guest, version))).toBe('conflict');
    expect(codeOf(await regenerate(guest, 0))).toBe('conflict');
    const fresh = await accessOf(guest);
    await save(guest, { version: fresh.version, ...given([]), closed: true });
    expect(codeOf(await regenerate(guest, fresh.version))).toBe('conflict');
    expect((await accessOf(guest)).state).toBe('closed');
  });

  it('is as careful on the page Guests: what is fewer goes, the person stays as it is now', async () => {
    const [one, two] = [await makeProject(), await makeProject()];
    const guest = await makeGuest({ projects: [one, two], accessTypes: ['tasks', 'absences'] });
    const seen = await seenBy(guest);
    expect((await put(seen, { ...given([one, two]), title: 'Nouveau' })).status).toBe(200);
    const late = await put(seen, given([one]));
    expect(late.status).toBe(200);
    expect(late.body.data).toMatchObject({ title: 'Nouveau', accessTypes: ['tasks'] });
    expect(projectsOf(late.body.data)).toEqual(idsOf(one));
    for (const change of [{ title: 'Un' }, given([one, two]), given([two]), { ...given([]), companyRecords: true }]) {
      expect(codeOf(await put(seen, change))).toBe('conflict');
    }
    expect(await seenBy(guest)).toMatchObject({ title: 'Nouveau', companyRecords: false });
  });

  it('of ten at once, each of whom takes one thing, all go through', async () => {
    const projects = await Promise.all(Array.from({ length: 10 }, () => makeProject()));
    const guest = await makeGuest({ projects });
    const { version } = guest.access;
    await save(guest, { version, ...given(projects, []) });
    const answers = await Promise.all(
      projects.map((_project, index) => save(guest, { version, ...given(projects.slice(0, index), []) }))
    );
    for (const answer of answers) expect([200, 409]).toContain(answer.status);
    expect(answers[0]?.status).toBe(200);
    expect(projectsOf(await accessOf(guest))).toEqual([]);
  });
});
