import type { Panel } from './panel';
import type { Row } from './rows';

/** A guest as the demo shows him: how he comes in, and what he was given. */
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
}

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

/** Gives eight contacts an access each, as an editor does: grants, then a key. */
export const seedGuests = async (
  panel: Panel,
  contacts: readonly SavedContact[],
  projects: readonly Row[]
): Promise<SeededGuest[]> => {
  const guests: SeededGuest[] = [];
  for (const [index, wish] of wishes.entries()) {
    const contact = contacts[index];
    if (contact === undefined) break;
    const documentIds = projects.slice(wish.from, wish.from + wish.projects).map(({ documentId }) => documentId);
    const path = `/contacts/${contact.documentId}`;
    const { version } = await panel.call<{ version: number }>('PUT', `${path}/access`, {
      version: 0,
      closed: false,
      resources: [{ contentType: 'api::project.project', documentIds }],
      accessTypes: wish.accessTypes,
    });
    const { link } = await panel.call<{ link: string }>('POST', `${path}/key`, { version });
    guests.push({
      name: [contact.firstName, contact.lastName].filter(Boolean).join(' '),
      login: null,
      password: null,
      key: link.slice(link.indexOf('#') + 1),
      projects: documentIds,
      accessTypes: [...wish.accessTypes],
    });
  }
  return guests;
};
