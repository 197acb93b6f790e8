import type { Core } from '@strapi/strapi';

/** The administrator of the demo site. It listens on this computer only. */
export const administrator = { email: 'admin@atelier-nord.example', password: 'Demo-admin-2026' };

/** A user of the site itself (Users & Permissions), who may read projects and tasks as every such site lets its users. */
export const siteUser = { username: 'claire', email: 'claire@atelier-nord.example', password: 'Demo-user-2026' };

/** What a role of Users & Permissions may do with a type, `find` and `findOne`. */
const readable = ['project', 'task', 'activity-report', 'absence', 'document', 'tag', 'milestone'] as const;

const allowReading = async (strapi: Core.Strapi, roleType: 'public' | 'authenticated'): Promise<void> => {
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: roleType } });
  for (const name of readable) {
    for (const action of ['find', 'findOne']) {
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action: `api::${name}.${name}.${action}`, role: role.id } });
    }
  }
};

export const seedAccounts = async (strapi: Core.Strapi, { publicReads }: { publicReads: boolean }): Promise<void> => {
  const superAdmin = await strapi.service('admin::role').getSuperAdmin();
  await strapi.service('admin::user').create({
    ...administrator,
    firstname: 'Anne',
    lastname: 'Kermarrec',
    preferedLanguage: 'fr',
    isActive: true,
    roles: [superAdmin.id],
  });
  const role = await strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } });
  await strapi
    .plugin('users-permissions')
    .service('user')
    .add({ ...siteUser, provider: 'local', confirmed: true, blocked: false, role: role.id });
  await allowReading(strapi, 'authenticated');
  if (publicReads) await allowReading(strapi, 'public');
};
