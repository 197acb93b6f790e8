import Koa, { type Context } from 'koa';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { contract, type EndpointName } from '../../../contract';
import { toRouters } from './routes';

/** What the route of an endpoint of anybody's answers where its handler gives this, and what is logged. */
const answer = async (name: EndpointName, given: unknown) => {
  const logs: string[] = [];
  const strapi = { log: { warn: (line: string) => logs.push(line) } } as never;
  const handled = { endpoint: contract[name], answer: () => Promise.resolve(given) };
  const [route] = toRouters([handled])['content-api']({ strapi }).routes;
  const request = new IncomingMessage(new Socket());
  const ctx = new Koa().createContext(request, new ServerResponse(request)) as Context;
  await route?.handler(ctx);
  return { status: ctx.status, body: ctx.body, logs };
};

const started = {
  expiresAt: '2026-01-01T00:00:00.000Z',
  guest: {
    documentId: 'a'.repeat(24),
    version: 1,
    firstName: null,
    lastName: 'NOA',
  },
};

const site = {
  name: 'Site',
  signInMethods: ['key'],
  locales: ['fr'],
  defaultLocale: 'fr',
  brand: {
    colour: null,
    logoUrl: null,
    welcome: { fr: '', en: '', cs: '' },
    help: { fr: '', en: '', cs: '' },
  },
  timeZone: null,
  passwordPolicy: { minLength: 12, maxLength: 120, classes: false },
};

describe('an answer', () => {
  const before = process.env.NODE_ENV;
  const setMode = (mode: string | undefined) => Object.assign(process.env, { NODE_ENV: mode });
  afterEach(() => setMode(before));

  it('goes out as it is where its contract says it', async () => {
    expect(await answer('GetSite', site)).toEqual({ status: 200, body: { data: site }, logs: [] });
    expect(await answer('RenewLink', undefined)).toMatchObject({ status: 204 });
  });

  it.each([
    ['a key too many', { ...site, secret: 'gak_' }, 'data: noUnknown secret'],
    ['a key too many inside', { ...site, brand: { ...site.brand, owner: 7 } }, 'brand: noUnknown owner'],
    ['a key too few', { ...site, name: undefined }, 'name: '],
    ['a key too few that a request may leave to its default', { ...site, brand: {} }, 'brand.colour: '],
    ['a value of another type', { ...site, signInMethods: ['window'] }, 'signInMethods[0]: oneOf'],
    [
      'a text in the place of a number',
      { ...site, passwordPolicy: { ...site.passwordPolicy, minLength: '12' } },
      'typeError',
    ],
    ['nothing at all', undefined, 'data: '],
  ])('does not go out with %s, which is named without its value', async (_what, given, fault) => {
    const failed = answer('GetSite', given);
    await expect(failed).rejects.toThrow(fault);
    await expect(failed).rejects.toThrow('guest-access: GetSite answers what its contract does not say');
    await expect(failed).rejects.not.toThrow('gak_');
  });

  it('does not go out where the contract says that there is none', async () => {
    await expect(answer('RenewLink', started)).rejects.toThrow('RenewLink');
  });

  it('loses in production what its contract does not have, told once', async () => {
    setMode('production');
    const given = { ...site, secret: 'gak_', brand: { ...site.brand, owner: 7 } };
    const first = await answer('GetSite', given);
    expect(first.body).toEqual({ data: site });
    expect(first.logs).toEqual(
      [
        'guest-access: GetSite would answer brand.owner, which its contract does not have; it is left out',
        'guest-access: GetSite would answer secret, which its contract does not have; it is left out',
      ].sort()
    );
    expect((await answer('GetSite', given)).logs).toEqual([]);
  });
});
