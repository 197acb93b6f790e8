import assert from 'node:assert/strict';
import {
  fullTokens,
  isToldToWebhooks,
  offerToWebhooks,
  isRegistrationOpen,
  panelRolesWith,
  rightsBeyond,
  rightsStamp,
  rows,
  siteRoleRights,
  strapiVersion,
  tellWebhooks,
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

/** What the rights of somebody stand on: another text as soon as they are others. */
const tryStamp = async (strapi: Strapi): Promise<void> => {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const role = await roles.create({ name: 'Stamped', description: '' });
  const right = { action: 'admin::webhooks.create', subject: null, properties: {}, conditions: [] };
  const users = strapi.service('admin::user') as unknown as {
    create(user: object): Promise<{ id: number; documentId: string }>;
    updateById(id: number, change: object): Promise<unknown>;
  };
  const user = await users.create({
    ...{ email: 'stamped@contract.example', password: 'Contract-1', firstname: 'S', isActive: true },
    roles: [role.id],
  });
  const stamp = () => rightsStamp(strapi, user.documentId);
  const bare = await stamp();
  assert.equal(await stamp(), bare);
  assert.notEqual(bare, null);
  await roles.assignPermissions(role.id, [right]);
  const given = await stamp();
  assert.notEqual(given, bare);
  await users.updateById(user.id, { isActive: false });
  assert.notEqual(await stamp(), given);
  await roles.assignPermissions(role.id, [{ ...right, conditions: ['admin::is-creator'] }]);
  assert.equal(await stamp(), null);
  assert.equal(await rightsStamp(strapi, 'nobody'), null);
};

/** Who may do what, as it is told an owner: where Strapi kept it otherwise, a risk would be taken for none. */
export const tryRights = async (strapi: Strapi): Promise<void> => {
  assert.match(strapiVersion(strapi) ?? '', /^5\.\d+\.\d+/);
  await tryStamp(strapi);

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

  offerToWebhooks(strapi, 'contract.told');
  assert.equal(await isToldToWebhooks(strapi, 'contract.told'), false);
  const hook = { name: 'told', url: 'http://127.0.0.1:9/', headers: {}, events: ['contract.told'], isEnabled: true };
  await strapi.get('webhookStore').createWebhook(hook);
  assert.equal(await isToldToWebhooks(strapi, 'contract.told'), true);
  let told: unknown = null;
  strapi.eventHub.on('contract.told', (payload: unknown) => {
    told = payload;
    return Promise.resolve();
  });
  await tellWebhooks(strapi, 'contract.told', { line: 1 });
  assert.deepEqual(told, { line: 1 });

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
