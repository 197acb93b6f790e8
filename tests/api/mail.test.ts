import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import nodemailer from '@strapi/provider-email-nodemailer';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  mailsTo,
  makeGuest,
  releaseHeldMails,
  runSchedule,
  waitForMailTo,
  type Actor,
  type MadeGuest,
} from '../support';
import { startUnreliableMailServer, type MailServer } from '../support/mail-server';
import { proveAddress } from '../support/passwords';

const UID = 'plugin::guest-access.mail-message';

interface Row {
  id: number;
  status: string;
  attempts: number;
  payload: object;
  nextAt: string;
  leaseToken: string | null;
  messageId: string;
  lastError: string | null;
}

const outbox = () => site.strapi.service('plugin::guest-access.mail');
const table = () => site.strapi.db.connection('guest_access_mail_messages');
const rowOf = (dedupKey: string): Promise<Row | null> =>
  site.strapi.db.query(UID as 'admin::user').findOne({ where: { dedupKey } }) as unknown as Promise<Row | null>;

const rowWhen = async (dedupKey: string, isReached: (row: Row) => boolean): Promise<Row> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const row = await rowOf(dedupKey);
    if (row !== null && row.leaseToken === null && isReached(row)) return row;
    if (Date.now() > deadline) throw new Error(`The message stayed ${JSON.stringify(row)}`);
    await wait(50);
  }
};
const isDone = ({ status }: Row) => status !== 'queued';
const isTried = ({ attempts, status }: Row) => attempts > 0 || status !== 'queued';

/** Asks the panel's route to mail a guest their key, as an editor does. */
const sendKey = ({ contact }: MadeGuest) => as(admin).post(pathTo('SendKey', { contactId: contact.documentId }));

let admin: Actor;
let guest: MadeGuest;
let request: { kind: string; to: string; locale: string; payload: object };

/** One more message like the one that the route wrote, with a dedup key of its own. */
const another = (extra: object = {}) => ({ ...request, dedupKey: `test:${randomUUID()}`, ...extra });
const arrivals = async () => (await mailsTo(request.to)).length;

beforeAll(async () => {
  admin = await administrator();
  guest = await makeGuest();
  await sendKey(guest).expect(200);
  const to = guest.contact.email ?? '';
  await waitForMailTo(to);
  const [row] = (await site.strapi.db
    .query(UID as 'admin::user')
    .findMany({ where: { toAddress: to } })) as unknown as Row[];
  request = { kind: 'access-key', to, locale: 'fr', payload: row?.payload ?? {} };
});

const messageIdsAt = ({ received }: MailServer) => received.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]);

describe('the outbox', () => {
  it('sends one mail for fifty requests at once with one dedup key', async () => {
    const before = await arrivals();
    const one = another();
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => outbox().enqueue(one)));
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
    await rowWhen(one.dedupKey, isDone);
    await wait(1500);
    expect(await arrivals()).toBe(before + 1);
  });

  it('sends nothing of a transaction that is rolled back', async () => {
    const [one, before] = [another(), await arrivals()];
    const work = site.strapi.db.transaction(async () => {
      await outbox().enqueue(one);
      throw new Error('after the message');
    });
    await expect(work).rejects.toThrow('after the message');
    await wait(1500);
    expect(await rowOf(one.dedupKey)).toBeNull();
    expect(await arrivals()).toBe(before);
  });

  it('refuses to send inside a transaction', async () => {
    await expect(site.strapi.db.transaction(() => outbox().deliverDue())).rejects.toThrow('inside a transaction');
  });

  it('sends each message once, with several rounds side by side', async () => {
    const before = await arrivals();
    const many = Array.from({ length: 20 }, () => another());
    await site.strapi.db.transaction(async () => {
      for (const one of many) await outbox().enqueue(one);
    });
    await Promise.all([1, 2, 3].map(() => outbox().deliverDue()));
    for (const { dedupKey } of many) await rowWhen(dedupKey, isDone);
    const mails = await waitForMailTo(request.to, before + many.length);
    expect(mails).toHaveLength(before + many.length);
  });

  it('leaves a message that another instance holds, and takes it over when that one is dead', async () => {
    const [one, before] = [another(), await arrivals()];
    await site.strapi.db.transaction(async ({ trx }) => {
      await outbox().enqueue(one);
      const held = { lease_until: Date.now() + 3000, lease_token: 'of-a-dead-instance', attempts: 1 };
      await table().where({ dedup_key: one.dedupKey }).update(held).transacting(trx);
    });
    await outbox().deliverDue();
    expect(await rowOf(one.dedupKey)).toMatchObject({ status: 'queued', leaseToken: 'of-a-dead-instance' });
    expect(await rowWhen(one.dedupKey, isDone)).toMatchObject({ status: 'sent', attempts: 2 });
    expect(await arrivals()).toBe(before + 1);
  });

  it('gives up a message that took every instance down with it', async () => {
    const [one, before] = [another(), await arrivals()];
    await site.strapi.db.transaction(async ({ trx }) => {
      await outbox().enqueue(one);
      await table().where({ dedup_key: one.dedupKey }).update({ attempts: 6, lease_until: 1 }).transacting(trx);
    });
    expect(await rowWhen(one.dedupKey, isDone)).toMatchObject({ status: 'failed' });
    expect(await arrivals()).toBe(before);
  });

  it('does not send what would come too late', async () => {
    const [one, before] = [another({ expiresAt: new Date(Date.now() - 1000) }), await arrivals()];
    await outbox().enqueue(one);
    expect(await rowWhen(one.dedupKey, isDone)).toMatchObject({ status: 'expired', attempts: 0 });
    expect(await arrivals()).toBe(before);
  });

  it('leaves kinds that this version does not know to the instances that do', async () => {
    const one = another({ kind: 'of-a-later-version' });
    await outbox().enqueue(one);
    await outbox().deliverDue();
    expect(await rowOf(one.dedupKey)).toMatchObject({ status: 'queued', attempts: 0 });
    await table().where({ dedup_key: one.dedupKey }).del();
  });

  it('writes in the language of the reader', async () => {
    const starts = { fr: 'Votre accès à', en: 'Your access to', cs: 'Váš přístup na web' };
    for (const [locale, start] of Object.entries(starts)) {
      const one = another({ locale });
      await outbox().enqueue(one);
      const { messageId } = await rowWhen(one.dedupKey, isDone);
      const mails = await mailsTo(request.to);
      expect(mails.find(({ headers }) => headers['message-id'] === messageId)?.subject).toContain(start);
    }
  });
});

describe('messages of long ago', () => {
  const purge = () => runSchedule('mail.purge');

  it('are deleted thirty days after they came to their end; what waits is kept', async () => {
    const keys: Record<string, string> = {};
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3_600_000);
    const put = async (name: string, status: string, days: number) => {
      const one = another({ expiresAt: daysAgo(-1) });
      keys[name] = one.dedupKey;
      await site.strapi.db.transaction(async ({ trx }) => {
        await outbox().enqueue(one);
        const [at, lease_until] = [daysAgo(days), status === 'queued' ? Date.now() + 3_600_000 : null];
        const changes = { status, next_at: at.getTime(), updated_at: at, lease_until };
        await table().where({ dedup_key: one.dedupKey }).update(changes).transacting(trx);
      });
    };
    for (const status of ['sent', 'failed', 'expired', 'cancelled']) {
      await put(`${status} 31`, status, 31);
      await put(`${status} 29`, status, 29);
    }
    await put('queued 31', 'queued', 31);
    await Promise.all([purge(), purge()]);
    const left: string[] = [];
    for (const [name, key] of Object.entries(keys)) if ((await rowOf(key)) !== null) left.push(name);
    expect(left).toEqual(['sent 29', 'failed 29', 'expired 29', 'cancelled 29', 'queued 31']);
    await table().whereIn('dedup_key', Object.values(keys)).del();
  });
});

describe('two instances on one database', () => {
  const startInstance = (smtp: number): Promise<ChildProcess> =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, SMTP_PORT: String(smtp) };
      const child = fork(join(__dirname, '../support/instance.mjs'), { env });
      child.once('message', () => resolve(child)).once('exit', reject);
    });

  it('share the messages; what one held when it was killed, the other sends after the lease', async () => {
    const stuck = await startUnreliableMailServer();
    stuck.hold = new Promise(() => undefined);
    const instance = await startInstance(stuck.port);
    const many: { dedupKey: string }[] = [];
    while (stuck.received.length === 0 && many.length < 1000) {
      const one = another();
      many.push(one);
      await outbox().enqueue(one);
      await wait(10);
    }
    instance.kill('SIGKILL');
    const held = messageIdsAt(stuck);
    await stuck.stop();
    expect(held.length).toBeGreaterThan(0);

    const heldRows = await releaseHeldMails(request.to);
    expect(heldRows.map(({ message_id: id }) => id)).toEqual(expect.arrayContaining(held));

    const sent = await Promise.all(many.map(({ dedupKey }) => rowWhen(dedupKey, isDone)));
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set(['sent']));
    const arrived = (await mailsTo(request.to)).map(({ headers }) => headers['message-id']);
    for (const { messageId } of sent) expect(arrived.filter((id) => id === messageId)).toHaveLength(1);
  }, 180_000);
});

describe('a mail server that fails', () => {
  let server: MailServer;
  const email = () => site.strapi.plugin('email') as unknown as { provider: unknown };
  let provider: unknown;

  beforeEach(async () => {
    server = await startUnreliableMailServer();
    provider = email().provider;
    const { port } = server;
    const options: object = { host: '127.0.0.1', port, ignoreTLS: true };
    email().provider = nodemailer.init(options, { defaultFrom: 'a@tests.example', defaultReplyTo: 'a@tests.example' });
  });

  afterEach(async () => {
    email().provider = provider;
    await server.stop();
  });

  const tryAgainNow = async (dedupKey: string) => {
    await table().where({ dedup_key: dedupKey }).update({ next_at: 0 });
    await outbox().deliverDue();
  };

  it.each(['421 Service not available', '451 Try again later'] as const)('is tried again after %s', async (answer) => {
    server.behaviour = answer;
    const one = another();
    const before = Date.now();
    await outbox().enqueue(one);
    const row = await rowWhen(one.dedupKey, isTried);
    expect(row).toMatchObject({ status: 'queued', attempts: 1 });
    expect(row.lastError).toContain(answer.slice(0, 3));
    expect(Number(row.nextAt)).toBeGreaterThan(before + 50_000);
    expect(Number(row.nextAt)).toBeLessThan(Date.now() + 75_000);

    server.behaviour = 'accept';
    await tryAgainNow(one.dedupKey);
    expect(await rowWhen(one.dedupKey, isDone)).toMatchObject({ status: 'sent', attempts: 2, lastError: null });
    expect(messageIdsAt(server)).toEqual([row.messageId]);
  });

  it('is not tried again after 550, and the panel shows it', async () => {
    const unknown = await makeGuest();
    server.behaviour = '550 No such user';
    await sendKey(unknown).expect(200);
    const deadline = Date.now() + 10_000;
    const statusShown = async () =>
      (
        await as(await administrator())
          .get(pathTo('GetContactAccess', { contactId: unknown.contact.documentId }))
          .expect(200)
      ).body.data.mail.status;
    while ((await statusShown()) === 'queued' && Date.now() < deadline) await wait(100);
    expect(await statusShown()).toBe('failed');
    expect(server.received).toHaveLength(0);
  });

  it('is given up after the sixth failure', async () => {
    server.behaviour = '451 Try again later';
    const one = another();
    await outbox().enqueue(one);
    await rowWhen(one.dedupKey, isTried);
    await table().where({ dedup_key: one.dedupKey }).update({ attempts: 5 });
    await tryAgainNow(one.dedupKey);
    expect(await rowWhen(one.dedupKey, isDone)).toMatchObject({ status: 'failed', attempts: 6 });
  });

  it('gets the same Message-ID again after it dropped the line on the message', async () => {
    server.behaviour = 'drop-after-data';
    const one = another();
    await outbox().enqueue(one);
    const { messageId } = await rowWhen(one.dedupKey, isTried);
    server.behaviour = 'accept';
    await tryAgainNow(one.dedupKey);
    await rowWhen(one.dedupKey, isDone);
    expect(messageIdsAt(server)).toEqual([messageId, messageId]);
  });

  it('does not use up a whole queue while nobody listens', async () => {
    await server.stop();
    const many = Array.from({ length: 20 }, () => another());
    await site.strapi.db.transaction(async () => {
      for (const one of many) await outbox().enqueue(one);
    });
    await wait(500);
    const tried = (await Promise.all(many.map(({ dedupKey }) => rowOf(dedupKey)))).filter((row) => row && isTried(row));
    expect(tried.length).toBeGreaterThan(0);
    expect(tried.length).toBeLessThan(many.length);
    for (const { dedupKey } of many) await table().where({ dedup_key: dedupKey }).del();
  });

  it('lets nobody write the outcome whose lease has ended', async () => {
    let letGo = (): void => undefined;
    server.hold = new Promise((resolve) => (letGo = resolve));
    const one = another();
    await outbox().enqueue(one);
    while (server.received.length === 0) await wait(20);
    await table().where({ dedup_key: one.dedupKey }).update({ lease_token: 'of-another-instance' });
    letGo();
    await wait(300);
    expect(await rowOf(one.dedupKey)).toMatchObject({ status: 'queued', leaseToken: 'of-another-instance' });
    await table().where({ dedup_key: one.dedupKey }).del();
  });

  it('has its answer kept without the link that it quotes', async () => {
    server.behaviour = `554 Spam: https://site.example/guest/key#${guest.key} for <jo@tests.example>`;
    const one = another();
    await outbox().enqueue(one);
    const { lastError } = await rowWhen(one.dedupKey, isDone);
    expect(lastError).toContain('554');
    expect(lastError).not.toMatch(/gak_|https?:|@/);
  });
});

describe('what people may type', () => {
  it.each([
    'a@tests.example, b@tests.example',
    'a@tests.example\r\nBcc: b@tests.example',
    '"a@evil.example"@tests.example',
    'Jo <a@tests.example>',
    'a@Tests.Example',
    '',
  ])('is not written to as an address: %j', async (to) => {
    await expect((async () => outbox().enqueue(another({ to })))()).rejects.toThrow('canonical');
  });

  it('adds no header and no recipient, and no HTML', async () => {
    const evil = `evil-${randomUUID().slice(0, 8)}@tests.example`;
    const lastName = `<img src=x onerror=alert(1)>{{link}}<% x %>`;
    const other = await makeGuest({ contact: { lastName } });
    const to = other.contact.email ?? '';
    // The panel refuses line ends in a name; a site's own code may have written some.
    const where = { lastName };
    const data = { firstName: `Jo\r\nBcc: ${evil}\r\n\r\nHello`, lastName: `${lastName}\u2028Cc: ${evil}` };
    await site.strapi.db.query('plugin::guest-access.guest' as 'admin::user').update({ where, data });
    await proveAddress(other.access.guestId ?? '', to);
    await sendKey(other).expect(200);
    const [mail] = await waitForMailTo(to);
    expect(mail?.to.map(({ address }) => address)).toEqual([to]);
    expect(Object.keys(mail?.headers ?? {})).toEqual(expect.not.arrayContaining(['cc', 'bcc']));
    expect(mail?.html).not.toContain('<img');
    expect(mail?.text).toContain(`Jo Bcc: ${evil.replace('@', ' @ ').replace('.', '. ')} Hello <img src=x`);
    expect(await mailsTo(evil)).toHaveLength(0);
  });
});

it('links to the configured site, whatever host the request names', async () => {
  const other = await makeGuest();
  await sendKey(other).set({ Host: 'evil.example', 'X-Forwarded-Host': 'evil.example' }).expect(200);
  const [mail] = await waitForMailTo(other.contact.email ?? '');
  expect(mail?.text).toContain(other.link);
  expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example');
});

it('keeps no secret in the outbox and none in the log', async () => {
  const [mail] = await mailsTo(request.to);
  const secret = /gak_[0-9A-Za-z]{36}/.exec(mail?.text ?? '')?.[0];
  expect(secret).toBeDefined();
  const rows = JSON.stringify(await table().select());
  expect(rows).not.toMatch(/g[a-z]{2}_[0-9A-Za-z]{30}/);
  expect(site.logs.join('\n')).not.toMatch(/gak_[0-9A-Za-z]{30}/);
});
