import {
  FILE,
  isRegistrationOpen,
  isUploadPrivate,
  modelOf,
  READ_SITE_ROLES,
  siteRoleRights,
  type RoleRight,
} from '../../../kernel';
import { lastCoverage } from '../../access';
import { example, foundList, type Finding } from '../finding';
import { fileFields, protectedTypes } from '../protected';

/** Files that lie at an address anybody can open, of rows that only some may see. */
export const publicFiles: Finding = {
  id: 'public-files',
  look: async ({ strapi, settings }) => {
    const carrying = protectedTypes(strapi, settings)
      .map((type) => ({ ...type, files: fileFields(strapi, type) }))
      .filter(({ files }) => files.length > 0);
    if (carrying.length === 0 || (await isUploadPrivate(strapi)) !== false) return null;
    return foundList(carrying, 'medium', {
      subjectsOf: ({ model, files }) => files.map((field) => `${model.uid} ${field}`),
      exampleOf: ({ model, files }) => example({ name: model.info.displayName, facts: files }),
    });
  },
  repair: { kind: 'advice' },
};

const readActions = ['find', 'findOne'];

/** What a role of the site may do with content that not everybody is to see. */
interface RoleOnContent {
  role: RoleRight['role'];
  /** `<uid> <action>`. */
  rights: string[];
  uids: Set<string>;
  writes: boolean;
}

const byRole = (rights: readonly RoleRight[]): RoleOnContent[] => {
  const found = new Map<number, RoleOnContent>();
  for (const { role, subject, action } of rights) {
    const known = found.get(role.id) ?? { role, rights: [], uids: new Set(), writes: false };
    const uid = subject ?? '';
    known.rights.push(`${uid} ${action}`);
    known.uids.add(uid);
    known.writes ||= !readActions.includes(action);
    found.set(role.id, known);
  }
  return [...found.values()];
};

/** Everybody first, then whoever makes themselves an account, then those who are given a role. */
const rankOf = ({ role: { type } }: RoleOnContent, isRegistrationOpened: boolean): number => {
  if (type === 'public') return 0;
  return type === 'authenticated' && isRegistrationOpened ? 1 : 2;
};

/** Roles of the site's own users, everybody's first of all, that read or write protected content past every rule of ours. */
export const siteRoles: Finding = {
  id: 'site-roles',
  look: async ({ strapi, settings, caller }) => {
    const types = protectedTypes(strapi, settings).map(({ model }) => model.uid);
    const uids = new Set(types.length === 0 ? [] : [...types, FILE]);
    const rights = (await siteRoleRights(strapi))?.filter(({ subject }) => uids.has(subject ?? '')) ?? [];
    const isOpen = await isRegistrationOpen(strapi);
    const roles = byRole(rights).sort((one, other) => rankOf(one, isOpen) - rankOf(other, isOpen));
    const isNamed = caller.ability.can(READ_SITE_ROLES);
    const nameOf = (uid: string) => (uid === FILE ? 'files' : (modelOf(strapi, uid)?.info.displayName ?? uid));
    return foundList(roles, roles.some((role) => rankOf(role, isOpen) < 2) ? 'high' : 'medium', {
      subjectsOf: (one) => one.rights.map((right) => `${one.role.id} ${right}`),
      exampleOf: ({ role, uids: on, writes }) =>
        example({
          // Everybody knows these two.
          name: isNamed || ['public', 'authenticated'].includes(role.type) ? role.name : null,
          facts: [...(writes ? ['writes'] : []), ...[...on].map(nameOf)],
          page: 'site-role',
          pageId: isNamed ? String(role.id) : null,
        }),
    });
  },
  repair: { kind: 'open', page: 'site-roles' },
};

/** What the self-check has closed: a way in was open, and guests see nothing of it until it is mended. */
export const selfCheck: Finding = {
  id: 'self-check',
  look: async ({ strapi }) => {
    const { closed } = await lastCoverage(strapi);
    return foundList(closed, 'high', {
      subjectsOf: (uid) => [uid],
      exampleOf: (uid) => example({ name: modelOf(strapi, uid)?.info.displayName ?? uid, page: 'settings-content' }),
    });
  },
  repair: { kind: 'open', page: 'settings-content' },
};
