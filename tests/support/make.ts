import { randomUUID } from 'node:crypto';
import type { AdminGuest, Contact, ContactAccess } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, guestWith, type Actor } from './actors';
import { as } from './as';

const unique = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8)}`;

/** A row of the site's content as a test refers to it. */
export interface Made {
  id: number;
  documentId: string;
}

type Fields = Record<string, unknown>;

const make = async (uid: string, data: Fields, options: Fields = {}): Promise<Made> => {
  const { id, documentId } = await site.strapi.documents(uid as 'api::task.task').create({ ...options, data });
  return { id: Number(id), documentId };
};

const code = () => unique('C').slice(0, 10);

export const makeProject = (fields: Fields = {}): Promise<Made> =>
  make('api::project.project', { code: code(), name: unique('Projet'), internalNote: 'NOTE-INTERNE', ...fields });

/** Rows that belong to a project; a new one where the test names none. */
const ofProject =
  (uid: string, defaults: () => Fields, options: Fields = {}) =>
  async ({ project, ...fields }: Fields & { project?: Made | null } = {}): Promise<Made> => {
    const parent = project === undefined ? await makeProject() : project;
    return make(uid, { ...defaults(), project: parent?.documentId ?? null, ...fields }, options);
  };

export const makeTask = ofProject('api::task.task', () => ({ title: unique('Tâche'), internalNote: 'NOTE-INTERNE' }));
export const makeActivityReport = ofProject('api::activity-report.activity-report', () => ({
  date: '2026-03-02',
  hours: 2,
  text: unique('Compte rendu'),
}));
export const makeAbsence = ofProject('api::absence.absence', () => ({
  person: unique('Personne'),
  startsOn: '2026-05-04',
  endsOn: '2026-05-08',
}));
export const makeInvoice = ofProject('api::invoice.invoice', () => ({ number: unique('F'), amount: 100 }));
export const makeMilestone = ofProject('api::milestone.milestone', () => ({ name: unique('Jalon') }));
export const makeDocument = ofProject('api::document.document', () => ({ title: unique('Document') }), {
  locale: 'fr',
  status: 'published',
});
export const makeTag = (fields: Fields = {}): Promise<Made> =>
  make('api::tag.tag', { name: unique('Étiquette'), ...fields });
export const makeTicket = (fields: Fields = {}): Promise<Made> =>
  make('api::ticket.ticket', { subject: unique('Ticket'), ...fields });

/** A contact, by the panel's own API. */
export const makeContact = async (fields: Fields = {}): Promise<Contact> => {
  const { body } = await as(await administrator())
    .post(pathTo('CreateContact'), {
      lastName: unique('Nom'),
      firstName: 'Arthur',
      email: `${unique('c')}@tests.example`,
      ...fields,
    })
    .expect(200);
  return body.data;
};

/** What a test asks of a guest: what they are given, and the contact they are. */
export interface GuestWish {
  projects?: readonly Made[];
  /** Rows of other resource types. */
  resources?: readonly { contentType: string; documentIds: readonly string[] }[];
  accessTypes?: readonly string[];
  contact?: Fields;
}

export interface MadeGuest {
  contact: Contact;
  access: ContactAccess;
  /** The secret of their key, `gak_…`, and the link with it. */
  key: string;
  link: string;
  /** The token of a session that the key opened. */
  token: string;
  actor: Actor;
}

/** Opens a session with a key. */
export const logInByKey = async (key: string): Promise<{ token: string; actor: Actor }> => {
  const { body } = await as({ name: 'nobody', headers: {} }).post(pathTo('LogInByKey'), { key }).expect(200);
  return { token: body.data.token, actor: guestWith(body.data.token) };
};

/** A guest who came the whole way: contact, grants, key, login. */
export const makeGuest = async ({
  projects = [],
  resources = [],
  accessTypes = ['tasks'],
  contact: fields,
}: GuestWish = {}): Promise<MadeGuest> => {
  const admin = as(await administrator());
  const contact = await makeContact(fields);
  const saved = await admin
    .put(pathTo('SaveContactAccess', { contactId: contact.documentId }), {
      version: 0,
      closed: false,
      resources: [
        { contentType: 'api::project.project', documentIds: projects.map(({ documentId }) => documentId) },
        ...resources,
      ],
      accessTypes,
    })
    .expect(200);
  const issued = await admin
    .post(pathTo('IssueKey', { contactId: contact.documentId }), { version: saved.body.data.version })
    .expect(200);
  const { access, link } = issued.body.data;
  const key = link.slice(link.indexOf('#') + 1);
  return { contact, access, key, link, ...(await logInByKey(key)) };
};

export interface MadePerson {
  guest: AdminGuest;
  email: string;
  login: string;
  /** The temporary password that was given, if one was. */
  password: string | null;
}

/**
 * A guest as the page *Guests* makes them: with an address and a login name. Nobody is mailed unless `invite` says so. With
 * `temporaryPassword` they may log in once, to change it.
 */
export const makePerson = async (fields: Fields = {}): Promise<MadePerson> => {
  const { body } = await as(await administrator())
    .post(pathTo('CreateGuest'), {
      lastName: unique('Nom'),
      firstName: 'Camille',
      email: `${unique('g')}@tests.example`,
      locale: 'fr',
      resources: [],
      accessTypes: [],
      companyContacts: false,
      companyRecords: false,
      invite: false,
      ...fields,
    })
    .expect(200);
  const guest: AdminGuest = body.data;
  const { temporaryPassword } = fields;
  return {
    guest,
    email: guest.email ?? '',
    login: guest.login ?? '',
    password: typeof temporaryPassword === 'string' ? temporaryPassword : null,
  };
};
