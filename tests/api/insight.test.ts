import { randomUUID } from 'node:crypto';
import type { Contact, ContactAccess, ExplainAccess, ForeseeAccess, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  editor,
  guestWith,
  makeContact,
  makeGuest,
  makeProject,
  makeTask,
  makeTicket,
  nobody,
  type Actor,
  type Made,
  type MadeGuest,
} from '../support';

type Change = ResponseOf<typeof ForeseeAccess>['changes'][number];

const project = 'api::project.project';
const task = 'api::task.task';
const ticket = 'api::ticket.ticket';

const newCompany = () => ({ name: `Société ${randomUUID()}` });
const ids = (rows: readonly { documentId: string }[]) => rows.map(({ documentId }) => documentId).sort();

const seen = async (guest: Actor, path: string): Promise<string[]> => {
  const { body } = await as(guest).get(`/api/${path}?pagination[pageSize]=100`).expect(200);
  return ids(body.data);
};

/** Saves an access with some of it changed, as the dialog does. */
const change = async ({ contact }: Pick<MadeGuest, 'contact'>, more: object): Promise<ContactAccess> => {
  const admin = as(await administrator());
  const { version, resources, accessTypes }: ContactAccess = (
    await admin.get(pathTo('GetContactAccess', { contactId: contact.documentId })).expect(200)
  ).body.data;
  const body = { version, closed: false, resources, accessTypes, ...more };
  return (await admin.put(pathTo('SaveContactAccess', { contactId: contact.documentId }), body).expect(200)).body.data;
};

/** Gives a contact another company, or none. */
const move = async (contact: Contact, company: { documentId: string } | { name: string } | null): Promise<Contact> => {
  const { documentId, updatedAt: _updatedAt, accessState: _state, numbers: _numbers, ...rest } = contact;
  const { body } = await as(await administrator())
    .put(pathTo('UpdateContact', { contactId: documentId }), { ...rest, company })
    .expect(200);
  return body.data;
};

const companyOf = ({ company }: Contact): { documentId: string } => {
  if (company === null) throw new Error('The contact has no company');
  return { documentId: company.documentId };
};

const colleagues = async (guest: Actor): Promise<string[]> => {
  const { body } = await as(guest).get(pathTo('ListColleagues')).expect(200);
  return body.data.colleagues.map(({ lastName }: { lastName: string }) => lastName).sort();
};

const ticketOf = ({ documentId }: Contact): Promise<Made> => makeTicket({ contact: documentId });

describe('a guest who is paired with several contacts (D4)', () => {
  it('sees the rows of each, and of nobody else', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'] });
    const other = await makeContact();
    const [mine, theirs] = [await ticketOf(guest.contact), await ticketOf(other)];
    await ticketOf(await makeContact());
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine]));
    await change(guest, { pairedContactIds: [other.documentId] });
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine, theirs]));
  });

  it('keeps their own contact, whatever is saved', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'] });
    const other = await makeContact();
    await change(guest, { pairedContactIds: [other.documentId] });
    const saved = await change(guest, { pairedContactIds: [] });
    expect(ids(saved.pairedContacts)).toEqual([guest.contact.documentId]);
  });

  it('keeps the pairing where a save does not speak of it', async () => {
    const guest = await makeGuest();
    const other = await makeContact();
    await change(guest, { pairedContactIds: [other.documentId], companyContacts: true, companyRecords: true });
    const saved = await change(guest, { accessTypes: [] });
    expect(ids(saved.pairedContacts)).toEqual(ids([guest.contact, other]));
    expect(saved).toMatchObject({ companyContacts: true, companyRecords: true });
  });

  it('is not paired with a contact that is not there', async () => {
    const guest = await makeGuest();
    const { version, resources, accessTypes } = guest.access;
    await as(await administrator())
      .put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), {
        version,
        closed: false,
        resources,
        accessTypes,
        pairedContactIds: ['a'.repeat(24)],
      })
      .expect(400);
  });
});

describe('company records (D6)', () => {
  it('widen the rule to every contact of the same company, and follow a contact who moves', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'], contact: { company: newCompany() } });
    const company = companyOf(guest.contact);
    const joins = await makeContact({ company: newCompany() });
    const stays = await makeContact({ company });
    const [mine, ofJoins, ofStays] = [await ticketOf(guest.contact), await ticketOf(joins), await ticketOf(stays)];

    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine]));
    await change(guest, { companyRecords: true });
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine, ofStays]));
    const moved = await move(joins, company);
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine, ofJoins, ofStays]));
    await move(moved, newCompany());
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine, ofStays]));
    await move(guest.contact, newCompany());
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine]));
  });

  it('make a person without a company a company of their own', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'] });
    const mine = await ticketOf(guest.contact);
    await ticketOf(await makeContact({ company: null }));
    await change(guest, { companyRecords: true });
    expect(await seen(guest.actor, 'tickets')).toEqual(ids([mine]));
  });
});

describe('GET /api/guest-access/colleagues (D5)', () => {
  it('lists who shares a contact, and with company contacts who is of the same company', async () => {
    const guest = await makeGuest({ contact: { company: newCompany() } });
    const sharer = await makeGuest();
    const company = companyOf(guest.contact);
    const neighbour = await makeGuest({ contact: { company } });
    await makeGuest();
    expect(await colleagues(guest.actor)).toEqual([]);
    await change(sharer, { pairedContactIds: [guest.contact.documentId] });
    expect(await colleagues(guest.actor)).toEqual([sharer.contact.lastName]);
    await change(guest, { companyContacts: true });
    expect(await colleagues(guest.actor)).toEqual([sharer.contact.lastName, neighbour.contact.lastName].sort());
    await change(neighbour, { closed: true });
    expect(await colleagues(guest.actor)).toEqual([sharer.contact.lastName]);
  });

  it('lists nobody for a person without a company, though others have none either', async () => {
    const [guest] = [await makeGuest(), await makeGuest()];
    await change(guest, { companyContacts: true });
    expect(await colleagues(guest.actor)).toEqual([]);
  });
});

const why = async (
  { access }: MadeGuest,
  contentType: string,
  documentId: string
): Promise<ResponseOf<typeof ExplainAccess>> => {
  const { body } = await as(await administrator())
    .get(
      `${pathTo('ExplainAccess', { guestId: access.guestId ?? '' })}?contentType=${contentType}&documentId=${documentId}`
    )
    .expect(200);
  return body.data;
};

describe('GET /guests/:guestId/why (N2)', () => {
  it('names the project that makes a task visible, and the one that does not', async () => {
    const [granted, other] = [await makeProject(), await makeProject()];
    const guest = await makeGuest({ projects: [granted], accessTypes: ['tasks'] });
    const [visible, hidden] = [await makeTask({ project: granted }), await makeTask({ project: other })];

    const yes = await why(guest, task, visible.documentId);
    expect(yes).toMatchObject({ verdict: 'visible', guestClosed: false });
    expect(ids(yes.contacts)).toEqual([guest.contact.documentId]);
    expect(yes.checks).toMatchObject([
      {
        key: 'tasks',
        held: true,
        outcome: 'visible',
        trail: [{ attribute: 'project', documentId: granted.documentId, ties: true }],
      },
    ]);
    const no = await why(guest, task, hidden.documentId);
    expect(no.verdict).toBe('hidden');
    expect(no.checks).toMatchObject([
      { outcome: 'leads-elsewhere', trail: [{ documentId: other.documentId, ties: false }] },
    ]);
    const loose = await why(guest, task, (await makeTask({ project: null })).documentId);
    expect(loose.checks).toMatchObject([{ outcome: 'leads-elsewhere', trail: [] }]);
  });

  it('agrees with what the guest sees', async () => {
    const [granted, other] = [await makeProject(), await makeProject()];
    const guest = await makeGuest({ projects: [granted], accessTypes: ['tickets'] });
    const asked: [string, string, Made][] = [
      ['projects', project, granted],
      ['projects', project, other],
      ['tickets', ticket, await ticketOf(guest.contact)],
      ['tickets', ticket, await ticketOf(await makeContact())],
    ];
    for (const [path, contentType, { documentId }] of asked) {
      const { verdict } = await why(guest, contentType, documentId);
      const { status } = await as(guest.actor).get(`/api/${path}/${documentId}`);
      expect([path, verdict]).toEqual([path, status === 200 ? 'visible' : 'hidden']);
    }
  });

  it('tells an access that they do not hold, a closed guest, and a row that is not there', async () => {
    const granted = await makeProject();
    const guest = await makeGuest({ projects: [granted], accessTypes: [] });
    const { documentId } = await makeTask({ project: granted });
    expect(await why(guest, task, documentId)).toMatchObject({
      verdict: 'hidden',
      checks: [{ held: false, outcome: 'not-held' }],
    });
    await change(guest, { closed: true, accessTypes: ['tasks'] });
    expect(await why(guest, task, documentId)).toMatchObject({ verdict: 'visible', guestClosed: true });
    expect(await why(guest, task, 'a'.repeat(24))).toMatchObject({
      verdict: 'no-such-row',
      rowLabel: null,
      checks: [],
    });
  });

  it('follows company records', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'], contact: { company: newCompany() } });
    const neighbour = await makeContact({ company: companyOf(guest.contact) });
    const { documentId } = await ticketOf(neighbour);
    expect(await why(guest, ticket, documentId)).toMatchObject({ verdict: 'hidden', companyRecords: false });
    await change(guest, { companyRecords: true });
    expect(await why(guest, ticket, documentId)).toMatchObject({
      verdict: 'visible',
      companyRecords: true,
      checks: [{ trail: [{ documentId: neighbour.documentId, ties: true }] }],
    });
  });

  it('answers editors who may read accesses, and nobody else', async () => {
    const { access } = await makeGuest();
    const path = `${pathTo('ExplainAccess', { guestId: access.guestId ?? '' })}?contentType=${task}&documentId=${'a'.repeat(24)}`;
    await as(await editor(['access.read']))
      .get(path)
      .expect(200);
    await as(await editor(['contacts.read']))
      .get(path)
      .expect(403);
  });
});

const foresee = async (contact: Contact, body: object): Promise<Change[]> =>
  (
    await as(await administrator())
      .post(pathTo('ForeseeAccess', { contactId: contact.documentId }), body)
      .expect(200)
  ).body.data.changes;

const changeOf = (changes: readonly Change[], contentType: string): Change | undefined =>
  changes.find((one) => one.contentType === contentType);

describe('POST /contacts/:contactId/access/what-if (N2)', () => {
  it('counts what the guest then sees more and less', async () => {
    const [kept, lost, won] = [await makeProject(), await makeProject(), await makeProject()];
    for (const [where, count] of [
      [kept, 1],
      [lost, 2],
      [won, 7],
    ] as const) {
      for (let index = 0; index < count; index += 1) await makeTask({ project: where });
    }
    const guest = await makeGuest({ projects: [kept, lost], accessTypes: ['tasks'] });
    const before = await seen(guest.actor, 'tasks');
    const body = {
      resources: [{ contentType: project, documentIds: [kept.documentId, won.documentId] }],
      accessTypes: ['tasks', 'tickets'],
    };
    await ticketOf(guest.contact);
    const changes = await foresee(guest.contact, body);
    expect(await seen(guest.actor, 'tasks')).toEqual(before);

    await change(guest, body);
    const after = await seen(guest.actor, 'tasks');
    const appeared = after.filter((id) => !before.includes(id));
    const tasks = changeOf(changes, task);
    expect(tasks).toMatchObject({
      appear: appeared.length,
      disappear: before.filter((id) => !after.includes(id)).length,
    });
    expect(tasks).toMatchObject({ appear: 7, disappear: 2 });
    expect(tasks?.appearing).toHaveLength(5);
    for (const { documentId } of tasks?.appearing ?? []) expect(appeared).toContain(documentId);
    expect(changeOf(changes, project)).toMatchObject({
      appearing: [{ documentId: won.documentId }],
      disappearing: [{ documentId: lost.documentId }],
    });
    expect(changeOf(changes, ticket)).toMatchObject({ appear: 1, disappear: 0 });
  });

  it('counts for a contact that has no access yet, and makes none', async () => {
    const granted = await makeProject();
    await makeTask({ project: granted });
    const contact = await makeContact();
    const resources = [{ contentType: project, documentIds: [granted.documentId] }];
    const changes = await foresee(contact, { resources, accessTypes: ['tasks'] });
    expect(changeOf(changes, task)).toMatchObject({ appear: 1, disappear: 0 });
    const { body } = await as(await administrator()).get(pathTo('GetContactAccess', { contactId: contact.documentId }));
    expect(body.data).toMatchObject({ state: 'none', version: 0, guestId: null });
  });

  it('counts other contacts and company records', async () => {
    const guest = await makeGuest({ accessTypes: ['tickets'], contact: { company: newCompany() } });
    const neighbour = await makeContact({ company: companyOf(guest.contact) });
    const stranger = await makeContact();
    for (const one of [guest.contact, neighbour, stranger, stranger]) await ticketOf(one);
    const body = { resources: [], accessTypes: ['tickets'] };
    expect(await foresee(guest.contact, body)).toEqual([]);
    const wide = await foresee(guest.contact, { ...body, companyRecords: true });
    expect(changeOf(wide, ticket)).toMatchObject({ appear: 1 });
    const paired = await foresee(guest.contact, { ...body, pairedContactIds: [stranger.documentId] });
    expect(changeOf(paired, ticket)).toMatchObject({ appear: 2, disappear: 0 });
  });
});

const startPreview = async ({ access }: MadeGuest): Promise<string> => {
  const { body } = await as(await administrator())
    .post(pathTo('StartPreview', { guestId: access.guestId ?? '' }))
    .expect(200);
  return new URL(body.data.link).hash.slice(1);
};

const redeem = (ticket: string) =>
  as({ name: 'the portal', headers: { Origin: site.url } }).post(pathTo('LogInByPreview'), { ticket });

const tokenIn = (cookies: unknown): string => /=(gst_[0-9A-Za-z]+)/.exec(String(cookies))?.[1] ?? '';

describe('the portal seen as a guest (N3)', () => {
  it('shows what they see, and lets nothing be changed', async () => {
    const granted = await makeProject();
    const guest = await makeGuest({ projects: [granted], accessTypes: ['tasks', 'activity-reports'] });
    const { documentId } = await makeTask({ project: granted });
    const { headers } = await redeem(await startPreview(guest)).expect(200);
    const viewer = guestWith(tokenIn(headers['set-cookie']));

    expect(await seen(viewer, 'tasks')).toEqual(await seen(guest.actor, 'tasks'));
    const { body } = await as(viewer).get(pathTo('GetMe')).expect(200);
    expect(body.data.preview.editorName).toBe('Anne Kermarrec');
    await as(viewer)
      .put(`/api/tasks/${documentId}`, { data: { comment: 'vu' } })
      .expect(403);
    await as(viewer)
      .post('/api/activity-reports', { data: { project: granted.documentId, text: 'vu' } })
      .expect(403);
    await as(guest.actor)
      .put(`/api/tasks/${documentId}`, { data: { comment: 'vu' } })
      .expect(200);
    await as(viewer).post(pathTo('LogOut')).expect(204);
    await as(viewer).get(pathTo('GetMe')).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(200);
  });

  it('lets in one of twenty who hand in the same ticket at once', async () => {
    const ticket = await startPreview(await makeGuest());
    const answers = await Promise.all(Array.from({ length: 20 }, () => redeem(ticket)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 19 }, () => 401)]);
  });

  it('lasts fifteen minutes and not longer', async () => {
    const guest = await makeGuest();
    const before = Date.now();
    const { body, headers } = await redeem(await startPreview(guest)).expect(200);
    const startedAt = Date.parse(body.data.expiresAt) - 15 * 60_000;
    expect(startedAt).toBeGreaterThanOrEqual(before);
    expect(startedAt).toBeLessThanOrEqual(Date.now());
    const viewer = guestWith(tokenIn(headers['set-cookie']));
    await as(viewer).get(pathTo('GetMe')).expect(200);
    // The site's clock is out of reach: the session is made as old as it will be then.
    const passed = 15 * 60_000;
    await site.strapi.db
      .connection('guest_access_vault_sessions')
      .where({ guest: guest.access.guestId, door: 'preview' })
      .decrement('ends_at', passed);
    await as(viewer).get(pathTo('GetMe')).expect(401);
  });

  it('takes no ticket that was not handed in within two minutes', async () => {
    const guest = await makeGuest();
    const ticket = await startPreview(guest);
    await site.strapi.db
      .connection('guest_access_vault_sessions')
      .where({ guest: guest.access.guestId, door: 'preview-ticket' })
      .decrement('ends_at', 2 * 60_000);
    await redeem(ticket).expect(401);
  });

  it('takes a ticket for nothing else, and from no other site', async () => {
    const ticket = await startPreview(await makeGuest());
    await as(guestWith(ticket)).get(pathTo('GetMe')).expect(401);
    await as(nobody).post(pathTo('LogInByKey'), { key: ticket }).expect(401);
    await as({ name: 'another site', headers: { Origin: 'https://attacker.example' } })
      .post(pathTo('LogInByPreview'), { ticket })
      .expect(403);
    await redeem(ticket).expect(200);
  });

  it('stands in the log with the editor who looked', async () => {
    const guest = await makeGuest();
    await startPreview(guest);
    const lines = await site.strapi.db
      .connection('guest_access_activities')
      .where({ guest: guest.access.guestId, action: 'preview.started' });
    expect(lines).toMatchObject([{ actor_kind: 'editor', actor_name: 'Anne Kermarrec' }]);
  });

  it('is open to editors with its own permission only', async () => {
    const { access } = await makeGuest();
    await as(await editor(['access.read', 'access.manage']))
      .post(pathTo('StartPreview', { guestId: access.guestId ?? '' }))
      .expect(403);
    await as(await editor(['access.preview']))
      .post(pathTo('StartPreview', { guestId: access.guestId ?? '' }))
      .expect(200);
  });

  it('ends when the access is closed', async () => {
    const guest = await makeGuest();
    const { headers } = await redeem(await startPreview(guest)).expect(200);
    const viewer = guestWith(tokenIn(headers['set-cookie']));
    await change(guest, { closed: true });
    await as(viewer).get(pathTo('GetMe')).expect(401);
  });
});
