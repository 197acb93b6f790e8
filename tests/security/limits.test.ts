import supertest from 'supertest';
import { newSecret } from '../../server/src/kernel/secrets';
import { makeGuest, startInstance, type Instance } from '../support';

const door = '/api/guest-access/auth/key';
const limit = 20;

/** A second instance on the same database, with the limits on that the tests’ own site has off. */
const startLimited = () => startInstance({ RATE_LIMITS: 'true', MAIL_POLL_SECONDS: '3600' });

describe('guessing keys', () => {
  let limited: Instance;
  const attempt = (key: string, headers: Record<string, string> = {}, path = door) =>
    supertest(limited.url).post(path).set(headers).send({ key });

  beforeAll(async () => {
    limited = await startLimited();
  }, 60_000);
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
    expect(refused.body.error.details.code).toBe('too_many_requests');
  }, 60_000);

  it('K14 stops nobody who is in already, and nobody on another instance’s address', async () => {
    const guest = await makeGuest();
    const { status } = await supertest(limited.url).get('/api/guest-access/me').set(guest.actor.headers);
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
