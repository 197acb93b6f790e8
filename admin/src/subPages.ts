import type { Permission } from '../../contract/routes';
import { contactsPath } from './kernel/plugin';
import type { TextKey } from './kernel/translate';

/** A page below the plugin's menu entry. */
export interface SubPage {
  /** Below the address of the entry; the empty one is the entry's own. */
  path: string;
  title: TextKey;
  permission: Permission;
}

/** In the order of the tabs. */
export const subPages = [
  { path: '', title: 'contacts.title', permission: 'contacts.read' },
  { path: 'guests', title: 'guests.title', permission: 'guests.read' },
  { path: 'invitations', title: 'invitations.title', permission: 'invitations.read' },
  { path: 'imports', title: 'imports.title', permission: 'contacts.create' },
  { path: 'trail', title: 'trail.title', permission: 'activity.read' },
  { path: 'jobs', title: 'jobs.title', permission: 'jobs.read' },
  { path: 'posture', title: 'posture.title', permission: 'posture.read' },
] as const satisfies readonly SubPage[];

/** The address of a page in the panel. */
export const addressOf = ({ path }: SubPage): string => (path === '' ? `/${contactsPath}` : `/${contactsPath}/${path}`);
