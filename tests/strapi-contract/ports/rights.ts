import assert from 'node:assert/strict';
import {
  fullTokens,
  isRegistrationOpen,
  panelRolesWith,
  rightsBeyond,
  rows,
  siteRoleRights,
  strapiVersion,
  type Strapi,
} from '../../../server/src/kernel/strapi';
import { TASK } from './rows';

interface Role {
  id: number;
}
interface RoleService {
  create(role: object): Promise<Role>;
  assignPermissions(role: number, permissions: readonly object[]): Promise<unknown>;
}

const addPanelRole = async (strapi: Strapi): Promise<Role> => {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const role = await roles.create({ name: 'Beyond', description: '' });
  const right = { action: 'admin::webhooks.create', subject: null, properties: {}, conditions: [] };
  await roles.assignPermissions(role.id, [right]);
  return role;
};

/** Who may do what, as it is told an owner: where Strapi kept it otherwise, a risk would be taken for none. */
export const tryRights = async (strapi: Strapi): Promise<void> => {
  assert.match(strapiVersion(strapi) ?? '', /^5\.\d+\.\d+/);

  const role = await addPanelRole(strapi);
  const found = await panelRolesWith(strapi, Object.values(rightsBeyond).flat());
  assert.deepEqual(
    found.filter(({ role: { id } }) => id === role.id).map(({ action, subject }) => [action, subject]),
    [['admin::webhooks.create', null]]
  );
  assert.ok(found.every(({ role: { type } }) => type !== 'strapi-super-admin'));

  const access = { accessKey: 'contract', description: '', lastUsedAt: null };
  const token = (name: string, type: string, expiresAt: Date | null) =>
    rows<Role>(strapi, 'admin::api-token').create({
      data: { ...access, accessKey: name, name, type, expiresAt, lifespan: null },
    });
  const now = Date.now();
  await token('for-ever', 'full-access', null);
  await token('for-a-while', 'full-access', new Date(now + 60_000));
  await token('over', 'full-access', new Date(now - 60_000));
  await token('reads', 'read-only', null);
  const named = (await fullTokens(strapi, new Date(now))).map(({ name }) => name);
  assert.deepEqual(
    named.filter((name) => ['for-ever', 'for-a-while', 'over', 'reads'].includes(name)),
    ['for-ever', 'for-a-while']
  );

  const siteRoles = await siteRoleRights(strapi);
  if (siteRoles === null) return;
  assert.equal(typeof (await isRegistrationOpen(strapi)), 'boolean');
  const [open] = await rows<Role>(strapi, 'plugin::users-permissions.role').findMany({ where: { type: 'public' } });
  assert.ok(open);
  await rows(strapi, 'plugin::users-permissions.permission').create({
    data: { action: `${TASK}.find`, role: open.id },
  });
  assert.ok(
    (await siteRoleRights(strapi))?.some(
      ({ role: { type }, subject, action }) => type === 'public' && subject === TASK && action === 'find'
    )
  );
};
