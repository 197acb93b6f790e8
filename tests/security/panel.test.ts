import { permissions, type Endpoint } from '../../contract';
import * as contract from '../../contract';
import { fillIn, pathTo } from '../../contract/routes';
import {
  administrator,
  apiToken,
  as,
  editor,
  makeContact,
  makeGuest,
  makeProject,
  nobody,
  siteUser,
  type Actor,
} from '../support';

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'audience' in value && 'method' in value && 'path' in value;

/** Every call of the panel’s, from the contract itself: one that is added tomorrow is among them. */
const adminEndpoints: [string, Endpoint][] = Object.entries(contract).flatMap(([name, value]) =>
  isEndpoint(value) && (value.audience === 'admin' || typeof value.audience === 'object') ? [[name, value]] : []
);

const method = ({ method }: Endpoint) => method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';

describe('the panel’s API', () => {
  let path: (endpoint: Endpoint) => string;
  beforeAll(async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    path = (endpoint) =>
      fillIn(
        endpoint,
        Object.fromEntries(Object.keys(endpoint.params.fields).map((name) => [name, guest.contact.documentId]))
      );
  });

  const call = (actor: Actor, endpoint: Endpoint) =>
    as(actor)['events' in endpoint ? 'glance' : method(endpoint)](path(endpoint));

  it('is found in the contract, so that the tests below mean something', () => {
    expect(adminEndpoints.length).toBeGreaterThan(20);
  });

  const withPermission = adminEndpoints.flatMap(([name, endpoint]) =>
    typeof endpoint.audience === 'object' ? [[name, endpoint, endpoint.audience] as const] : []
  );

  it.each(withPermission)(
    'D01 %s is refused without its permission, however many others one has',
    async (_name, endpoint, audience) => {
      const others = permissions.filter((permission) => permission !== audience.admin);
      for (const held of [[], others]) {
        const { status } = await call(await editor(held), endpoint);
        expect(status).toBe(403);
      }
    }
  );

  // Only asked whether the door opens: calls without a body then fail on it, and nothing is deleted.
  const harmless = adminEndpoints.filter(([, { method }]) => method !== 'DELETE');

  it.each(harmless)('D01 %s is open to who holds its permission', async (_name, endpoint) => {
    const { audience } = endpoint;
    const held = typeof audience === 'object' ? [audience.admin] : [];
    const { status } = await call(await editor(held), endpoint);
    expect([401, 403]).not.toContain(status);
    expect(status).toBeLessThan(500);
  });

  it.each(adminEndpoints)(
    'D05, D07, A33 %s is refused to everybody who is not of the panel',
    async (_name, endpoint) => {
      const guest = await makeGuest({ projects: [await makeProject()] });
      const actors = [
        nobody,
        guest.actor,
        await siteUser(),
        await apiToken('read-only'),
        await apiToken('full-access'),
      ];
      for (const actor of [...actors, { name: 'key', headers: { Authorization: `Bearer ${guest.key}` } }]) {
        const { status, text } = await call(actor, endpoint);
        expect([actor.name, status]).toEqual([actor.name, 401]);
        expect(text).not.toContain('@tests.example');
      }
    }
  );

  it('D01 is nowhere under /api, where guests and the public are', async () => {
    for (const [, endpoint] of adminEndpoints) {
      const { status } = await as(nobody)[method(endpoint)](`/api${path(endpoint)}`);
      expect([endpoint.path, [401, 403, 404, 405].includes(status)]).toEqual([endpoint.path, true]);
    }
  });

  it('D02 tells a reader of contacts nothing of their access, and a reader of access no secret', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const reader = as(await editor(['contacts.read']));
    const one = await reader.get(pathTo('GetContact', { contactId: guest.contact.documentId })).expect(200);
    expect(one.body.data.accessState).toBeNull();
    const list = await reader.get(`${pathTo('ListContacts')}?pageSize=100`).expect(200);
    expect(list.body.data.contacts.every(({ accessState }: { accessState: unknown }) => accessState === null)).toBe(
      true
    );
    expect([400, 403]).toContain((await reader.get(`${pathTo('ListContacts')}?access=open`)).status);
    expect([400, 403]).toContain((await reader.get(`${pathTo('ListContactIds')}?access=open`)).status);
    const access = await as(await editor(['access.read']))
      .get(pathTo('GetContactAccess', { contactId: guest.contact.documentId }))
      .expect(200);
    for (const secret of [guest.key, guest.token, guest.key.slice(4, 20)]) expect(access.text).not.toContain(secret);
    const rows = await site.strapi.db
      .connection('guest_access_vault_keys')
      .where({ last_four: guest.key.slice(-4) })
      .select('digest', 'encrypted');
    expect(rows.length).toBeGreaterThan(0);
    for (const { digest, encrypted } of rows) {
      expect(access.text).not.toContain(digest);
      if (encrypted) expect(access.text).not.toContain(encrypted);
    }
  });

  it('D02 tells an editor who may not issue keys no key, by no way', async () => {
    const { contact } = await makeGuest();
    const others = as(await editor(permissions.filter((permission) => permission !== 'keys.issue')));
    await others.post(pathTo('RevealKey', { contactId: contact.documentId })).expect(403);
    await others.post(pathTo('IssueKey', { contactId: contact.documentId }), { version: 1 }).expect(403);
  });

  it.each([
    ['another host’s origin', { Origin: 'https://evil.tld' }],
    ['an override of the method', { 'X-HTTP-Method-Override': 'GET' }],
  ])('D01 is not opened by %s', async (_what, headers) => {
    const contact = await makeContact();
    const { headers: own } = await editor(['contacts.read']);
    const { status } = await as({ name: 'editor', headers: { ...own, ...headers } }).delete(
      pathTo('DeleteContact', { contactId: contact.documentId })
    );
    expect(status).toBe(403);
  });

  it.each([
    ['a prototype', '{"__proto__":{"admin":true},"contacts":true}'],
    ['a list', '[]'],
    ['a text', '"x"'],
    ['nothing', '{}'],
    ['unknown words', '{"contacts":true,"guests":true,"resourceTypes":[],"accessTypes":[],"isAdmin":true}'],
    [
      'a type of the panel’s',
      '{"contacts":true,"guests":true,"resourceTypes":[{"contentType":"admin::user","labels":{"fr":"a","en":"a","cs":"a"},"labelField":"email"}],"accessTypes":[]}',
    ],
    [
      'a type of ours',
      '{"contacts":true,"guests":true,"resourceTypes":[],"accessTypes":[{"key":"x","labels":{"fr":"a","en":"a","cs":"a"},"contentType":"plugin::guest-access.grant","actions":["find"],"rule":{"kind":"all"}}]}',
    ],
    [
      'users',
      '{"contacts":true,"guests":true,"resourceTypes":[],"accessTypes":[{"key":"x","labels":{"fr":"a","en":"a","cs":"a"},"contentType":"plugin::users-permissions.user","actions":["find"],"rule":{"kind":"all"}}]}',
    ],
    [
      'a private field',
      '{"contacts":true,"guests":true,"resourceTypes":[],"accessTypes":[{"key":"x","labels":{"fr":"a","en":"a","cs":"a"},"contentType":"api::task.task","actions":["find"],"readFields":["internalNote"],"rule":{"kind":"all"}}]}',
    ],
    [
      'a path that crosses creators',
      '{"contacts":true,"guests":true,"resourceTypes":[],"accessTypes":[{"key":"x","labels":{"fr":"a","en":"a","cs":"a"},"contentType":"api::task.task","actions":["find"],"rule":{"kind":"contact","path":"createdBy"}}]}',
    ],
    [
      'a path that is a prototype’s',
      '{"contacts":true,"guests":true,"resourceTypes":[],"accessTypes":[{"key":"x","labels":{"fr":"a","en":"a","cs":"a"},"contentType":"api::task.task","actions":["find"],"rule":{"kind":"contact","path":"constructor"}}]}',
    ],
  ])('A22, D06 takes no settings with %s', async (_what, body) => {
    const admin = await administrator();
    const before = (await as(admin).get(pathTo('GetSettings')).expect(200)).body;
    const json = as({ name: 'administrator', headers: { ...admin.headers, 'Content-Type': 'application/json' } });
    expect((await json.put(pathTo('SaveSettings'), body)).status).toBe(400);
    expect((await as(admin).get(pathTo('GetSettings')).expect(200)).body).toEqual(before);
  });
});
