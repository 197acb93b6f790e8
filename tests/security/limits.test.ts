import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import supertest from 'supertest';
import { pathTo } from '../../contract/routes';
import { newSecret } from '../../server/src/kernel/secrets';
import {
  as,
  codeOf,
  makeGuest,
  makePasswordGuest,
  type PasswordGuest,
  mailsTo,
  newAddress,
  nobody,
  secretMailedTo,
  startInstance,
  waitForMailTo,
  withJoining,
  type Instance,
} from '../support';

const door = pathTo('LogInByKey');
const limit = 20;

/** A second instance on the same database, with the limits on that the tests’ own site has off. */
const startLimited = () => startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '3600' });

describe('guessing keys', () => {
  let limited: Instance;
  const attempt = (key: string, headers: Record<string, string> = {}, path = door) =>
    supertest(limited.url).post(path).set(headers).send({ key });

  beforeAll(async () => {
    limited = await startLimited();
  }, 180_000);
  afterAll(() => limited.kill());

  it('K14, A26, A27 is stopped, by no other spelling, header or form of the address let go on', async () => {
    const guest = await makeGuest();
    await attempt(guest.key).expect(200);
    const statuses: number[] = [];
    for (let index = 0; index < limit + 5; index += 1) {
      const headers = {
        'X-Forwarded-For': `10.0.0.${index}`,
        'X-Real-IP': `10.0.1.${index}`,
        Forwarded: `for=10.0.2.${index}`,
      };
      const path = [door, `${door}/`, '/api/Guest-Access/auth/KEY', '/api/guest-access/auth/%6bey'][index % 4];
      const { status } = await attempt(newSecret('key'), headers, path);
      // An unknown spelling may be no route at all; it must not be a way to go on guessing.
      if (status !== 404 && status !== 405) statuses.push(status);
    }
    for (let index = 0; index < limit; index += 1) statuses.push((await attempt(`gak_wrong${index}`)).status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(limit);
    expect(statuses.at(-1)).toBe(429);
    const refused = await attempt('gak_wrong');
    expect(codeOf(refused)).toBe('too_many_requests');
  }, 180_000);

  it('K14 stops nobody who is in already, and nobody on another instance’s address', async () => {
    const guest = await makeGuest();
    const { status } = await supertest(limited.url).get(pathTo('GetMe')).set(guest.actor.headers);
    expect(status).toBe(200);
  });
});

describe('guessing keys at once', () => {
  it('A28 evaluates no more of two hundred parallel attempts than the limit and those under way', async () => {
    const limited = await startLimited();
    try {
      const answers = await Promise.all(
        Array.from({ length: 200 }, () =>
          supertest(limited.url)
            .post(door)
            .send({ key: newSecret('key') })
            .then(({ status }) => status)
        )
      );
      // On a database that instances share, the limit may have run out before.
      expect(answers.filter((status) => status !== 401 && status !== 429)).toEqual([]);
      expect(answers).toContain(429);
      expect(answers.filter((status) => status === 401).length).toBeLessThanOrEqual(limit);
    } finally {
      limited.kill();
    }
  }, 90_000);
});

interface Answer {
  status: number;
  retryAfter: string | undefined;
}

/** Sends a body from one of the machine's own loopback addresses, as another person would from theirs. */
const postFrom = (from: string, url: string, body: object): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', localAddress: from, headers: { 'Content-Type': 'application/json' } });
    sent.on('error', reject).on('response', (response) => {
      response
        .resume()
        .on('end', () => resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] }));
    });
    sent.end(JSON.stringify(body));
  });

const passwordDoor = pathTo('LogInByPassword');
const perAccount = 10;
const perAddress = 30;

/** Addresses that no other test comes from: counters outlive an instance where the database keeps them. */
const someAddress = (() => {
  const third = 1 + (Date.now() % 250);
  let last = 0;
  return () => `127.${1 + Math.floor(last / 250)}.${third}.${1 + (last++ % 250)}`;
})();

describe('guessing passwords', () => {
  let one: Instance;
  let two: Instance;
  beforeAll(async () => {
    [one, two] = await Promise.all([startLimited(), startLimited()]);
  }, 90_000);
  afterAll(() => {
    one.kill();
    two.kill();
  });

  const tryAt = (instance: Instance, from: string, login: string, password: string) =>
    postFrom(from, instance.url + passwordDoor, { login, password });
  const guess = async (times: number, make: (index: number) => Promise<Answer>): Promise<number[]> => {
    const statuses: number[] = [];
    for (let index = 0; index < times; index += 1) statuses.push((await make(index)).status);
    return statuses;
  };

  it('L02, A27 is stopped for an account from an address, however its name is written, and nobody else is', async () => {
    const [guest, other] = [await makePasswordGuest(), await makePasswordGuest()];
    const [from, elsewhere] = [someAddress(), someAddress()];
    const spellings = [guest.login, guest.login.toUpperCase(), `  ${guest.login}`, `${guest.login}\t`];
    const statuses = await guess(perAccount + 5, (index) =>
      tryAt(one, from, spellings[index % 4] ?? '', `faux ${index}`)
    );
    expect(statuses.slice(0, perAccount)).toEqual(Array(perAccount).fill(401));
    expect(statuses.slice(perAccount)).toEqual(Array(5).fill(429));
    const right = await tryAt(one, from, guest.login, guest.password);
    expect(right.status).toBe(429);
    expect(Number(right.retryAfter)).toBeGreaterThan(0);
    expect((await tryAt(one, from, other.login, other.password)).status).toBe(200);
    expect((await tryAt(one, elsewhere, guest.login, guest.password)).status).toBe(200);
  }, 180_000);

  it('L02 is stopped for an account however its address is written', async () => {
    const [from, local] = [someAddress(), `zoe${Date.now()}`];
    const statuses = await guess(perAccount + 3, (index) => {
      const name = [`${local}@société.example`, `${local}@xn--socit-esab.example`][index % 2] ?? '';
      return tryAt(one, from, index % 3 === 0 ? `N${index} <${name}>` : `${name}\u200b`, 'faux');
    });
    expect(statuses).toEqual([...Array(perAccount).fill(401), 429, 429, 429]);
  }, 180_000);

  it('L01, L02 is stopped for an account that there is not in the same way', async () => {
    const from = someAddress();
    const statuses = await guess(perAccount + 2, () => tryAt(one, from, 'personne-du-tout', 'x'));
    expect(statuses).toEqual([...Array(perAccount).fill(401), 429, 429]);
  }, 180_000);

  it('L02 is stopped for an address, whatever accounts it tries', async () => {
    const from = someAddress();
    const statuses = await guess(perAddress + 3, (index) => tryAt(one, from, `personne-${index}`, 'x'));
    expect(statuses).toEqual([...Array(perAddress).fill(401), 429, 429, 429]);
  }, 180_000);

  it('counts no login that succeeds', async () => {
    const guest = await makePasswordGuest();
    const from = someAddress();
    const statuses = await guess(perAddress + 5, () => tryAt(one, from, guest.login, guest.password));
    expect(new Set(statuses)).toEqual(new Set([200]));
  }, 180_000);

  it('A28 evaluates no more of a hundred at once than the limit', async () => {
    const guest = await makePasswordGuest();
    const from = someAddress();
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) => tryAt(one, from, guest.login, `faux ${index}`))
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(perAccount);
    expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
  }, 180_000);

  const onServers = site.strapi.db.dialect.client === 'sqlite' ? it.skip : it;
  onServers(
    'L02 is counted by all instances together, where they share a database server',
    async () => {
      const guest = await makePasswordGuest();
      const from = someAddress();
      const statuses = await guess(perAccount + 4, (index) =>
        tryAt(index % 2 === 0 ? one : two, from, guest.login, 'x')
      );
      expect(statuses.filter((status) => status === 401)).toHaveLength(perAccount);
      expect((await tryAt(two, from, guest.login, guest.password)).status).toBe(429);
    },
    180_000
  );

  it('L03 never keeps its victim out: they wait, four seconds at the most, and nobody else does', async () => {
    const victim = await makePasswordGuest();
    const addresses = Array.from({ length: 40 }, someAddress);
    const other = await makePasswordGuest();
    const over: string[] = [];
    const logsIn = async (what: string, { login, password }: PasswordGuest): Promise<void> => {
      expect((await tryAt(one, someAddress(), login, password)).status).toBe(200);
      over.push(what);
    };
    const failures: number[] = [];
    const attack = Promise.all(
      addresses.map(async (from) => {
        for (let index = 0; index < perAccount; index += 1)
          failures.push((await tryAt(one, from, victim.login, `faux ${index}`)).status);
      })
    );
    await Promise.all([logsIn('victim', victim), attack.then(() => over.push('attack'))]);
    expect(over).toEqual(['victim', 'attack']);
    expect(failures.filter((status) => status === 401).length).toBeGreaterThan(300);
    // They pay for it in time (`delayOf` says how much), and so does whoever guesses.
    await Promise.all([logsIn('victim', victim), logsIn('other', other)]);
    expect(over.slice(2)).toEqual(['other', 'victim']);
  }, 180_000);
});

describe('a link to a password', () => {
  it('L05 does not let its owner keep everybody else waiting, however often they use it at once', async () => {
    const limited = await startLimited();
    try {
      const [guest, other] = [await makePasswordGuest(), await makePasswordGuest()];
      await as(nobody).post(pathTo('ForgotPassword'), { email: guest.email }).expect(204);
      const token = await secretMailedTo(guest.email, 'grt_');
      const from = someAddress();
      const body = { token, password: guest.password };
      const flood = Array.from({ length: 250 }, () => postFrom(from, `${limited.url}${pathTo('ResetPassword')}`, body));
      await wait(200);
      const login = { login: other.login, password: other.password };
      expect((await postFrom(someAddress(), limited.url + passwordDoor, login)).status).toBe(200);
      const statuses = (await Promise.all(flood)).map(({ status }) => status);
      expect(statuses.filter((status) => status !== 400 && status !== 429)).toEqual([]);
      expect(statuses).toContain(400);
    } finally {
      limited.kill();
    }
  }, 90_000);
});

describe('asking for a mail', () => {
  it('J10, L07 is answered alike beyond the limit of mails, and mails no more; an address that asks too often is told', async () => {
    const limited = await startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '1' });
    try {
      const guest = await makePasswordGuest();
      const forgot = (from: string) =>
        postFrom(from, `${limited.url}${pathTo('ForgotPassword')}`, { email: guest.email });
      const outbox = () => site.strapi.db.connection('guest_access_mail_messages').where({ to_address: guest.email });
      for (let index = 0; index < 8; index += 1) {
        expect((await forgot(someAddress())).status).toBe(204);
        // Otherwise it would be the same message within a minute.
        await outbox()
          .update({ dedup_key: `old:${guest.email}:${index}` })
          .where('dedup_key', 'like', 'password-reset:%');
      }
      await waitForMailTo(guest.email, 5);
      expect(await outbox()).toHaveLength(5);
      expect((await mailsTo(guest.email)).length).toBe(5);

      const from = someAddress();
      const statuses: number[] = [];
      for (let index = 0; index < 32; index += 1) {
        const url = `${limited.url}${pathTo('ForgotPassword')}`;
        statuses.push((await postFrom(from, url, { email: `personne-${index}@tests.example` })).status);
      }
      expect(statuses).toEqual([...Array(30).fill(204), 429, 429]);
    } finally {
      limited.kill();
    }
  }, 90_000);

  it(
    'L03 to join in a guest’s name, or in those of their colleagues, does not keep them from the link to a new password',
    () =>
      withJoining({ mode: 'any' }, async () => {
        const limited = await startLimited();
        try {
          const guest = await makePasswordGuest({ email: newAddress('crowded.example') });
          const ask = (path: string, email: string) => postFrom(someAddress(), limited.url + path, { email });
          for (let times = 0; times < 8; times += 1) expect((await ask(pathTo('Join'), guest.email)).status).toBe(202);
          for (let times = 0; times < 205; times += 1) await ask(pathTo('Join'), newAddress('crowded.example'));
          const messages = (kind: string) => site.strapi.db.connection('guest_access_mail_messages').where({ kind });
          const toAll = messages('join-confirm').where('to_address', 'like', '%@crowded.example');
          expect((await toAll).length).toBeLessThanOrEqual(200);
          expect((await ask(pathTo('ForgotPassword'), guest.email)).status).toBe(204);
          expect(await messages('password-reset').where({ to_address: guest.email })).toHaveLength(1);
        } finally {
          limited.kill();
        }
      }),
    90_000
  );
});
