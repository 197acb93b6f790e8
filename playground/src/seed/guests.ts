import { Refused, request, type Panel } from './panel';
import type { Row } from './rows';

/** A guest as the demo shows them: how they come in, and what they were given. */
export interface SeededGuest {
  name: string;
  /** A login name and a password, where the guest has them; everyone has a key. */
  login: string | null;
  password: string | null;
  key: string;
  projects: string[];
  accessTypes: string[];
}

/** A contact that the plugin has saved. */
export interface SavedContact {
  documentId: string;
  firstName: string | null;
  lastName: string;
  email: string | null;
}

/** What an editor gives; the guest changes it at their first login. */
const temporaryPassword = 'Provisoire 4471';

/** The passwords of the first guests, in their order; the others come in by their keys only. */
const passwords = ['trois hiboux sur un fil', 'le pont de bois vert', 'neuf cerises au panier'];

/** How many projects, the first of the list from `from` on, and which access types: one line a guest, no two alike. */
const wishes = [
  { from: 0, projects: 2, accessTypes: ['tasks'] },
  { from: 1, projects: 3, accessTypes: ['tasks', 'activity-reports'] },
  { from: 3, projects: 1, accessTypes: ['absences'] },
  { from: 4, projects: 2, accessTypes: ['tasks', 'tickets'] },
  { from: 0, projects: 5, accessTypes: ['documents'] },
  { from: 0, projects: 30, accessTypes: ['tasks', 'activity-reports', 'absences', 'tickets', 'documents', 'tags'] },
  { from: 2, projects: 2, accessTypes: [] },
  { from: 0, projects: 0, accessTypes: ['tasks', 'tags'] },
] as const;

interface Grants {
  resources: { contentType: string; documentIds: string[] }[];
  accessTypes: readonly string[];
}

/** What comes of giving an access: the version that the key is asked with, and how the guest logs in. */
type Opened = Pick<SeededGuest, 'login' | 'password'> & { version: number };

/** Takes the temporary password for one of their own, as the login page asks them to. */
const choosePassword = async (url: string, login: string, password: string): Promise<void> => {
  const doors = `${url}/api/guest-access/auth`;
  const token = await request('POST', `${doors}/password`, {}, { login, password: temporaryPassword }).then(
    () => undefined,
    (error: unknown) => (error instanceof Refused ? error.details['token'] : undefined)
  );
  if (typeof token !== 'string') throw new Error(`${login} was not asked to change their temporary password`);
  await request('POST', `${doors}/reset-password`, {}, { token, password });
};

/** As the page of guests does: a person with an address, a login name and a password, who is this contact. */
const openWithPassword = async (
  panel: Panel,
  url: string,
  contact: SavedContact,
  grants: Grants,
  password: string
): Promise<Opened> => {
  const { login } = await panel.call<{ login: string }>('POST', '/guests', {
    lastName: contact.lastName,
    firstName: contact.firstName,
    email: contact.email,
    locale: 'fr',
    country: 'FR',
    timeZone: 'Europe/Paris',
    contactIds: [contact.documentId],
    companyContacts: false,
    companyRecords: false,
    temporaryPassword,
    invite: false,
    ...grants,
  });
  await choosePassword(url, login, password);
  return { version: 1, login, password };
};

/** As the access dialog of a contact does. */
const openWithKey = async (panel: Panel, { documentId }: SavedContact, grants: Grants): Promise<Opened> => {
  const path = `/contacts/${documentId}/access`;
  const { version } = await panel.call<{ version: number }>('PUT', path, { version: 0, closed: false, ...grants });
  return { version, login: null, password: null };
};

/** Gives eight contacts an access each, as an editor does: grants, for the first ones a password, then a key. */
export const seedGuests = async (
  panel: Panel,
  url: string,
  contacts: readonly SavedContact[],
  projects: readonly Row[]
): Promise<SeededGuest[]> => {
  const guests: SeededGuest[] = [];
  for (const [index, wish] of wishes.entries()) {
    const contact = contacts[index];
    if (contact === undefined) break;
    const documentIds = projects.slice(wish.from, wish.from + wish.projects).map(({ documentId }) => documentId);
    const grants = {
      resources: [{ contentType: 'api::project.project', documentIds }],
      accessTypes: wish.accessTypes,
    };
    const own = passwords[index];
    const { version, login, password } =
      own === undefined || contact.email === null
        ? await openWithKey(panel, contact, grants)
        : await openWithPassword(panel, url, contact, grants, own);
    const { link } = await panel.call<{ link: string }>('POST', `/contacts/${contact.documentId}/key`, { version });
    guests.push({
      name: [contact.firstName, contact.lastName].filter(Boolean).join(' '),
      login,
      password,
      key: link.slice(link.indexOf('#') + 1),
      projects: documentIds,
      accessTypes: [...wish.accessTypes],
    });
  }
  return guests;
};
