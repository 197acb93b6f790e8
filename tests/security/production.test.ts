import supertest from 'supertest';
import type { GetPosture, ResponseOf } from '../../contract';
import { pathTo } from '../../contract/routes';
import { administrator, as, lookAtPosture, makeGuest, startInstance, type Instance } from '../support';

const production = { NODE_ENV: 'production', MAIL_POLL_SECONDS: '3600' };

describe('in production', () => {
  it('K15 the site does not start without a secret, and says what to do', async () => {
    await expect(startInstance({ ...production, GUEST_ACCESS_SECRET: undefined })).rejects.toThrow(/no secret/);
    await expect(startInstance({ ...production, GUEST_ACCESS_SECRET: 'short' })).rejects.toThrow(/32 characters/);
  }, 180_000);

  describe('with a secret', () => {
    let instance: Instance;
    beforeAll(async () => {
      instance = await startInstance(production);
    }, 180_000);
    afterAll(() => instance.kill());

    it('G04 a guest cannot ask GraphQL what there is, and still asks for their rows', async () => {
      const guest = await makeGuest({ accessTypes: ['tags'] });
      const ask = (query: string) => supertest(instance.url).post('/graphql').set(guest.actor.headers).send({ query });
      const introspected = await ask('{ __schema { types { name } } }');
      expect(introspected.body.data ?? null).toBeNull();
      expect(JSON.stringify(introspected.body)).not.toContain('GuestAccess');
      expect((await ask('{ __type(name: "Task") { fields { name } } }')).body.data ?? null).toBeNull();
      const rows = await ask('{ tags { name } }');
      expect(rows.body.errors).toBeUndefined();
      expect(rows.body.data.tags.length).toBeGreaterThan(0);
    });

    it('what is dangerous there is told to the owner, and nowhere else', async () => {
      const risks = ['plain-http', 'limits-off', 'proxy-addresses'];
      const { headers } = await administrator();
      const { body } = await supertest(instance.url).get(pathTo('GetPosture')).set(headers).expect(200);
      const { findings, unknown }: ResponseOf<typeof GetPosture> = body.data;
      expect(unknown).toEqual([]);
      const told = findings.filter(({ id }) => risks.includes(id));
      expect(told.map(({ id, severity }) => [id, severity])).toContainEqual(['plain-http', 'high']);
      expect((await lookAtPosture()).findings.filter(({ id }) => risks.includes(id))).toEqual([]);
    });

    it('the same key is good at each instance', async () => {
      const guest = await makeGuest();
      await supertest(instance.url).post(pathTo('LogInByKey')).send({ key: guest.key }).expect(200);
      await as(guest.actor).get(pathTo('GetMe')).expect(200);
    });
  });
});
