import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  guestWith,
  logInByKey,
  makeGuest,
  makeProject,
  makeTask,
  nobody,
  waitForMailTo,
} from '../support';
import { databaseAsText } from './dump';

/** The database as it lies on the disk, with what its journal holds. */
const databaseFiles = (): string[] => {
  const file = process.env['DATABASE_FILENAME'];
  if (file === undefined || (process.env['DATABASE_CLIENT'] ?? 'sqlite') !== 'sqlite') return [];
  const folder = join(file, '..');
  return readdirSync(folder)
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
};

/** Forms in which a secret may hide: as it is, without its prefix, in hex, in base64, in percent escapes. */
const formsOf = (secret: string): string[] => {
  const body = secret.slice(4);
  return [
    body,
    Buffer.from(secret).toString('hex'),
    Buffer.from(secret).toString('base64').slice(0, 40),
    [...body].map((one) => `%${one.charCodeAt(0).toString(16)}`).join(''),
  ];
};

describe('K18 every secret that was given out, after all that can be done with it,', () => {
  const secrets: string[] = [];
  let address: string;

  beforeAll(async () => {
    const project = await makeProject();
    const task = await makeTask({ project });
    const guest = await makeGuest({ projects: [project] });
    address = guest.contact.email ?? '';
    secrets.push(guest.key, guest.token);
    const admin = as(await administrator());
    // Right uses.
    await as(guest.actor).get('/api/tasks?populate=*').expect(200);
    await as(guest.actor)
      .put(`/api/tasks/${task.documentId}`, { data: { comment: 'x' } })
      .expect(200);
    await as(guest.actor).graphql('{ tasks { title } }');
    await admin.post(pathTo('RevealKey', { contactId: guest.contact.documentId }));
    await admin.post(pathTo('SendKey', { contactId: guest.contact.documentId }));
    await waitForMailTo(address);
    const cookie = await as({ name: 'page', headers: { Origin: site.url } }).post(pathTo('LogInByKey'), {
      key: guest.key,
      carrier: 'cookie',
    });
    secrets.push(/gst_[0-9A-Za-z]{36}/.exec(String(cookie.headers['set-cookie']))?.[0] ?? '');
    // Wrong ones: in addresses, in bodies of other calls, in headers, where errors are told.
    for (const secret of [guest.key, guest.token]) {
      await as(nobody).get(`/api/tasks?key=${secret}`);
      await as(nobody).get(`/guest/key?${secret}`);
      await as(nobody).get(`/api/tasks?x=%zz&key=%67${secret.slice(1)}`);
      await as(nobody).post(pathTo('LogInByKey'), { key: [secret] });
      await as(nobody).post(pathTo('LogInByKey'), { key: `${secret}x` });
      await as(nobody).post(pathTo('LogInByKey'), { [secret]: 1 });
      await as(nobody).post('/api/auth/local', { identifier: secret, password: secret });
      await as({ name: 'nobody', headers: { 'Content-Type': 'application/json' } }).post(
        pathTo('LogInByKey'),
        `{"key":"${secret}"`
      );
      await as(guestWith(secret)).get('/admin/users/me');
      await as(guestWith(secret)).get(pathTo('ListContacts'));
      await as(guestWith(`${secret}x`)).get('/api/tasks');
      await as(guest.actor).get(`/api/tasks?filters[title]=${secret}`);
      await as(guest.actor).graphql(`{ tasks(filters: { title: { eq: "${secret}" } }) { nope } }`);
      await as({ name: 'nobody', headers: { Referer: `${site.url}/guest/key#${secret}`, 'User-Agent': 'x' } }).get(
        '/guest'
      );
    }
    // And the end of it.
    const another = await admin
      .post(pathTo('IssueKey', { contactId: guest.contact.documentId }), {
        version: (await admin.get(pathTo('GetContactAccess', { contactId: guest.contact.documentId }))).body.data
          .version,
      })
      .expect(200);
    const key = another.body.data.link.split('#')[1];
    secrets.push(key, (await logInByKey(key)).token);
    await admin.delete(pathTo('RevokeKey', { contactId: guest.contact.documentId })).expect(200);
    await admin.delete(pathTo('DeleteContactAccess', { contactId: guest.contact.documentId })).expect(204);
  });

  it('was collected', () => {
    expect(secrets.map((secret) => secret.slice(0, 4)).sort()).toEqual(['gak_', 'gak_', 'gst_', 'gst_', 'gst_']);
    expect(new Set(secrets).size).toBe(5);
  });

  it('is in no line of the log', () => {
    const log = site.logs.join('\n').toLowerCase();
    for (const secret of secrets)
      for (const form of formsOf(secret)) expect(log.includes(form.toLowerCase())).toBe(false);
  });

  it('is in no row of any table, the outbox and the activity among them', async () => {
    const dump = (await databaseAsText()).toLowerCase();
    expect(dump).toContain('mail_messages'.slice(0, 4));
    for (const secret of secrets)
      for (const form of formsOf(secret)) expect(dump.includes(form.toLowerCase())).toBe(false);
  });

  it('is nowhere in the database’s files, deleted rows and journal included', () => {
    for (const path of databaseFiles()) {
      const content = readFileSync(path, 'latin1');
      for (const secret of secrets) expect([path, content.includes(secret.slice(4))]).toEqual([path, false]);
    }
  });

  it('is in the one mail that was to carry it, as a fragment of the link', async () => {
    const mails = await waitForMailTo(address);
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.text).toContain(`/guest/key#${secrets[0]}`);
    expect(mail?.subject).not.toContain('gak_');
    expect(JSON.stringify(mail?.headers)).not.toContain('gak_');
  });
});
