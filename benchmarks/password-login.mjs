import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { alternately, post } from './lib/load.mjs';
import { openSite } from './lib/site.mjs';

export const description =
  'logins by password over those of Users & Permissions, rate limits off: ≥ 5; and the longest stall of the event loop under 50 at once: ≤ 1/10';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const parallel = 50;
const password = 'neuf canards bleus';
const temporaryPassword = 'huit lampes vertes';

/** On a connection of its own: one that is kept may be closed by the site just as it gets free again. */
const send = (site, path, body) =>
  new Promise((resolve, reject) => {
    const headers = { 'Content-Type': 'application/json' };
    const sent = request(site.url + path, { method: 'POST', headers, agent: false });
    sent.on('error', reject).on('response', (response) => {
      const parts = [];
      response
        .on('error', reject)
        .on('data', (part) => parts.push(part))
        .on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(parts).toString() }));
    });
    sent.end(JSON.stringify(body));
  });

/** A guest as an editor makes them, who has chosen a password of their own. */
const guestWithPassword = async (site) => {
  const { data } = await site.ofAdmin('POST', '/guest-access/guests', {
    lastName: 'Mesure',
    email: `${randomUUID()}@bench.example`,
    locale: 'fr',
    temporaryPassword,
    invite: false,
    resources: [],
    accessTypes: [],
    companyContacts: false,
    companyRecords: false,
  });
  const { login } = data;
  const first = await send(site, '/api/guest-access/auth/password', { login, password: temporaryPassword });
  const { token } = JSON.parse(first.text).error.details;
  const set = await send(site, '/api/guest-access/auth/reset-password', { token, password });
  if (set.status !== 204) throw new Error(`the password was not set: ${set.status}`);
  return login;
};

const allAtOnce = (site, path, body) => async () => {
  const answers = await Promise.all(Array.from({ length: parallel }, () => send(site, path, body)));
  for (const { status } of answers) if (status !== 200) throw new Error(`${path}: ${status}`);
};

const stalls = async (site, ours, theirs) => {
  const measured = { name: 'password-login-stall', a: [], b: [], unit: 'ms', target: { atMost: 0.1 } };
  for (let round = 0; round < rounds; round += 1) {
    measured.a.push(await site.longestStall(allAtOnce(site, ...ours)));
    measured.b.push(await site.longestStall(allAtOnce(site, ...theirs)));
  }
  return measured;
};

export const run = async () => {
  const site = await openSite({ kind: 'tasks', tasks: 0, projects: 100, guests: 1, newest: 20 });
  const ours = ['/api/guest-access/auth/password', { login: await guestWithPassword(site), password }];
  const theirs = ['/api/auth/local', site.user];
  const rates = await alternately(post(site, ...ours), post(site, ...theirs));
  return [{ ...rates, target: { atLeast: 5 } }, await stalls(site, ours, theirs)];
};
