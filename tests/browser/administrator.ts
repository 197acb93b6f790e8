import type { APIRequestContext, APIResponse } from '@playwright/test';
import { pathTo } from '../../contract/routes';
import { site } from './support';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Calls the admin panel's API as the administrator: what a test has to prepare or to look up besides what it clicks. */
export const administratorOf = async (request: APIRequestContext) => {
  const login = await request.post(`${site.url}/admin/login`, { data: site.admin, headers: { Connection: 'close' } });
  // A connection that is kept is closed by the server after five seconds, perhaps just as it is used again.
  const headers = { Authorization: `Bearer ${(await login.json()).data.token}`, Connection: 'close' };
  const call = async (method: Method, path: string, data?: object): Promise<APIResponse> => {
    const response = await request.fetch(`${site.url}${path}`, { method, headers, ...(data ? { data } : {}) });
    if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
    return response;
  };
  return {
    headers,
    call,
    get: async (path: string) => (await call('GET', path)).json(),
    send: async (method: Exclude<Method, 'GET'>, path: string, data: object) => (await call(method, path, data)).json(),
  };
};

export type Administrator = Awaited<ReturnType<typeof administratorOf>>;

/** A contact that no other test uses; answers its documentId. */
export const makeContact = async (
  administrator: Administrator,
  contact: { lastName: string; email?: string | null; company?: string }
): Promise<string> => {
  const { company, ...rest } = contact;
  const body = { ...rest, firstName: 'Test', company: company === undefined ? null : { name: company } };
  return (await administrator.send('POST', pathTo('CreateContact'), body)).data.documentId;
};

/** Somebody of the panel with a role of their own, that may do just this and read these content types; answers how they log in. */
export const makeAccount = async (
  administrator: Administrator,
  permissions: readonly string[],
  reads: readonly string[] = []
): Promise<{ email: string; password: string }> => {
  const name = `Lecteurs ${Date.now()}`;
  const role = (await administrator.send('POST', '/admin/roles', { name, description: '' })).data;
  await administrator.send('PUT', `/admin/roles/${role.id}/permissions`, {
    permissions: [
      ...permissions.map((permission) => ({
        action: `plugin::guest-access.${permission}`,
        subject: null,
        properties: {},
      })),
      ...reads.map((subject) => ({
        action: 'plugin::content-manager.explorer.read',
        subject,
        properties: { fields: ['title'] },
      })),
    ].map((permission) => ({ ...permission, conditions: [] })),
  });
  const account = { email: `lecteur${role.id}@atelier-nord.example`, password: 'Lecteur-2026-ok' };
  const person = { firstname: 'Léa', lastname: 'Lectrice', roles: [role.id], preferedLanguage: 'fr' };
  const created = (await administrator.send('POST', '/admin/users', { ...person, email: account.email })).data;
  await administrator.send('PUT', `/admin/users/${created.id}`, { password: account.password, isActive: true });
  return account;
};
