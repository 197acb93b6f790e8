import { permissions } from '../../../contract';
import { registerPanelActions, type Strapi } from './strapi';

/** Words of the role editor, which Strapi shows in one language. */
const names: Record<(typeof permissions)[number], string> = {
  'activity.read': 'Read',
  'contacts.read': 'Read',
  'contacts.create': 'Create',
  'contacts.update': 'Update',
  'contacts.delete': 'Delete',
  'access.read': 'Read',
  'access.manage': 'Give, change and take away',
  'access.preview': 'See as a guest',
  'guests.read': 'Read',
  'guests.create': 'Create and invite',
  'guests.update': 'Change and close',
  'guests.delete': 'Delete',
  'invitations.read': 'Read',
  'invitations.manage': 'Create, show and revoke',
  'jobs.read': 'Read',
  'jobs.manage': 'Pause, cancel and do again',
  'keys.issue': 'Issue and show',
  'keys.send': 'Send by mail',
  'keys.revoke': 'Revoke',
  'posture.read': 'Read',
  'posture.manage': 'Accept and repair',
  'settings.read': 'Read',
  'settings.update': 'Update',
};

/** Puts our actions into the role editor. */
export const registerPermissions = (strapi: Strapi): Promise<void> =>
  registerPanelActions(
    strapi,
    permissions.map((uid) => ({ uid, displayName: names[uid], subCategory: uid.split('.')[0] ?? uid }))
  );
