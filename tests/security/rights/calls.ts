import { randomUUID } from 'node:crypto';
import type { AdminGuest, Contact, GetPosture, ResponseOf, Settings } from '../../../contract';
import { pathTo } from '../../../contract/routes';
import {
  administrator,
  as,
  bareGuests,
  googleImporter,
  importer,
  makeProject,
  setGoogleClient,
  startGoogleServer,
  type Actor,
  type GoogleServer,
} from '../../support';
import { fact } from './facts';
import { grantsOf, newContact, newLink, newWorld } from './world';

/** A call that goes through for who may cause all that comes of it. */
export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: object;
  /** What is the caller's own, where the call is about such a thing. */
  own?: (actor: Actor) => Promise<Pick<Call, 'params' | 'query' | 'body' | 'brought'>>;
  /** What the caller has told before: an answer that says it again tells nothing. */
  brought?: string;
  /** Content types that the content manager has to show to whoever calls: without them there is nothing to answer. */
  shown?: readonly string[];
}

/** Makes what a call is about, and the call. */
type MakeCall = () => Promise<Call>;

const ofContact = ({ documentId }: Contact) => ({ contactId: documentId });
const ofGuest = ({ documentId }: AdminGuest) => ({ guestId: documentId });
const plain = (): Promise<Call> => Promise.resolve({});

const typedContact = ({ company, ...contact }: Contact) => {
  const { lastName, firstName, email, phone, directLine, mobile, locale } = contact;
  const companyId = company && { documentId: company.documentId };
  return { lastName, firstName, email, phone, directLine, mobile, locale, company: companyId };
};

const typedGuest = (guest: AdminGuest) => {
  const { lastName, firstName, mobile, country, timeZone, email, locale, title, login, description, details } = guest;
  const { version, photo } = guest;
  const person = { lastName, firstName, mobile, country, timeZone, email, locale, title, login, description, details };
  return { ...person, photo: photo?.id ?? null, version };
};

const newGuest = () => ({
  lastName: 'Nouvelle',
  email: `${randomUUID()}@tests.example`,
  locale: 'fr',
  resources: [],
  accessTypes: [],
  companyContacts: false,
  companyRecords: false,
  invite: false,
});

const tableOfTwo = {
  format: { kind: 'csv', encoding: 'utf-8', separator: ';', hasHeader: true },
  mapping: { fields: ['lastName', 'email'], nameOrder: 'first-last' },
};

/** An import of the caller's, of somebody who is a contact already. */
const aboutImport =
  (state: 'receiving' | 'checked' | 'applied' | 'cancelled', body?: object): MakeCall =>
  async () => {
    const { contact } = await newWorld();
    const own = async (actor: Actor) => {
      const { begin, clear, check, apply, rows, stop } = importer(actor);
      await clear();
      const file = `Nom;E-mail\nNoa;${contact.email}\nBel;${randomUUID()}@tests.example\n`;
      const importId = state === 'receiving' ? await begin(10) : (await check(file)).documentId;
      if (state === 'applied') await apply(importId);
      if (state === 'cancelled') await stop(importId);
      const [row] = await rows(importId);
      return { params: { importId, rowId: String(row?.rowId) }, brought: file, ...(body ? { body } : {}) };
    };
    return { own };
  };

let google: Promise<GoogleServer> | null = null;
export const stopGoogle = async (): Promise<void> => (await google)?.stop();

/** Back from Google, with somebody among whose contacts is one of the site's. */
const backFromGoogle: MakeCall = async () => {
  await setGoogleClient();
  const server = await (google ??= startGoogleServer(site.google));
  const { lastName, email } = (await newWorld()).contact;
  server.people = [{ names: [{ familyName: lastName }], emailAddresses: [{ value: email ?? '' }] }];
  const own = async (actor: Actor) => {
    await importer(actor).clear();
    return { body: await googleImporter(actor, server).back(), brought: JSON.stringify(server.people) };
  };
  return { own };
};

const aboutContact: MakeCall = async () => ({ params: ofContact((await newWorld()).contact) });
const aboutGuest =
  (stands: 'open' | 'closed' | 'waiting' = 'open'): MakeCall =>
  async () => ({ params: ofGuest((await newWorld(stands)).guest) });

const changedContact =
  (change: (contact: Contact) => object): MakeCall =>
  async () => {
    const { contact } = await newWorld();
    return { params: ofContact(contact), body: { ...typedContact(contact), ...change(contact) } };
  };

const mergedContacts =
  (two: () => Promise<[Contact, Contact]>): MakeCall =>
  async () => {
    const [kept, merged] = await two();
    const seen = { kept: kept.updatedAt, merged: merged.updatedAt };
    return { body: { kept: kept.documentId, merged: merged.documentId, seen, taken: ['email', 'company'] } };
  };

const changedGuest =
  (change: () => Promise<object>): MakeCall =>
  async () => {
    const { guest } = await newWorld();
    return { params: ofGuest(guest), body: { ...typedGuest(guest), ...(await change()) } };
  };

const savedAccess =
  (change: () => Promise<object>, stands: 'open' | 'closed' = 'open'): MakeCall =>
  async () => {
    const { contact, project, guest } = await newWorld(stands);
    return {
      params: ofContact(contact),
      body: { version: guest.version, closed: stands === 'closed', ...grantsOf(project), ...(await change()) },
    };
  };

const issued =
  (stands: 'open' | 'closed' | 'waiting'): MakeCall =>
  async () => {
    const { contact, guest } = await newWorld(stands);
    return { params: ofContact(contact), body: { version: guest.version } };
  };

const savedSettings =
  (change: (settings: Settings) => Partial<Settings>): MakeCall =>
  async () => {
    const { body } = await as(await administrator())
      .get(pathTo('GetSettings'))
      .expect(200);
    const settings: Settings = body.data.settings;
    return { body: { ...settings, ...change(settings) } };
  };

/** A job of no kind that an instance could do, in a state for the call. */
const aboutJob =
  (status: string): MakeCall =>
  async () => {
    const jobId = randomUUID().replaceAll('-', '').slice(0, 24);
    await site.strapi.db.connection('guest_access_jobs').insert({
      ...{ document_id: jobId, kind: 'test.rights', status, input: '{}' },
      ...{ priority: 5, next_at: 1, attempts: 0, asked_again: false, created_at: 1 },
    });
    return { params: { jobId } };
  };

const reopened = async () => as(await administrator()).delete(pathTo('ReopenFinding', { finding: 'endless-keys' }));

/** A finding that nobody has accepted, as it stands: keys without a last day. */
const aboutFinding =
  (body: object): MakeCall =>
  async () => {
    await newWorld();
    await reopened();
    const answer = await as(await administrator())
      .get(pathTo('GetPosture'))
      .expect(200);
    const { findings }: ResponseOf<typeof GetPosture> = answer.body.data;
    const mark = findings.find(({ id }) => id === 'endless-keys')?.mark;
    return { params: { finding: 'endless-keys' }, body: { mark, ...body } };
  };

/** A bulk action that asks for nothing, of a contact that is not there. */
const inBulk = { contactIds: ['a'.repeat(24)], grants: null, issueKeys: false, mailKeys: 'none' };

/** A job of the caller's own, of a selection, which nobody has begun. */
const aboutSelection =
  (where: 'params' | 'query', kind: string, make: () => Promise<{ input: object; step: object }>): MakeCall =>
  async () => {
    const { input, step } = await make();
    const jobId = randomUUID().replaceAll('-', '').slice(0, 24);
    const jobs = () => site.strapi.db.connection('guest_access_jobs');
    await jobs().insert({
      ...{ document_id: jobId, kind, status: 'paused', priority: 5, next_at: 1, attempts: 0 },
      ...{ asked_again: false, created_at: 1 },
      input: JSON.stringify(input),
      step: JSON.stringify(step),
    });
    const own = async (caller: Actor) => {
      const { body } = await as(caller).get('/admin/users/me').expect(200);
      await jobs().where({ document_id: jobId }).update({ asked_by: body.data.documentId });
      return { [where]: { jobId } };
    };
    return { own };
  };

const aboutBulk = (where: 'params' | 'query'): MakeCall =>
  aboutSelection(where, 'bulk-access.run', async () => {
    const { contact } = await newWorld();
    return {
      input: { ...inBulk, contactIds: [contact.documentId], issueKeys: true },
      step: { kinds: [{ access: null, key: 'closed', mail: null }], of: [0] },
    };
  });

const aboutBulkOfGuests = (where: 'params' | 'query'): MakeCall =>
  aboutSelection(where, 'bulk-guests.run', async () => {
    const { guest } = await newWorld();
    return { input: { guestIds: [guest.documentId], action: 'invite' }, step: { kinds: ['closed'], of: [0] } };
  });

/** A bulk action on a guest that is not there. */
const onGuests = (action: string, wish: object = {}) => ({
  body: { guestIds: ['a'.repeat(24)], action, ...wish },
});

/**
 * Calls of every endpoint of the panel, by its name in the contract: one at least that brings about everything that the
 * endpoint can bring about.
 */
export const calls: Readonly<Record<string, readonly MakeCall[]>> = {
  StreamActivity: [plain],
  GetOverview: [plain],
  ListTrail: [plain],
  ExportTrail: [plain],
  GetFeatures: [plain],
  GetAdminOpenApi: [plain],
  GetContactAccess: [aboutContact],
  SaveContactAccess: [
    savedAccess(async () => grantsOf(await makeProject())),
    savedAccess(async () => ({ pairedContactIds: [(await newContact()).documentId] })),
    savedAccess(async () => ({ closed: false }), 'closed'),
    async () => {
      const body = { version: 0, closed: false, ...grantsOf(await makeProject()) };
      return { params: ofContact(await newContact()), body };
    },
  ],
  DeleteContactAccess: [aboutContact],
  ListAccessStates: [async () => ({ query: { contactIds: (await newWorld()).contact.documentId } })],
  GrantAccessInBulk: [
    async () => ({
      body: { contactIds: [(await newContact()).documentId], ...grantsOf(await makeProject()) },
    }),
  ],
  // What the jobs bring about later is in tests/security/bulk-access.test.ts.
  StartBulkAccess: [
    async () => ({ body: { ...inBulk, grants: grantsOf(await makeProject()) } }),
    () => Promise.resolve({ body: { ...inBulk, issueKeys: true } }),
    () => Promise.resolve({ body: { ...inBulk, mailKeys: 'all' } }),
  ],
  FindBulkAccess: [plain],
  GetBulkAccess: [aboutBulk('params')],
  CancelBulkAccess: [aboutBulk('params')],
  ExportBulkAccess: [aboutBulk('query')],
  GetAccessChoices: [plain],
  ListResources: [
    async () => {
      await newWorld();
      return { query: { contentType: 'api::project.project', pageSize: '5000' } };
    },
  ],
  GetGoogleImport: [plain],
  StartGoogleImport: [
    async () => {
      await setGoogleClient();
      return {};
    },
  ],
  FinishGoogleImport: [backFromGoogle],
  CreateImport: [() => Promise.resolve({ body: { source: 'file', fileName: 'people.csv', size: 10 } })],
  ListImports: [aboutImport('checked')],
  GetImport: [aboutImport('checked')],
  DeleteImport: [aboutImport('checked')],
  AddImportPiece: [aboutImport('receiving', { at: 0, bytes: 'Tm9t' })],
  CheckImport: [aboutImport('checked', { ...tableOfTwo })],
  ListImportRows: [aboutImport('checked')],
  CorrectImportRow: [aboutImport('checked', { lastName: 'Noa' })],
  DecideImportRows: [
    aboutImport('checked', { show: 'all', decision: 'skip' }),
    aboutImport('checked', { show: 'all', decision: 'merge' }),
    aboutImport('checked', { show: 'all', isGuest: true }),
  ],
  ApplyImport: [
    aboutImport('checked', { guests: null }),
    aboutImport('checked', { guests: { ...bareGuests } }),
    aboutImport('checked', { guests: { ...bareGuests, companyRecords: true } }),
  ],
  UndoImport: [aboutImport('applied')],
  SteerImport: [aboutImport('cancelled', { wish: 'resume' })],
  ExportImportReport: [
    () =>
      Promise.resolve({
        own: async (actor) => ({ query: { importId: (await importer(actor).check('Nom;E-mail\nNoa;\n')).documentId } }),
      }),
  ],
  SampleImport: [
    async () => ({
      body: { beginning: Buffer.from('Nom;E-mail\nNoa;a@b.example\n').toString('base64'), isWhole: true },
    }),
  ],
  ExportContacts: [async () => ({ query: { q: (await newWorld()).contact.lastName } })],
  ExportGuests: [plain],
  ListContacts: [async () => ({ query: { q: (await newWorld()).contact.lastName } })],
  ListContactIds: [async () => ({ query: { q: (await newWorld()).contact.lastName } })],
  GetContact: [aboutContact],
  CreateContact: [() => Promise.resolve({ body: { lastName: fact('contact'), company: { name: fact('contact') } } })],
  UpdateContact: [
    changedContact(() => ({ lastName: fact('contact') })),
    changedContact(() => ({ email: `${fact('address')}@tests.example` })),
    changedContact(() => ({ company: { name: fact('contact') } })),
  ],
  DeleteContact: [aboutContact],
  ListDuplicates: [
    async () => {
      const { contact } = await newWorld();
      const twin = { lastName: fact('contact'), email: contact.email };
      await as(await administrator())
        .post(pathTo('CreateContact'), twin)
        .expect(200);
      return {};
    },
  ],
  TellApart: [
    async () => ({
      body: { one: (await newContact()).documentId, other: (await newContact()).documentId, apart: true },
    }),
  ],
  MergeContacts: [
    mergedContacts(async () => [await newContact(), await newContact()]),
    mergedContacts(async () => [(await newWorld()).contact, await newContact()]),
    mergedContacts(async () => [await newContact(), (await newWorld()).contact]),
  ],
  ListCompanies: [async () => ({ query: { q: (await newWorld()).contact.company?.name ?? '' } })],
  GetCoverage: [plain],
  GetPosture: [
    async () => {
      await newWorld();
      return {};
    },
  ],
  AcceptFinding: [aboutFinding({ reason: 'So it is' })],
  ReopenFinding: [
    async () => {
      const { params, body } = await aboutFinding({ reason: 'So it was' })();
      await reopened();
      await as(await administrator())
        .put(pathTo('AcceptFinding', { finding: 'endless-keys' }), body)
        .expect(204);
      return { params };
    },
  ],
  RepairFinding: [aboutFinding({ days: 30 })],
  ListJobs: [plain],
  RetryJob: [aboutJob('failed')],
  CancelJob: [aboutJob('queued')],
  PauseJob: [aboutJob('queued')],
  ResumeJob: [aboutJob('paused')],
  ListGuests: [async () => ({ query: { q: (await newWorld()).guest.lastName } })],
  GetGuest: [aboutGuest()],
  ProposeLogin: [() => Promise.resolve({ query: { title: 'Nouvelle' } })],
  CreateGuest: [
    () => Promise.resolve({ body: newGuest() }),
    () => Promise.resolve({ body: { ...newGuest(), temporaryPassword: `Provisoire-${randomUUID()}` } }),
    async () => ({ body: { ...newGuest(), contactIds: [(await newContact()).documentId] } }),
    async () => ({ body: { ...newGuest(), email: (await newContact()).email } }),
    () => Promise.resolve({ body: { ...newGuest(), companyName: fact('contact') } }),
    async () => ({ body: { ...newGuest(), ...grantsOf(await makeProject()) } }),
    () => Promise.resolve({ body: { ...newGuest(), companyRecords: true } }),
  ],
  UpdateGuest: [
    changedGuest(async () => ({ lastName: fact('guest') })),
    changedGuest(async () => ({ email: `${fact('address')}@tests.example` })),
    changedGuest(async () => grantsOf(await makeProject())),
    changedGuest(async () => ({ contactIds: [(await newContact()).documentId] })),
    changedGuest(async () => ({ companyContacts: true })),
  ],
  InviteGuest: [aboutGuest()],
  SetGuestClosed: [
    async () => {
      const { guest } = await newWorld();
      return { params: ofGuest(guest), body: { version: guest.version, closed: true } };
    },
    async () => {
      const { guest } = await newWorld('closed');
      return { params: ofGuest(guest), body: { version: guest.version, closed: false } };
    },
  ],
  ApproveGuest: [aboutGuest('waiting')],
  FreeAddress: [aboutGuest('closed')],
  DeleteGuest: [aboutGuest()],
  ListGuestSessions: [aboutGuest()],
  EndGuestSessions: [aboutGuest()],
  ListGuestIds: [async () => ({ query: { q: (await newWorld()).guest.lastName } })],
  // What the jobs bring about later is in tests/security/bulk-guests.test.ts.
  StartBulkGuests: [
    () => Promise.resolve(onGuests('close')),
    () => Promise.resolve(onGuests('approve')),
    () => Promise.resolve(onGuests('delete')),
    () => Promise.resolve(onGuests('prolong')),
    () => Promise.resolve(onGuests('send-keys', { obtain: true })),
    async () => onGuests('give', { grants: grantsOf(await makeProject()) }),
  ],
  GetSavedViews: [() => Promise.resolve({ query: { list: 'guests' } })],
  SaveViews: [() => Promise.resolve({ body: { list: 'guests', views: [{ name: 'Fermés', search: 'state=closed' }] } })],
  FindBulkGuests: [plain],
  GetBulkGuests: [aboutBulkOfGuests('params')],
  CancelBulkGuests: [aboutBulkOfGuests('params')],
  ExportBulkGuests: [aboutBulkOfGuests('query')],
  ExplainAccess: [
    async () => {
      const { guest, task } = await newWorld();
      return { params: ofGuest(guest), query: { contentType: 'api::task.task', documentId: task.documentId } };
    },
  ],
  ForeseeAccess: [
    async () => {
      const { contact, project, guest } = await newWorld();
      await as(await administrator())
        .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
          version: guest.version,
          closed: false,
          resources: [],
          accessTypes: [],
        })
        .expect(200);
      return { params: ofContact(contact), body: grantsOf(project) };
    },
  ],
  ListViewers: [
    async () => {
      const { task } = await newWorld();
      const contentType = 'api::task.task';
      return { query: { contentType, documentId: task.documentId }, shown: [contentType] };
    },
  ],
  ListInvitationLinks: [
    async () => {
      await newLink();
      return {};
    },
  ],
  CreateInvitationLink: [
    () => Promise.resolve({ body: { name: fact('link'), resources: [], accessTypes: [] } }),
    async () => ({ body: { name: fact('link'), ...grantsOf(await makeProject()) } }),
  ],
  RevealInvitationLink: [
    async () => ({ params: { linkId: (await newLink()).documentId } }),
    async () => ({ params: { linkId: (await newLink(grantsOf(await makeProject()))).documentId } }),
  ],
  RevokeInvitationLink: [async () => ({ params: { linkId: (await newLink()).documentId } })],
  ListArrivals: [
    async () => {
      const [{ guest }, { documentId: linkId }] = [await newWorld(), await newLink()];
      await site.strapi.db
        .query('plugin::guest-access.guest')
        .update({ where: { documentId: guest.documentId }, data: { invitationLink: linkId } });
      return { params: { linkId } };
    },
  ],
  IssueKey: [
    issued('open'),
    issued('closed'),
    issued('waiting'),
    async () => ({ params: ofContact(await newContact()), body: { version: 0 } }),
  ],
  RevealKey: [aboutContact],
  ProlongKey: [async () => ({ params: ofContact((await newWorld()).contact), body: { expiresAt: null } })],
  RevokeKey: [aboutContact],
  SendKey: [aboutContact],
  ListMails: [plain],
  PreviewMail: [() => Promise.resolve({ params: { kind: 'access-key' }, body: { locale: 'fr' } })],
  StartPreview: [aboutGuest()],
  GetSettings: [plain],
  SaveSettings: [
    savedSettings(({ brand }) => ({ brand: { ...brand, colour: '#123456' } })),
    savedSettings(({ joining }) => ({ joining: { ...joining, mode: 'any' } })),
    savedSettings(({ accessTypes }) => ({
      accessTypes: accessTypes.map((type) => (type.key === 'tasks' ? { ...type, rule: { kind: 'all' } } : type)),
    })),
  ],
  JudgeDomains: [() => Promise.resolve({ body: { domains: ['co.uk', 'maison.example'] } })],
  ListContentTypes: [plain],
};
