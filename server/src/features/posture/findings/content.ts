import { isRegistrationOpen, isUploadPrivate, READ_SITE_ROLES, siteRoleRights, type RoleRight } from '../../../kernel';
import { lastCoverage } from '../../access';
import { modelOf } from '../../../kernel';
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

const FILES = 'plugin::upload.file';

/** What a role may do with one content type. */
interface RoleOnType {
  role: RoleRight['role'];
  uid: string;
  actions: string[];
}

const byType = (rights: readonly RoleRight[]): RoleOnType[] => {
  const found = new Map<string, RoleOnType>();
  for (const { role, subject, action } of rights) {
    const uid = subject ?? '';
    const known = found.get(`${role.id} ${uid}`) ?? { role, uid, actions: [] };
    known.actions.push(action);
    found.set(`${role.id} ${uid}`, known);
  }
  return [...found.values()];
};

/** Roles of the site's own users, everybody's first of all, that read or write protected content past every rule of ours. */
export const siteRoles: Finding = {
  id: 'site-roles',
  look: async ({ strapi, settings, caller }) => {
    const uids = new Set([...protectedTypes(strapi, settings).map(({ model }) => model.uid), FILES]);
    const rights = (await siteRoleRights(strapi))?.filter(({ subject }) => uids.has(subject ?? '')) ?? [];
    // Whether the list of files shows anything that it should not depends on what files there are to hide.
    const found = byType(rights).filter(({ uid }) => uid !== FILES || uids.size > 1);
    if (found.length === 0) return null;
    const isOpen = await isRegistrationOpen(strapi);
    const isForAll = ({ role }: RoleOnType) => role.type === 'public' || (role.type === 'authenticated' && isOpen);
    const sorted = [...found.filter(isForAll), ...found.filter((one) => !isForAll(one))];
    const isNamed = caller.ability.can(READ_SITE_ROLES);
    return foundList(sorted, found.some(isForAll) ? 'high' : 'medium', {
      subjectsOf: ({ role, uid, actions }) => actions.map((action) => `${role.id} ${uid} ${action}`),
      exampleOf: ({ role, uid, actions }) =>
        example({
          name: isNamed || role.type === 'public' ? role.name : null,
          facts: [uid === FILES ? 'files' : (modelOf(strapi, uid)?.info.displayName ?? uid), ...actions],
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
