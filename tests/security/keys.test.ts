import type { ContactAccess } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  apiToken,
  as,
  codeOf,
  guestWith,
  logInByKey,
  logsOf,
  makeGuest,
  makeProject,
  makeTask,
  nobody,
  queriesOf,
} from '../support';
import { databaseAsText } from './dump';
import { readSettings, saveSettings } from './world';

const door = pathTo('LogInByKey');
const logIn = (body: object | string) => as(nobody).post(door, body);

/** The last character of the body is part of what the checksum covers. */
const withTypo = (key: string): string => key.slice(0, 10) + (key[10] === 'a' ? 'b' : 'a') + key.slice(11);

const accessPath = ({ contact }: { contact: { documentId: string } }) =>
  pathTo('GetContact', { contactId: contact.documentId });

const readAccess = async (guest: { contact: { documentId: string } }): Promise<ContactAccess> => {
  const { body } = await as(await administrator())
    .get(pathTo('GetContactAccess', { contactId: guest.contact.documentId }))
    .expect(200);
  return body.data;
};

const keys = () => site.strapi.db.connection('guest_access_vault_keys');

const asksForKeys = (queries: readonly string[]) =>
  queries.filter((sql) => /guest_access_(vault_\w+|guests|grants)/.test(sql));

describe('a key at the door', () => {
  it.each([
    ['the wrong prefix', (key: string) => `gst_${key.slice(4)}`],
    ['a typo', withTypo],
    ['a character too few', (key: string) => key.slice(0, -1)],
    ['a character too many', (key: string) => `${key}0`],
    ['a space at its end', (key: string) => `${key} `],
    ['other letters', (key: string) => `${key.slice(0, 8)}é${key.slice(9)}`],
    ['a null character', (key: string) => `${key.slice(0, 8)}\0${key.slice(9)}`],
    ['nothing but its prefix', () => 'gak_'],
    ['the prefix in capitals', (key: string) => key.replace('gak_', 'GAK_')],
  ])('K01 is refused without a query when it has %s', async (_what, spoil) => {
    const { key } = await makeGuest();
    let status = 0;
    const queries = await queriesOf(async () => {
      ({ status } = await logIn({ key: spoil(key) }));
    });
    expect(status).toBe(401);
    expect(asksForKeys(queries)).toEqual([]);
  });

  it('K02 answers the same to a key that is unknown, replaced, revoked, expired, closed, or of a deleted guest', async () => {
    const admin = as(await administrator());
    const replaced = await makeGuest();
    await admin
      .post(pathTo('IssueKey', { contactId: replaced.contact.documentId }), {
        version: (await readAccess(replaced)).version,
      })
      .expect(200);
    const revoked = await makeGuest();
    await admin.delete(pathTo('RevokeKey', { contactId: revoked.contact.documentId })).expect(200);
    const expired = await makeGuest();
    await keys()
      .where({ last_four: expired.key.slice(-4) })
      .update({ expires_at: Date.parse('2020-01-01') });
    const closed = await makeGuest();
    const { version, resources, accessTypes } = await readAccess(closed);
    await admin
      .put(pathTo('SaveContactAccess', { contactId: closed.contact.documentId }), {
        version,
        resources,
        accessTypes,
        closed: true,
      })
      .expect(200);
    const deleted = await makeGuest();
    await admin.delete(pathTo('DeleteContactAccess', { contactId: deleted.contact.documentId })).expect(204);
    const goneWithContact = await makeGuest();
    await admin.delete(pathTo('DeleteContact', { contactId: goneWithContact.contact.documentId })).expect(204);

    const unknown = await logIn({ key: withTypo(replaced.key) });
    expect(unknown.status).toBe(401);
    expect(codeOf(unknown)).toBe('invalid_key');
    for (const { key } of [replaced, revoked, expired, closed, deleted, goneWithContact]) {
      const answer = await logIn({ key });
      expect({ status: answer.status, body: answer.body }).toEqual({ status: 401, body: unknown.body });
    }
  });

  it.each([
    ['a list', { key: ['gak_a'] }],
    ['an object', { key: { $gt: '' } }],
    ['a number', { key: 5 }],
    ['true', { key: true }],
    ['null', { key: null }],
    ['missing', {}],
    ['an empty text', { key: '' }],
    ['a very long text', { key: `gak_${'a'.repeat(900_000)}` }],
    ['a list instead of a body', []],
    ['a text instead of a body', '"gak_"'],
    ['beside an unknown word', { key: 'gak_', role: 'admin' }],
    ['carried in an unknown way', { key: 'gak_', carrier: 'header' }],
  ])('K03, A22, A25 is refused as malformed when it is %s', async (_what, body) => {
    let status = 0;
    const queries = await queriesOf(async () => {
      ({ status } = await as({ name: 'nobody', headers: { 'Content-Type': 'application/json' } }).post(door, body));
    });
    expect(status).toBe(400);
    expect(asksForKeys(queries)).toEqual([]);
  });

  it('K03 refuses ten megabytes without reading on', async () => {
    const { status } = await logIn({ key: 'a'.repeat(10_000_000) });
    expect([400, 413]).toContain(status);
  });

  it('K07 lets nobody in whose request starts after the key was revoked, whatever is under way', async () => {
    const project = await makeProject();
    await makeTask({ project });
    const guest = await makeGuest({ projects: [project] });
    const underWay = Array.from({ length: 100 }, () => as(guest.actor).get('/api/tasks').then());
    await as(await administrator())
      .delete(pathTo('RevokeKey', { contactId: guest.contact.documentId }))
      .expect(200);
    await as(guest.actor).get('/api/tasks').expect(401);
    await logIn({ key: guest.key }).expect(401);
    const statuses = (await Promise.all(underWay)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 200 && status !== 401)).toEqual([]);
  });

  it('K08 takes one key fifty times at once, and it still opens afterwards', async () => {
    const { key } = await makeGuest();
    const answers = await Promise.all(Array.from({ length: 50 }, () => logIn({ key })));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    expect(new Set(answers.map(({ body }) => body.data.token)).size).toBe(50);
    await logInByKey(key);
  });

  it('K09, K10 is not used up by what looks at the link', async () => {
    const guest = await makeGuest();
    const path = new URL(guest.link).pathname;
    const before = (await readAccess(guest)).key?.lastUsedAt;
    for (const headers of [
      {},
      { Purpose: 'prefetch' },
      { 'Sec-Purpose': 'prefetch;prerender' },
      { 'User-Agent': 'Slackbot' },
    ] as Record<string, string>[]) {
      const response = await fetch(`${site.url}${path}`, { headers, redirect: 'manual' });
      expect(response.headers.get('set-cookie')).toBeNull();
      await fetch(`${site.url}${path}`, { method: 'HEAD', headers });
    }
    for (const method of ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE']) {
      const response = await fetch(`${site.url}${door}`, { method });
      expect([404, 405]).toContain(response.status);
    }
    expect((await readAccess(guest)).key?.lastUsedAt).toBe(before);
    await logInByKey(guest.key);
  });

  it('K12 takes no session token for a key, and no key for a session token', async () => {
    const guest = await makeGuest();
    await logIn({ key: guest.token }).expect(401);
    await as(guestWith(guest.key)).get(pathTo('GetMe')).expect(401);
    await as(guestWith(guest.key)).get('/api/tasks').expect(401);
  });

  it('K16, A32 does not open for somebody else who gets the number of a deleted guest', async () => {
    const first = await makeGuest();
    await as(await administrator())
      .delete(pathTo('DeleteContactAccess', { contactId: first.contact.documentId }))
      .expect(204);
    const second = await makeGuest();
    await as(first.actor).get(pathTo('GetMe')).expect(401);
    await logIn({ key: first.key }).expect(401);
    await as(second.actor).get(pathTo('GetMe')).expect(200);
  });
});

describe('a key in an address', () => {
  const encoded = (text: string) => [...text].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('');
  const twice = (text: string) => encoded(text).replaceAll('%', '%25');

  it.each([
    ['plain', (key: string) => `/api/tasks?key=${key}`],
    ['in the path', (key: string) => `/api/guest-access/auth/key/${key}`],
    ['in a path outside the API', (key: string) => `/anywhere/key/${key}`],
    ['in the panel’s API', (key: string) => `${pathTo('ListContacts')}?q=${key}`],
    ['as a name', (key: string) => `/api/tasks?${key}=1`],
    ['with its first letter encoded', (key: string) => `/api/tasks?key=%67${key.slice(1)}`],
    ['encoded throughout', (key: string) => `/api/tasks?key=${encoded(key)}`],
    ['encoded beside a broken escape', (key: string) => `/api/tasks?x=%zz&key=%67${key.slice(1)}`],
    ['encoded beside bytes that are no text', (key: string) => `/api/tasks?x=%ff&key=%67${key.slice(1)}`],
    ['encoded twice', (key: string) => `/api/tasks?key=${twice(key)}`],
    ['encoded ten times over', (key: string) => `/api/tasks?key=%${'25'.repeat(9)}67${key.slice(1)}`],
    ['inside an operator', (key: string) => `/api/tasks?filters[title][$eq]=${key}`],
    ['at GraphQL', (key: string) => `/graphql?query={tasks(filters:{title:{eq:"${key}"}}){title}}`],
  ])('K04 is refused and in no log: %s', async (_how, address) => {
    const guest = await makeGuest();
    for (const secret of [guest.key, guest.token]) {
      const lines = await logsOf(async () => {
        const response = await fetch(site.url + address(secret));
        expect(response.status).toBe(400);
        expect(await response.text()).not.toContain(secret.slice(5));
      });
      // Most of the secret, in any of its encodings, is as good as the secret.
      for (const line of lines) {
        expect(line).not.toContain(secret.slice(8));
        expect(line.toLowerCase()).not.toContain(encoded(secret.slice(8)).toLowerCase());
        expect(line.toLowerCase()).not.toContain(twice(secret.slice(8)).toLowerCase());
      }
    }
  });

  it.each([
    ['with its sign escaped', (secret: string) => `/guest/key%23${secret}`],
    ['with its sign escaped twice', (secret: string) => `/guest/key%2523${secret}`],
    ['with a tracker', (secret: string) => `/guest/join/confirm%23${secret}&utm_source=mail`],
    ['in the path', (secret: string) => `/guest/key/${secret}`],
    ['in the query', (secret: string) => `/guest/key?k=${secret}`],
    ['encoded throughout', (secret: string) => `/guest/key%23${encoded(secret)}`],
  ])('K04 shows the portal’s page, and is in no log and in no answer: %s', async (_how, address) => {
    const guest = await makeGuest();
    for (const secret of [
      guest.key,
      guest.token,
      ...['gil', 'gvt', 'grt'].map((kind) => `${kind}_${'a'.repeat(36)}`),
    ]) {
      const lines = await logsOf(async () => {
        const response = await fetch(site.url + address(secret));
        expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
        expect(response.headers.get('set-cookie')).toBeNull();
        expect(await response.text()).not.toContain(secret.slice(5));
      });
      for (const line of lines) {
        expect(line).not.toContain(secret.slice(8));
        expect(line.toLowerCase()).not.toContain(encoded(secret.slice(8)).toLowerCase());
      }
      const posted = await fetch(site.url + address(secret), { method: 'POST' });
      expect(posted.status).toBe(400);
    }
  });

  it('K04 lets nobody in, alone or beside a token', async () => {
    const guest = await makeGuest();
    await as(nobody).post(`${door}?key=${guest.key}`, { key: guest.key }).expect(400);
    await as(guest.actor).get(`/api/tasks?token=${guest.token}`).expect(400);
  });
});

describe('what the panel does with a key', () => {
  it('K06 ends the old key and its sessions at once, and shows the new one in that answer only', async () => {
    const guest = await makeGuest();
    const admin = as(await administrator());
    const { version } = await readAccess(guest);
    const { body } = await admin
      .post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version })
      .expect(200);
    const key = body.data.link.split('#')[1];
    expect(key).not.toBe(guest.key);
    await logIn({ key: guest.key }).expect(401);
    await as(guest.actor).get(pathTo('GetMe')).expect(401);
    await logInByKey(key);
    for (const path of [
      pathTo('GetContactAccess', { contactId: guest.contact.documentId }),
      accessPath(guest),
      `${pathTo('ListContacts')}?pageSize=100`,
    ]) {
      const shown = await admin.get(path).expect(200);
      expect(shown.text).not.toContain(key);
    }
  });

  it('K17, X09 lets all go through who regenerate at once, and leaves one key alive', async () => {
    const guest = await makeGuest();
    const admin = as(await administrator());
    const { version } = await readAccess(guest);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => admin.post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version }))
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const keys = answers.map(({ body }) => body.data.link.split('#')[1]);
    const statuses = await Promise.all(keys.map(async (key) => (await logIn({ key })).status));
    expect(statuses.sort()).toEqual([200, 401, 401, 401]);
    await logIn({ key: guest.key }).expect(401);
  });

  it('A34, M04 builds the link from the site’s own address, whatever host the request names', async () => {
    const guest = await makeGuest();
    const { version } = await readAccess(guest);
    const { headers } = await administrator();
    const { body } = await as({
      name: 'administrator',
      headers: { ...headers, 'X-Forwarded-Host': 'evil.tld', Host: 'evil.tld', Origin: 'https://evil.tld' },
    }).post(pathTo('IssueKey', { contactId: guest.contact.documentId }), { version });
    expect(body.data.link.startsWith(`${site.url}/guest/key#gak_`)).toBe(true);
  });

  it('K05, D02 shows neither keys nor digests in the content manager, in GraphQL or to a full API token', async () => {
    const guest = await makeGuest();
    const [row] = await keys().where({ last_four: guest.key.slice(-4) });
    const secrets = [guest.key, guest.token, row.digest, row.encrypted];
    const admin = as(await administrator());
    const token = as(await apiToken('full-access'));
    const answers = [];
    const newest = 'populate=*&sort=id:DESC&pageSize=100';
    for (const name of ['access-key', 'session', 'grant', 'guest', 'mail-message']) {
      answers.push(await admin.get(`/content-manager/collection-types/plugin::guest-access.${name}?${newest}`));
      answers.push(await admin.get(`/content-manager/relations/plugin::guest-access.${name}/contacts`));
      answers.push(await token.get(`/api/guest-access/${name}s`));
    }
    for (const name of ['guestAccessAccessKeys', 'accessKeys', 'guestAccessSessions', 'sessions']) {
      answers.push(await token.graphql(`{ ${name} { documentId digest } }`));
      answers.push(await token.graphql(`{ ${name} { documentId encrypted } }`));
    }
    for (const { text } of answers) for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('K05 the database alone gives no usable key or token', async () => {
    const guest = await makeGuest();
    const dump = await databaseAsText();
    expect(dump).toContain(guest.contact.documentId);
    for (const secret of [guest.key, guest.token]) expect(dump).not.toContain(secret.slice(4));
  });

  it('K13, D06 lets nobody in while guests are switched off, and in again afterwards', async () => {
    const guest = await makeGuest();
    const settings = await readSettings();
    await saveSettings({ ...settings, guests: false });
    try {
      for (const call of [
        logIn({ key: guest.key }),
        as(guest.actor).get(pathTo('GetMe')),
        as(guest.actor).get(pathTo('GetMyAccess')),
      ])
        expect((await call).status).toBe(404);
      for (const path of ['/api/tasks', '/api/projects']) {
        const { status, body } = await as(guest.actor).get(path);
        expect([status, codeOf({ body })]).toEqual([403, 'guests_off']);
      }
    } finally {
      await saveSettings(settings);
    }
    await logInByKey(guest.key);
  });

  it('D06 lets nobody in when another instance has switched guests off, from the first try', async () => {
    const guest = await makeGuest();
    const stored = () =>
      site.strapi.db.connection('strapi_core_store_settings').where({ key: 'plugin_guest-access_settings' });
    await as(await administrator())
      .get(pathTo('ListGuests'))
      .expect(200);
    const { value } = await stored().first<{ value: string }>('value');
    await stored().update({ value: JSON.stringify({ ...JSON.parse(value), guests: false }) });
    try {
      expect((await logIn({ key: guest.key })).status).toBe(404);
    } finally {
      await stored().update({ value });
    }
    await logInByKey(guest.key);
  });
});
