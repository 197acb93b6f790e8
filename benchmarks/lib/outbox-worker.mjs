/**
 * A site's outbox in a process of its own, so that one can be killed alone. Started by ../outbox.mjs; answers { id, result }
 * to { id, command, value }, and says { ready: true } once it can be asked.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { playground, root } from '../../scripts/lib/paths.mjs';

const require = createRequire(import.meta.url);
const nodemailer = createRequire(join(root, 'package.json'))('nodemailer');
process.chdir(playground);
const { createStrapi } = require('@strapi/strapi');

const TABLE = 'guest_access_mail_messages';
const GUEST = 'plugin::guest-access.guest';
/** As many as the plugin sends at once: the loop has no more and no fewer connections. */
const lanes = 5;

const strapi = createStrapi({
  appDir: playground,
  distDir: join(playground, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});
strapi.log.level = 'error';
await strapi.load();
const outbox = strapi.service('plugin::guest-access.mail');
const table = () => strapi.db.connection(TABLE);

const guest = async () => {
  const firstName = 'Bench';
  const known = await strapi.db.query(GUEST).findOne({ where: { firstName } });
  return (
    known ??
    strapi.db.query(GUEST).create({
      data: { documentId: 'benchguest00000000000001', firstName, lastName: 'Outbox', language: 'fr', closed: false },
    })
  );
};

/** Queues so many messages, and nothing else is queued. */
const fill = async ({ name, amount }) => {
  await table().del();
  const { documentId } = await guest();
  const at = new Date();
  const rows = Array.from({ length: amount }, (_, index) => ({
    document_id: `${name}${index}`.padStart(24, '0'),
    kind: 'already-guest',
    to_address: `${name}-${index}@bench.example`,
    language: 'fr',
    payload: JSON.stringify({ guestId: documentId }),
    dedup_key: `${name}:${index}`,
    status: 'queued',
    attempts: 0,
    next_at: index,
    message_id: `<${name}.${index}@bench.example>`,
    created_at: at,
    updated_at: at,
    published_at: at,
  }));
  await strapi.db.connection.batchInsert(TABLE, rows, 50);
};

const timed = async (work) => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** The message that the outbox sends, as a mail provider gets it. */
const sample = async () => {
  const { email } = strapi.plugin('email').services;
  const { send } = email;
  let seen;
  email.send = async (message) => void (seen = message);
  await fill({ name: 'sample', amount: 1 });
  await outbox.deliverDue();
  email.send = send;
  return seen;
};

let isWorking = false;
let working = Promise.resolve();
const commands = {
  fill,
  /** Sends all that is queued; seconds. */
  deliver: () => timed(() => outbox.deliverDue()),
  /** The same messages by a bare loop over one pooled transport; seconds. */
  bare: async ({ name, amount }) => {
    const message = await sample();
    const { providerOptions, settings } = strapi.config.get('plugin::email');
    const transport = nodemailer.createTransport(providerOptions);
    let next = 0;
    const lane = async () => {
      while (next < amount) {
        const index = next++;
        const headers = { 'Message-ID': `<${name}.${index}@bench.example>` };
        const to = `${name}-${index}@bench.example`;
        await transport.sendMail({ ...message, from: settings.defaultFrom, to, headers });
      }
    };
    const seconds = await timed(() => Promise.all(Array.from({ length: lanes }, lane)));
    transport.close();
    return seconds;
  },
  /** Works as an instance does, round after round, until it is stopped or killed. */
  work: () => {
    isWorking = true;
    working = (async () => {
      while (isWorking) {
        await outbox.deliverDue();
        await wait(50);
      }
    })();
  },
  /** Once the round has come to its end. */
  stop: async () => {
    isWorking = false;
    await working;
  },
  /** How many messages wait, and how many of those are claimed. */
  left: async () => {
    const [all] = await table().where({ status: 'queued' }).count({ count: '*' });
    const [claimed] = await table().where({ status: 'queued' }).whereNotNull('lease_token').count({ count: '*' });
    const [other] = await table().whereNotIn('status', ['queued', 'sent']).count({ count: '*' });
    return { queued: Number(all.count), claimed: Number(claimed.count), ended: Number(other.count) };
  },
  /** As if the leases of dead workers had run out; asked when no living one has any. */
  endLeases: () => table().where({ status: 'queued' }).whereNotNull('lease_token').update({ lease_until: 1 }),
};

process.on('message', async ({ id, command, value }) => {
  try {
    process.send({ id, result: (await commands[command](value)) ?? null });
  } catch (error) {
    process.send({ id, error: String(error.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send({ ready: true });
