import { randomUUID } from 'node:crypto';
import { alternately, post } from './lib/load.mjs';
import { openSite } from './lib/site.mjs';

export const description =
  'logins by password over those of Users & Permissions, rate limits off: ≥ 5; and the longest stall of the event loop under 50 at once: ≤ 1/10';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const parallel = 50;
const password = 'neuf canards bleus';
const temporaryPassword = 'huit lampes vertes';

const send = async (site, path, body) =>
  fetch(site.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A guest as an editor makes him, who has chosen a password of his own. */
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
  const first = await (
    await send(site, '/api/guest-access/auth/password', { login, password: temporaryPassword })
  ).json();
  const { token } = first.error.details;
  const set = await send(site, '/api/guest-access/auth/reset-password', { token, password });
  if (set.status !== 204) throw new Error(`the password was not set: ${set.status}`);
  return login;
};

const allAtOnce = (site, path, body) => async () => {
  const answers = await Promise.all(Array.from({ length: parallel }, () => send(site, path, body)));
  for (const answer of answers) {
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  }
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
