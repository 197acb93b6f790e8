import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  apiToken,
  as,
  guestWith,
  logInByKey,
  makeGuest,
  makeProject,
  makeTask,
  nobody,
  siteUser,
  type Actor,
  type MadeGuest,
} from '../support';
import { givePublic, readingPublic, readSettings, saveSettings } from './world';

const door = pathTo('LogInByKey');
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed token of another kind: header and payload as said, under a key. */
const jwt = (header: object, payload: object, secret: string): string => {
  const text = `${base64(header)}.${base64(payload)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

/** Sends a request exactly as written, and answers its status line and all that follows. */
const raw = (text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    const socket = connect(Number(port), hostname, () => socket.write(text));
    let answer = '';
    socket.setEncoding('utf8').setTimeout(3_000, () => socket.end());
    socket
      .on('data', (chunk) => (answer += chunk))
      .on('close', () => resolve(answer))
      .on('error', reject);
  });

const statusOf = (answer: string): number => Number(answer.split(' ')[1]);

describe('K07 a key that is taken away', () => {
  it('leaves no session, also of those that begin at that moment', async () => {
    const admin = as(await administrator());
    for (let round = 0; round < 5; round += 1) {
      const guest = await makeGuest();
      // `then` sends it: a request of supertest waits until somebody asks for its answer.
      const logIn = () =>
        as(nobody)
          .post(door, { key: guest.key })
          .then((answer) => answer);
      const calls = Array.from({ length: 10 }, logIn);
      const revoked = admin
        .delete(pathTo('RevokeKey', { contactId: guest.contact.documentId }))
        .then(({ status }) => status);
      for (let times = 0; times < 30; times += 1) {
        calls.push(logIn());
        await wait(1);
      }
      expect(await revoked).toBe(200);
      for (const { status, body } of await Promise.all(calls)) {
        if (status !== 200) continue;
        await as(guestWith(body.data.token)).get(pathTo('GetMe')).expect(401);
      }
    }
  });
});

describe('the end of a session', () => {
  const over = async (guest: MadeGuest): Promise<void> => {
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    await as(guest.actor).get('/api/tasks').expect(401);
    const { status, body } = await as(guest.actor).graphql('{ tasks { title } }');
    expect(status === 401 || body.data === null || body.data === undefined).toBe(true);
    expect(JSON.stringify(body)).not.toContain('"title"');
  };

  it.each<[string, (guest: MadeGuest) => Promise<unknown>]>([
    ['they log out', async ({ actor }) => as(actor).post(pathTo('LogOut')).expect(204)],
    [
      'their access is deleted',
      async (guest) =>
        as(await administrator())
          .delete(pathTo('DeleteContactAccess', { contactId: guest.contact.documentId }))
          .expect(204),
    ],
    [
      'their contact is deleted',
      async ({ contact }) =>
        as(await administrator())
          .delete(pathTo('DeleteContact', { contactId: contact.documentId }))
          .expect(204),
    ],
    [
      'their key is revoked',
      async ({ contact }) =>
        as(await administrator())
          .delete(pathTo('RevokeKey', { contactId: contact.documentId }))
          .expect(200),
    ],
    [
      'their access is closed',
      async (guest) => {
        const admin = as(await administrator());
        const { body } = await admin
          .get(pathTo('GetContactAccess', { contactId: guest.contact.documentId }))
          .expect(200);
        const { version, resources, accessTypes } = body.data;
        await admin
          .put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), {
            version,
            resources,
            accessTypes,
            closed: true,
          })
          .expect(200);
      },
    ],
    [
      'they get another key',
      async ({ contact, access }) =>
        as(await administrator())
          .post(pathTo('IssueKey', { contactId: contact.documentId }), { version: access.version })
          .expect(200),
    ],
  ])('A30, A31 is when %s: from the next request on', async (_what, end) => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    await as(guest.actor).get('/api/tasks').expect(200);
    await end(guest);
    await over(guest);
  });

  it.each([
    ['idle_ends_at', 'it was idle for too long'],
    ['ends_at', 'it is too old'],
  ])('A30 is when its time is over (%s): %s', async (column) => {
    const guest = await makeGuest();
    const sessions = site.strapi.db.connection('guest_access_vault_sessions');
    const newest = await sessions.clone().max({ id: 'id' }).first();
    await sessions
      .clone()
      .where({ id: newest?.['id'] })
      .update({ [column]: Date.now() - 1 });
    await over(guest);
  });

  it('A30 is not that of another session', async () => {
    const guest = await makeGuest();
    const second = await logInByKey(guest.key);
    await as(guest.actor).post(pathTo('LogOut')).expect(204);
    await as(second.actor).get(pathTo('GetMe')).expect(200);
  });

  it('A30, R08 closes a type at once when its access type is taken away', async () => {
    const project = await makeProject();
    const guest = await makeGuest({ projects: [project], accessTypes: ['tasks', 'absences'] });
    await as(guest.actor).get('/api/absences').expect(200);
    const admin = as(await administrator());
    const { body } = await admin.get(pathTo('GetContactAccess', { contactId: guest.contact.documentId })).expect(200);
    const { version, resources } = body.data;
    await admin
      .put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), {
        version,
        closed: false,
        resources,
        accessTypes: ['tasks'],
      })
      .expect(200);
    await as(guest.actor).get('/api/absences').expect(403);
    await as(guest.actor).get('/api/tasks').expect(200);
    const settings = await readSettings();
    await saveSettings({ ...settings, accessTypes: settings.accessTypes.filter(({ key }) => key !== 'tasks') });
    await as(guest.actor).get('/api/tasks').expect(403);
    await saveSettings(settings);
    await as(guest.actor).get('/api/tasks').expect(200);
  });

  it('A30 hides a row at once when its project is taken away', async () => {
    const [kept, taken] = [await makeProject(), await makeProject()];
    const task = await makeTask({ project: taken });
    const guest = await makeGuest({ projects: [kept, taken] });
    await as(guest.actor).get(`/api/tasks/${task.documentId}`).expect(200);
    const admin = as(await administrator());
    await admin
      .put(pathTo('SaveContactAccess', { contactId: guest.contact.documentId }), {
        version: guest.access.version,
        closed: false,
        resources: [{ contentType: 'api::project.project', documentIds: [kept.documentId] }],
        accessTypes: ['tasks'],
      })
      .expect(200);
    await as(guest.actor).get(`/api/tasks/${task.documentId}`).expect(404);
  });
});

describe.each([
  ['that gives the Public role nothing', []],
  ['that lets the Public role read', readingPublic],
])('a bad token on a site %s', (_site, publicActions) => {
  let guest: MadeGuest;
  let closePublic: () => Promise<void>;
  beforeAll(async () => {
    closePublic = await givePublic(publicActions);
    guest = await makeGuest({ projects: [await makeProject()] });
  });
  afterAll(() => closePublic());

  const signed = (secret: string, payload: object) => jwt({ alg: 'HS256', typ: 'JWT' }, payload, secret);
  const bad = (): [string, string][] => [
    ['unknown', `gst_${'a'.repeat(36)}`],
    ['with a typo', `${guest.token.slice(0, -1)}${guest.token.endsWith('a') ? 'b' : 'a'}`],
    ['a key', guest.key],
    ['only a prefix', 'gst_'],
    ['too long', `${guest.token}x`],
    ['a megabyte’s start', `gst_${'a'.repeat(8_000)}`],
    ['unsigned', `${base64({ alg: 'none', typ: 'JWT' })}.${base64({ id: 1 })}.`],
    ['signed with nothing', signed('', { id: 1 })],
    [
      'signed with the guests’ secret',
      signed(process.env['GUEST_ACCESS_SECRET'] ?? '', { id: 1, sub: guest.contact.documentId }),
    ],
    ['for the panel, signed with its users’ secret', signed(process.env['JWT_SECRET'] ?? '', { id: 999_999 })],
    ['text', 'null'],
    ['undefined', 'undefined'],
    ['with quotes', `"${guest.token}"`],
  ];

  it('A33, A35, K12 is refused, and never answered as to Public', async () => {
    for (const [what, token] of bad()) {
      for (const path of [
        '/api/tasks',
        '/api/projects',
        pathTo('GetMe'),
        pathTo('GetMyAccess'),
        `/api/tasks/${'a'.repeat(24)}`,
      ]) {
        const { status } = await as(guestWith(token)).get(path);
        expect([what, path, status]).toEqual([what, path, 401]);
      }
    }
  });

  it('A35 is refused by GraphQL too', async () => {
    for (const [what, token] of bad()) {
      const { body } = await as(guestWith(token)).graphql('{ projects { title } tasks { title } }');
      expect([what, JSON.stringify(body)]).toEqual([what, expect.not.stringContaining('"title":')]);
    }
  });

  it('A35 is refused in every spelling of the header', async () => {
    const over = await makeGuest({ projects: [await makeProject()] });
    await as(over.actor).post(pathTo('LogOut')).expect(204);
    for (const header of [
      `Bearer ${over.token}`,
      `bearer ${over.token}`,
      `BEARER ${over.token}`,
      `Bearer  ${over.token}`,
      `Bearer\t${over.token}`,
      `Bearer ${over.token} x`,
      `Bearer x ${over.token}`,
      `Bearer ${over.token},Bearer x`,
      `Bearer ${over.token}, ${over.token}`,
    ]) {
      const { status, text } = await as({ name: 'guest', headers: { Authorization: header } }).get('/api/projects');
      expect([header.replace(over.token, 'TOKEN'), status]).toEqual([header.replace(over.token, 'TOKEN'), 401]);
      expect(text).not.toContain('"title"');
    }
  });

  it('R11 beside another way in gives no more than the guest’s own rights', async () => {
    const task = await makeTask();
    const token = (await apiToken('full-access')).headers['Authorization'] ?? '';
    const user = (await siteUser()).headers['Authorization'] ?? '';
    for (const other of [token, user]) {
      // Two headers of that name: Node keeps the first.
      const { host } = new URL(site.url);
      const answer = await raw(
        `GET /api/tasks/${task.documentId} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${guest.token}\r\nAuthorization: ${other}\r\nConnection: close\r\n\r\n`
      );
      expect([400, 401, 404]).toContain(statusOf(answer));
      for (const Authorization of [
        `Bearer ${guest.token}, ${other}`,
        `${other}, Bearer ${guest.token}`,
        `Bearer ${guest.token} ${other}`,
      ]) {
        const { status } = await as({ name: 'both', headers: { Authorization } }).get(`/api/tasks/${task.documentId}`);
        expect([400, 401, 403, 404]).toContain(status);
      }
    }
  });
});

describe('a guest’s token elsewhere', () => {
  let guest: MadeGuest;
  beforeAll(async () => {
    guest = await makeGuest({ projects: [await makeProject()] });
  });

  it.each([
    '/admin/users',
    '/admin/users/me',
    '/admin/roles',
    '/admin/api-tokens',
    '/admin/permissions',
    '/content-manager/collection-types/api::task.task',
    '/content-manager/content-types',
    '/content-type-builder/content-types',
    '/upload/files',
    '/upload/folders',
    '/i18n/locales',
    pathTo('ListContacts'),
    pathTo('GetSettings'),
    `${pathTo('ListAccessStates')}?contactIds=a`,
    pathTo('GetFeatures'),
    '/users-permissions/roles',
    '/email/settings',
  ])('A33, D07 opens nothing of the panel: %s', async (path) => {
    for (const token of [guest.token, guest.key]) {
      const { status, text } = await as(guestWith(token)).get(path);
      expect(status).toBe(401);
      expect(text).not.toContain('@');
    }
  });

  it.each([
    ['get', '/api/upload/files'],
    ['get', '/api/upload/files/1'],
    ['get', '/api/upload/files?filters[hash][$startsWith]=a'],
    ['post', '/api/upload'],
    ['post', '/api/upload?id=1'],
    ['delete', '/api/upload/files/1'],
    ['get', '/api/users'],
    ['get', '/api/users/me'],
    ['get', '/api/users/1'],
    ['put', '/api/users/1'],
    ['delete', '/api/users/1'],
    ['get', '/api/users/count'],
    ['get', '/api/users-permissions/roles'],
    ['get', '/api/users-permissions/permissions'],
    ['post', '/api/auth/change-password'],
    ['post', '/api/email'],
    ['get', '/api/i18n/locales'],
    ['get', '/api/content-type-builder/content-types'],
    ['get', '/api/content-type-builder/components'],
    ['get', '/api/guest-access/contacts'],
    ['get', '/api/guest-access/sessions'],
    ['get', '/api/guest-access/guests'],
  ] as const)('A36, A43, A44 is good for no route of the API that nobody gave: %s %s', async (method, path) => {
    const { status, text } = await as(guest.actor)[method](path);
    expect([400, 403, 404, 405]).toContain(status);
    expect(text).not.toMatch(/@atelier-nord|"hash"|"url"/);
  });

  it('A44 is refused by a route that names no scope, and by one that a site’s code answers itself', async () => {
    // Such a route can only be made at boot; so Strapi’s authorisation is asked with what it was told of this guest.
    const auth = site.strapi.get('auth') as { verify(auth: object, config: object): Promise<void> };
    const seen: object[] = [];
    const spy = jest.spyOn(auth, 'verify').mockImplementation(async (given: object) => void seen.push(given));
    try {
      await as(guest.actor).get(pathTo('GetMe')).expect(200);
    } finally {
      spy.mockRestore();
    }
    const told = seen.find((one) => JSON.stringify(one)?.includes('guest')) ?? {};
    expect(told).toHaveProperty('strategy');
    for (const config of [
      {},
      { scope: [] },
      { scope: undefined },
      { scope: ['api::invoice.invoice.find'] },
      { scope: ['plugin::guest-access.guest', 'api::invoice.invoice.find'] },
    ])
      await expect(auth.verify(told, config)).rejects.toMatchObject({
        name: expect.stringMatching(/Forbidden|Unauthorized/),
      });
  });

  it('A26 means the same route in any spelling of the path', async () => {
    const task = await makeTask();
    for (const path of [
      '/api/tasks/',
      '/api/TASKS',
      '/API/tasks',
      '//api//tasks',
      '/api//tasks',
      '/api/./tasks',
      '/api/%74asks',
      '/api/tasks%2f',
      '/api/tasks;x=1',
      '/api/tasks%00',
      '/api\\tasks',
    ]) {
      const answer = await raw(
        `GET ${path} HTTP/1.1\r\nHost: ${new URL(site.url).host}\r\nAuthorization: Bearer ${guest.token}\r\nConnection: close\r\n\r\n`
      );
      expect([200, 400, 401, 403, 404]).toContain(statusOf(answer));
      expect(answer).not.toContain(task.documentId);
    }
    for (const path of [
      '/api/Guest-Access/me',
      '/api/guest-access/me/',
      '//api/guest-access/me',
      '/api/guest-access/%6de',
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: ${new URL(site.url).host}\r\nConnection: close\r\n\r\n`);
      expect([400, 401, 403, 404]).toContain(statusOf(answer));
    }
  });

  it('A26 is not turned into another method by a header', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const own = await makeGuest({ projects: [project] });
    for (const name of ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override']) {
      const headers = { ...own.actor.headers, [name]: 'DELETE' };
      await as({ name: 'guest', headers }).get(`/api/tasks/${task.documentId}`).expect(200);
      expect([404, 405]).toContain(
        (await as({ name: 'guest', headers }).post(`/api/tasks/${task.documentId}`, {})).status
      );
    }
    await as(own.actor).get(`/api/tasks/${task.documentId}`).expect(200);
  });

  it('A26 answers HEAD as it does GET, and OPTIONS to nobody with rows', async () => {
    const head = await fetch(`${site.url}/api/tasks?where[id]=1`, { method: 'HEAD', headers: guest.actor.headers });
    expect(head.status).toBe(400);
    expect((await fetch(`${site.url}/api/invoices`, { method: 'HEAD', headers: guest.actor.headers })).status).toBe(
      403
    );
    const options = await fetch(`${site.url}/api/tasks`, { method: 'OPTIONS', headers: guest.actor.headers });
    expect(await options.text()).toBe('');
  });
});

describe('a session in a cookie', () => {
  const own = () => site.url;
  /** What a browser would do: logs in from the site’s page and keeps the cookie. */
  const cookieFor = async (key: string, headers: Record<string, string> = { Origin: own() }) => {
    const answer = await as({ name: 'page', headers }).post(door, { key, carrier: 'cookie' });
    const [line = ''] = [answer.headers['set-cookie'] ?? ''].flat();
    return { answer, line, cookie: line.split(';')[0] ?? '' };
  };
  const page = (headers: Record<string, string>): Actor => ({ name: 'page', headers });

  it('is in no answer’s text, and out of reach of scripts and other sites', async () => {
    const { key } = await makeGuest();
    const { answer, line } = await cookieFor(key);
    expect(answer.status).toBe(200);
    expect(answer.body.data.token).toBeNull();
    expect(answer.text).not.toContain('gst_');
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Strict/i);
    expect(line).toMatch(/Path=\//);
    expect(line).not.toMatch(/Domain=/i);
  });

  it('L10, L12 is given to no page of another site', async () => {
    const { key } = await makeGuest();
    for (const headers of [
      { Origin: 'https://evil.tld' },
      { Origin: 'null' },
      { Origin: '' },
      {},
      { Origin: `${site.url}.evil.tld` },
      { Origin: site.url.replace('http', 'https') },
      { Origin: 'http://127.0.0.1:1' },
      { Origin: site.url, 'Sec-Fetch-Site': 'cross-site' },
      { Origin: site.url, 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.tld', 'X-Forwarded-Host': 'evil.tld', 'X-Forwarded-Proto': 'https' },
    ] as Record<string, string>[]) {
      const { answer, line } = await cookieFor(key, headers);
      expect([headers, answer.status]).toEqual([headers, 403]);
      expect(line).toBe('');
    }
  });

  it('L12 is not opened by a form', async () => {
    const { key } = await makeGuest();
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const response = await fetch(site.url + door, {
        method: 'POST',
        headers: { 'Content-Type': type, Origin: 'https://evil.tld' },
        body: `key=${key}&carrier=cookie`,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
  });

  it('counts only where the page says so, and lets nobody in by itself', async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const { key } = await makeGuest({ projects: [project] });
    const { cookie } = await cookieFor(key);
    await as(page({ Cookie: cookie }))
      .get(pathTo('GetMe'))
      .expect(401);
    for (const value of ['', 'true', '1', 'Cookie', 'token'])
      await as(page({ Cookie: cookie, 'Guest-Access': value }))
        .get(pathTo('GetMe'))
        .expect(401);
    expect([401, 403]).toContain((await as(page({ Cookie: cookie })).get(`/api/tasks/${task.documentId}`)).status);
    await as(page({ Cookie: cookie, 'Guest-Access': 'cookie' }))
      .get(`/api/tasks/${task.documentId}`)
      .expect(200);
  });

  it('A35 that is bad is 401 where the page says so, and never Public', async () => {
    const closePublic = await givePublic(readingPublic);
    try {
      const { key } = await makeGuest();
      const { cookie } = await cookieFor(key);
      const name = cookie.split('=')[0];
      for (const value of [`${name}=gst_${'a'.repeat(36)}`, `${name}=${key}`, `${name}=`, `${name}=x`, ''])
        expect([
          value.slice(0, 20),
          (await as(page({ Cookie: value, 'Guest-Access': 'cookie' })).get('/api/projects')).status,
        ]).toEqual([value.slice(0, 20), 401]);
    } finally {
      await closePublic();
    }
  });

  it('P03 changes nothing at the wish of another site', async () => {
    const project = await makeProject();
    const task = await makeTask({ project, comment: 'avant' });
    const { key } = await makeGuest({ projects: [project] });
    const { cookie } = await cookieFor(key);
    const session = { Cookie: cookie, 'Guest-Access': 'cookie' };
    for (const headers of [
      { Origin: 'https://evil.tld' },
      { Origin: 'null' },
      {},
      { Origin: own(), 'Sec-Fetch-Site': 'cross-site' },
    ] as Record<string, string>[]) {
      const answer = await as(page({ ...session, ...headers })).put(`/api/tasks/${task.documentId}`, {
        data: { comment: 'après' },
      });
      expect(answer.status).toBe(403);
      expect((await as(page({ ...session, ...headers })).post(pathTo('LogOut'))).status).toBe(403);
      expect(
        (
          await as(page({ ...session, ...headers })).graphql(
            'mutation { updateTask(documentId: "x", data: {}) { title } }'
          )
        ).status
      ).toBe(403);
    }
    const { body } = await as(page(session)).get(`/api/tasks/${task.documentId}`).expect(200);
    expect(body.data.comment).toBe('avant');
    await as(page({ ...session, Origin: own() }))
      .put(`/api/tasks/${task.documentId}`, { data: { comment: 'après' } })
      .expect(200);
  });

  it('A38 is read by no page of another site', async () => {
    const { key } = await makeGuest({ projects: [await makeProject()] });
    const { cookie } = await cookieFor(key);
    for (const Origin of ['https://evil.tld', 'null', 'http://localhost:3000']) {
      for (const path of [pathTo('GetMe'), pathTo('GetMyAccess'), '/api/tasks']) {
        const answer = await as(page({ Cookie: cookie, 'Guest-Access': 'cookie', Origin })).get(path);
        // Either no answer, or none that a browser hands to a page of another site.
        const allowed = answer.headers['access-control-allow-credentials'] === 'true';
        expect([Origin, path, answer.status === 200 && allowed]).toEqual([Origin, path, false]);
      }
      const preflight = await fetch(site.url + pathTo('GetMe'), {
        method: 'OPTIONS',
        headers: { Origin, 'Access-Control-Request-Method': 'GET', 'Access-Control-Request-Headers': 'guest-access' },
      });
      expect(preflight.headers.get('access-control-allow-headers') ?? '').not.toMatch(/guest-access/i);
    }
  });

  it('R11 beside a token is refused as ambiguous', async () => {
    const guest = await makeGuest({ projects: [await makeProject()] });
    const { cookie } = await cookieFor(guest.key);
    for (const actor of [
      guest.actor,
      await siteUser(),
      await apiToken('full-access'),
      await administrator(),
      guestWith('x'),
    ]) {
      const answer = await as(page({ ...actor.headers, Cookie: cookie, 'Guest-Access': 'cookie' })).get('/api/tasks');
      expect([actor.name, answer.status]).toEqual([actor.name, 400]);
    }
    // Without that header the cookie means nothing, and the token is what counts.
    await as(page({ ...(await siteUser()).headers, Cookie: cookie }))
      .get('/api/projects')
      .expect(200);
  });

  it('P05, L11 ends with logging out', async () => {
    const { key } = await makeGuest();
    const { cookie } = await cookieFor(key);
    const session = { Cookie: cookie, 'Guest-Access': 'cookie', Origin: own() };
    const out = await as(page(session)).post(pathTo('LogOut')).expect(204);
    expect(String(out.headers['set-cookie'])).toMatch(/Max-Age=0/);
    await as(page(session)).get(pathTo('GetMe')).expect(401);
  });
});

describe('the guest’s page', () => {
  it('A34 sends nobody away, whatever its address says', async () => {
    for (const path of [
      '/guest//evil.tld',
      '/guest/?redirect=https://evil.tld',
      '/guest/key?returnTo=//evil.tld',
      '/guest/%2f%2fevil.tld',
      '//evil.tld/guest',
      '/guest/..//evil.tld',
      '/guest/\\evil.tld',
      '/guest/key?returnTo[]=https://evil.tld',
    ]) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: evil.tld\r\nConnection: close\r\n\r\n`);
      expect(statusOf(answer) === 302 || statusOf(answer) === 301 ? answer : '').not.toMatch(/Location:.*evil/i);
      expect(answer).not.toMatch(/Location: *(https?:)?\/\/evil/i);
    }
  });

  it('M04 names the site and not the host that the request names', async () => {
    const { body } = await as({ name: 'nobody', headers: { 'X-Forwarded-Host': 'evil.tld', Host: 'evil.tld' } }).get(
      pathTo('GetSite')
    );
    expect(JSON.stringify(body)).not.toContain('evil.tld');
    await as(nobody).get(pathTo('GetSite')).expect(200);
  });
});
