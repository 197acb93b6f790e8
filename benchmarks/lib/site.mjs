import { fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { buildBackend, buildPortal } from '../../scripts/lib/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { timed } from '../../scripts/lib/run.mjs';
import { fixedSecrets } from '../../scripts/lib/secrets.mjs';
import { databaseOf } from './database.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(root, 'benchmarks/.tmp');
const admin = { email: 'admin@atelier-nord.example', password: 'Demo-admin-2026' };
const user = { identifier: 'claire@atelier-nord.example', password: 'Demo-user-2026' };

/** A data set by another name when what makes it changes. */
const nameOf = (data) => {
  const hash = createHash('sha256').update(JSON.stringify(data));
  for (const file of ['fill.mjs', 'data/people.mjs', `data/${data.kind}.mjs`])
    hash.update(readFileSync(join(here, file)));
  return `${data.kind}_${hash.digest('hex').slice(0, 10)}`;
};

export const call = async (address, { method = 'GET', token, body } = {}) => {
  const response = await fetch(address, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
  return text === '' ? null : JSON.parse(text);
};

/** Starts the process of a site; null where it ended well, having filled its database. */
const serve = async (data, { name, env }) => {
  const port = await freePort();
  const child = fork(join(here, 'serve.mjs'), {
    env: {
      ...process.env,
      ...fixedSecrets,
      ...(await databaseOf(name, folder)),
      NODE_ENV: 'production',
      DATA_SET: JSON.stringify(data),
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      RATE_LIMITS: 'false',
      MAIL_POLL_SECONDS: '3600',
      STRAPI_TELEMETRY_DISABLED: 'true',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  process.once('exit', () => child.kill('SIGKILL'));
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (typeof said === 'object' && said !== null) return { url: said.url, child };
  if (said === 0) return null;
  throw new Error(`the site ended with ${said}`);
};

const start = async (data, options) => {
  await buildBackend();
  await buildPortal();
  mkdirSync(folder, { recursive: true });
  const served = (await serve(data, options)) ?? (await serve(data, options));
  if (served === null) throw new Error('the site does not keep what it is filled with');
  return served;
};

/**
 * A site whose heap is as small as that of a small container: where it may have gigabytes, V8 lets garbage lie until there are hundreds
 * of megabytes of it, and what is measured is its patience.
 */
export const smallHeap = { variant: 'small-heap', env: { NODE_OPTIONS: '--max-old-space-size=288' } };

const sites = new Map();

/**
 * The running playground with a data set, filled by SQL the first time (kept in benchmarks/.tmp, or on the server that
 * DATABASE_CLIENT names). It runs until this process ends. `variant` names one of several sites with the same data that
 * differ in their environment, `env`.
 */
export const openSite = (data, { variant, env = {} } = {}) => {
  const name = [nameOf(data), ...(variant === undefined ? [] : [variant])].join('_');
  if (!sites.has(name))
    sites.set(
      name,
      timed(`Starting a site: ${JSON.stringify(data)} ${variant ?? ''}`, () => open(data, { name, env }))
    );
  return sites.get(name);
};

const onlyOnce = (work) => {
  let made;
  return () => (made ??= work());
};

const open = async (data, options) => {
  const { url, child } = await start(data, options);
  const tell = async (message) => {
    const answer = once(child, 'message');
    child.send(message);
    return (await answer)[0];
  };
  const adminToken = onlyOnce(
    async () => (await call(`${url}/admin/login`, { method: 'POST', body: admin })).data.token
  );
  const ofAdmin = async (method, path, body) => call(url + path, { method, body, token: await adminToken() });

  /** The key of the guest of a contact, made anew. */
  const keyOf = async (contactId) => {
    const path = `/guest-access/contacts/${contactId}`;
    const { version } = (await ofAdmin('GET', `${path}/access`)).data;
    const { link } = (await ofAdmin('POST', `${path}/key`, { version })).data;
    return link.slice(link.indexOf('#') + 1);
  };

  return {
    url,
    user,
    adminToken,
    ofAdmin,
    keyOf,
    /** Asks the site's process for something, and answers what it says. */
    tell,
    /** How much more memory (MB, resident) the site takes while some work is done, at most. Of Linux. */
    memoryOf: async (work) => {
      const resident = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) / 1024;
      const before = resident();
      let most = before;
      const timer = setInterval(() => (most = Math.max(most, resident())), 20);
      await work().finally(() => clearInterval(timer));
      return most - before;
    },
    /** The longest stall of the site's event loop while some work is done, in milliseconds. */
    longestStall: async (work) => {
      await tell({ stalls: 'begin' });
      await work();
      return (await tell({ stalls: 'end' })).longestMs;
    },
    /** The token of a session of the guest of a contact. */
    guestToken: async (contactId) => {
      const body = { key: await keyOf(contactId) };
      return (await call(`${url}/api/guest-access/auth/key`, { method: 'POST', body })).data.token;
    },
    /** The JWT of a user of Users & Permissions, who reads everything. */
    userToken: onlyOnce(async () => (await call(`${url}/api/auth/local`, { method: 'POST', body: user })).jwt),
  };
};
