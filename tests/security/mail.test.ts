import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import nodemailer from '@strapi/provider-email-nodemailer';
import type { Settings } from '../../contract';
import { pathTo } from '../../contract/routes';
import {
  administrator,
  as,
  codeOf,
  mailsTo,
  makeGuest,
  startInstance,
  waitForMailTo,
  type Actor,
  type MadeGuest,
} from '../support';
import { newAddress, withJoining } from '../support/joining';
import { startUnreliableMailServer, type MailServer } from '../support/mail-server';
import { makePasswordGuest, proveAddress } from '../support/passwords';
import { readSettings, saveSettings } from './world';

const TABLE = 'guest_access_mail_messages';

let admin: Actor;
beforeAll(async () => {
  admin = await administrator();
});

const outbox = () => site.strapi.service('plugin::guest-access.mail');
const table = () => site.strapi.db.connection(TABLE);
const sendKey = ({ contact }: MadeGuest) => as(admin).post(pathTo('SendKey', { contactId: contact.documentId }));
const addressOf = ({ contact }: MadeGuest) => contact.email ?? '';

/** The message that the route wrote, as something to be enqueued again. */
const requestTo = async (guest: MadeGuest) => {
  await sendKey(guest).expect(200);
  await waitForMailTo(addressOf(guest));
  const row = await table()
    .where({ to_address: addressOf(guest) })
    .first();
  const payload: object = typeof row.payload === 'string' ? JSON.parse(row.payload) : row.payload;
  return (extra: object = {}) => ({
    kind: 'access-key',
    to: addressOf(guest),
    locale: 'en',
    payload,
    dedupKey: `test:${randomUUID()}`,
    ...extra,
  });
};

const statusOf = async (dedupKey: string): Promise<{ status: string; attempts: number } | undefined> =>
  table().where({ dedup_key: dedupKey }).first('status', 'attempts');

const until = async (isReached: () => Promise<boolean>) => {
  for (const deadline = Date.now() + 15_000; !(await isReached()); await wait(50)) {
    if (Date.now() > deadline) throw new Error('it does not come to that');
  }
};
const untilDone = (dedupKeys: readonly string[]) =>
  until(async () => {
    const [row] = await table().whereIn('dedup_key', dedupKeys).where({ status: 'queued' }).count({ count: '*' });
    return Number(row?.['count']) === 0;
  });

/** Sends through another mail server for a while. */
const withProvider = async <T>(port: number, work: () => Promise<T>): Promise<T> => {
  const email = site.strapi.plugin('email') as unknown as { provider: unknown };
  const { provider } = email;
  const options: object = { host: '127.0.0.1', port, ignoreTLS: true };
  email.provider = nodemailer.init(options, { defaultFrom: 'a@tests.example', defaultReplyTo: 'a@tests.example' });
  try {
    return await work();
  } finally {
    email.provider = provider;
  }
};

const withServer = async <T>(work: (server: MailServer) => Promise<T>): Promise<T> => {
  const server = await startUnreliableMailServer();
  try {
    return await withProvider(server.port, () => work(server));
  } finally {
    await server.stop();
  }
};

const withMailTexts = async (mailTexts: Settings['mailTexts'], work: () => Promise<void>): Promise<void> => {
  const settings = await readSettings();
  await saveSettings({ ...settings, mailTexts });
  try {
    await work();
  } finally {
    await saveSettings(settings);
  }
};

/** The header of a message as it came over the line, unfolded. */
const headerOf = (message = ''): string[] =>
  (message.split(/\r?\n\r?\n/)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);

describe('M01 what people type', () => {
  const evil = `evil-${randomUUID().slice(0, 8)}@tests.example`;
  const hostile = `Jo\r\nBcc: ${evil}\r\n\r\n<b>Hi</b>\u0000\u2028Cc: ${evil}\u2029X-Evil: 1\u0085{{link}}`;

  it('adds no header, no recipient and no part, in a name and in the site’s own words', async () => {
    const guest = await makeGuest();
    const another = await requestTo(guest);
    await site.strapi.db.query('plugin::guest-access.guest' as 'admin::user').update({
      where: { documentId: (another().payload as { guestId: string }).guestId },
      // PostgreSQL keeps no NUL in a text.
      data: { firstName: hostile.replaceAll('\u0000', ''), lastName: hostile.replaceAll('\u0000', '') },
    });
    const subject = `Access\r\nBcc: ${evil}\u0000\u2028X-Evil: 1 {{guestName}}`;
    const body = `Hello\r\n.\r\nMAIL FROM:<x@tests.example>\u0000\u2028{{guestName}}\r\n\r\n{{link}}`;
    const texts = [{ kind: 'access-key' as const, locale: 'en' as const, subject, body }];
    await withMailTexts(texts, () =>
      withServer(async ({ asked, received }) => {
        const one = another();
        await outbox().enqueue(one);
        await untilDone([one.dedupKey]);
        expect(asked).toEqual([addressOf(guest)]);
        expect(received).toHaveLength(1);
        const header = headerOf(received[0]);
        expect(header.filter((line) => /^(b?cc|x-evil):/i.test(line))).toEqual([]);
        expect(header.filter((line) => /^(to|subject|message-id):/i.test(line))).toHaveLength(3);
        expect(received[0]?.match(/^Content-Type: text\//gim)).toHaveLength(2);
      })
    );
    expect(await mailsTo(evil)).toEqual([]);
  });
});

describe('M02 a message', () => {
  it.each([
    'a@tests.example,b@tests.example',
    'a@tests.example\nb@tests.example',
    '"a@evil.tld x"@tests.example',
    ' a@tests.example',
    'A@TESTS.EXAMPLE',
  ])('goes to stored addresses only, in their canonical form: not to %j', async (to) => {
    const before = await table().count({ count: '*' });
    const request = { kind: 'access-key', to, locale: 'en', payload: {}, dedupKey: randomUUID() };
    await expect((async () => outbox().enqueue(request))()).rejects.toThrow('canonical');
    expect(await table().count({ count: '*' })).toEqual(before);
  });
});

describe('M03 the HTML part', () => {
  it('shows what people typed, and runs none of it', async () => {
    const guest = await makeGuest({ contact: { lastName: '<img src=x onerror=alert(1)>"><script>1</script>' } });
    await proveAddress(guest.access.guestId ?? '', addressOf(guest));
    await sendKey(guest).expect(200);
    const [mail] = await waitForMailTo(addressOf(guest));
    expect(mail?.html).not.toMatch(/<img|<script|onerror=alert\(1\)>"/);
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});

describe('M04 a poisoned host', () => {
  const headers = {
    Host: 'evil.tld',
    'X-Forwarded-Host': 'evil.tld',
    'X-Forwarded-Proto': 'https',
    Forwarded: 'host=evil.tld',
  };
  const stranger: Actor = { name: 'stranger', headers };
  const expectOwnLinks = async (address: string) => {
    const [mail] = await waitForMailTo(address);
    const links = `${mail?.text} ${mail?.html}`.match(/https?:\/\/[^\s"<]+/g) ?? [];
    const strange = links.filter((link) => !link.startsWith(`${site.url}/`) && !link.startsWith('http://www.w3.org/'));
    expect(links.length).toBeGreaterThan(2);
    expect(strange).toEqual([]);
    expect(mail?.html).not.toContain('evil.tld');
  };

  it('changes no link: of a key', async () => {
    const guest = await makeGuest();
    await sendKey(guest).set(headers).expect(200);
    await expectOwnLinks(addressOf(guest));
  });

  it('changes no link: of joining', async () => {
    const email = newAddress();
    await withJoining({ mode: 'any' }, async () => {
      await as(stranger).post(pathTo('Join'), { email }).expect(202);
      await expectOwnLinks(email);
    });
  });

  it('changes no link: of a forgotten password', async () => {
    const { email } = await makePasswordGuest();
    const before = (await mailsTo(email)).length;
    await as(stranger).post(pathTo('ForgotPassword'), { email });
    const mails = await waitForMailTo(email, before + 1);
    expect(mails.at(-1)?.text).toContain(`${site.url}/guest/password#grt_`);
    expect(`${mails.at(-1)?.text}${mails.at(-1)?.html}`).not.toContain('evil.tld');
  });
});

describe('M05 an instance that dies', () => {
  it('between its claim and the mail server loses nothing: the lease ends, another sends, once', async () => {
    const guest = await makeGuest();
    const another = await requestTo(guest);
    const before = (await mailsTo(addressOf(guest))).length;
    const many = Array.from({ length: 5 }, () => another());
    await site.strapi.db.transaction(async ({ trx }) => {
      for (const one of many) await outbox().enqueue(one);
      const keys = many.map(({ dedupKey }) => dedupKey);
      const held = { lease_until: Date.now() + 60_000, lease_token: 'of-the-dead', attempts: 1 };
      await table().whereIn('dedup_key', keys).update(held).transacting(trx);
    });
    await outbox().deliverDue();
    expect((await mailsTo(addressOf(guest))).length).toBe(before);
    await table().where({ lease_token: 'of-the-dead' }).update({ lease_until: 1 });
    await outbox().deliverDue();
    await untilDone(many.map(({ dedupKey }) => dedupKey));
    await wait(500);
    expect((await mailsTo(addressOf(guest))).length).toBe(before + many.length);
  });

  it('twice with the same messages has each of them taken alone, so that only the one at fault is given up', async () => {
    const guest = await makeGuest();
    const another = await requestTo(guest);
    const many = Array.from({ length: 4 }, () => another());
    const keys = many.map(({ dedupKey }) => dedupKey);
    await withServer(async (server) => {
      let letGo = (): void => undefined;
      server.hold = new Promise((resolve) => (letGo = resolve));
      await site.strapi.db.transaction(async ({ trx }) => {
        for (const one of many) await outbox().enqueue(one);
        const held = { lease_until: 1, lease_token: 'of-the-dead', attempts: 2 };
        await table().whereIn('dedup_key', keys).update(held).transacting(trx);
      });
      await until(async () => server.received.length === many.length);
      const tokens: { lease_token: string }[] = await table().whereIn('dedup_key', keys).select('lease_token');
      expect(new Set(tokens.map(({ lease_token }) => lease_token)).size).toBe(many.length);
      letGo();
      await untilDone(keys);
    });
    for (const { dedupKey } of many) expect(await statusOf(dedupKey)).toEqual({ status: 'sent', attempts: 3 });
  });
});

describe('M06 while the mail server is away', () => {
  it('requests are as quick as ever; then all goes out in order, and nothing that came too late', async () => {
    const guests = await Promise.all(Array.from({ length: 6 }, () => makeGuest()));
    const another = await requestTo(await makeGuest());
    const hanging = await startUnreliableMailServer();
    hanging.hold = new Promise(() => undefined);
    const many = Array.from({ length: 40 }, () => another());
    const keys = many.map(({ dedupKey }) => dedupKey);
    const late = another({ expiresAt: new Date(Date.now() + 1000) });
    await withProvider(hanging.port, async () => {
      for (const guest of guests) {
        await sendKey(guest).expect(200);
        // Answered while its mail waits for a server that says nothing.
        expect(await table().where({ to_address: guest.contact.email }).select('status')).toEqual([
          { status: 'queued' },
        ]);
      }
      await site.strapi.db.transaction(async () => {
        for (const one of [late, ...many]) await outbox().enqueue(one);
      });
      await wait(1200);
      await hanging.stop();
      const addresses = guests.map(({ contact }) => contact.email);
      const ours = () =>
        table()
          .whereIn('dedup_key', [late.dedupKey, ...keys])
          .orWhereIn('to_address', addresses);
      await until(async () =>
        (await ours().select('lease_token')).every(
          ({ lease_token }: { lease_token: string | null }) => lease_token === null
        )
      );
      await withServer(async ({ received }) => {
        // Whatever was tried meanwhile waits for its next attempt: it is due now, in the order of the beginning.
        await table()
          .whereIn('dedup_key', [late.dedupKey, ...keys])
          .update({ next_at: 1 });
        await outbox().deliverDue();
        await untilDone([late.dedupKey, ...keys]);
        const rows: { message_id: string }[] = await table()
          .whereIn('dedup_key', keys)
          .orderBy('id')
          .select('message_id');
        const wanted = rows.map(({ message_id }) => message_id);
        const arrived = received.map((message) => /^Message-ID: (.*)$/im.exec(message)?.[1] ?? '');
        const came = arrived.filter((id) => wanted.includes(id));
        expect([...came].sort()).toEqual([...wanted].sort());
        // Some go at a time, so that neighbours may overtake each other.
        came.forEach((id, index) => expect(Math.abs(wanted.indexOf(id) - index)).toBeLessThan(15));
      });
    });
    expect(await statusOf(late.dedupKey)).toMatchObject({ status: 'expired' });
  }, 180_000);
});

describe('M07 an address that its server refuses', () => {
  it('is asked for once, however often the outbox is worked off', async () => {
    const guest = await makeGuest();
    const another = await requestTo(guest);
    await withServer(async (server) => {
      server.behaviour = '550 No such user';
      const one = another();
      await outbox().enqueue(one);
      await untilDone([one.dedupKey]);
      await table().where({ dedup_key: one.dedupKey }).update({ next_at: 0 });
      for (let round = 0; round < 5; round += 1) await outbox().deliverDue();
      expect(server.asked).toEqual([addressOf(guest)]);
      expect(await statusOf(one.dedupKey)).toEqual({ status: 'failed', attempts: 1 });
    });
  });
});

describe('M09 two instances', () => {
  it('that work off the same outbox send each message once, and delete old ones side by side', async () => {
    const guest = await makeGuest();
    const another = await requestTo(guest);
    const before = (await mailsTo(addressOf(guest))).length;
    const instance = await startInstance({ MAIL_POLL_SECONDS: '1' });
    try {
      const many = Array.from({ length: 40 }, () => another());
      for (const one of many) await outbox().enqueue(one);
      await untilDone(many.map(({ dedupKey }) => dedupKey));
      await wait(1500);
      const arrived = (await mailsTo(addressOf(guest))).slice(before).map(({ headers }) => headers['message-id']);
      expect(arrived).toHaveLength(many.length);
      expect(new Set(arrived).size).toBe(many.length);
    } finally {
      instance.kill();
    }
  }, 180_000);
});

describe('D08 words of a message', () => {
  const preview = (tried: object) =>
    as(admin).post(pathTo('PreviewMail', { kind: 'access-key' }), { locale: 'en', ...tried });

  it('run no code: what looks like some is text', async () => {
    const code = '<% global.ran = 1 %><%= 7*7 %>${7*7}#{7*7}{7*7}<script>global.ran = 1</script>';
    const { subject, text, html } = (await preview({ subject: code, body: `${code}\n\n{{link}}` }).expect(200)).body
      .data;
    expect(subject).toBe(code);
    expect(text).toContain(code);
    expect(html).not.toContain('<script');
    expect(globalThis).not.toHaveProperty('ran');
  });

  it.each([
    '{{constructor.constructor("return process")()}}',
    '{{constructor}}',
    '{{__proto__}}',
    '{{guestName.constructor}}',
    '{{#with guestName}}{{/with}}',
    '{{{guestName}}}',
    '{{> partial}}',
    '{{guestName}',
    '{{ }}',
  ])('that name what is no variable are refused, in the preview and when they are saved: %s', async (body) => {
    const settings = await readSettings();
    const text = { kind: 'access-key', locale: 'en', subject: 'Hello', body: `${body}\n\n{{link}}` };
    for (const refused of [
      await preview({ body: text.body }).expect(400),
      await as(admin)
        .put(pathTo('SaveSettings'), { ...settings, mailTexts: [text] })
        .expect(400),
    ]) {
      expect(codeOf(refused)).toBe('invalid_settings');
      expect(refused.body.error.details.errors[0].path.at(-1)).toBe('body');
      expect(refused.body.error.details.errors[0].message).toMatch(/^(unknown|malformed)-placeholder$/);
    }
    expect(await readSettings()).toEqual(settings);
  });
});
