import { contract, type Contract } from './contract';
import type { CallArguments } from './endpoint';
import { pathTo, rootOf, routes, type EndpointName } from './routes';

const names = Object.keys(contract).filter((name): name is EndpointName => Object.hasOwn(routes, name));

describe('a route', () => {
  it.each(names)('%s is that of the endpoint with its name', (name) => {
    expect(contract[name]).toMatchObject({ ...routes[name], name });
  });

  it.each(names)('%s names the parameters that its endpoint takes', (name) => {
    const inPath = [...routes[name].path.matchAll(/:(\w+)/g)].map(([, param]) => param);
    expect(Object.keys(contract[name].params.fields)).toEqual(inPath);
  });

  it('is nowhere twice', () => {
    const all = names.map((name) => `${routes[name].method} ${addressWithout(name)}`);
    expect(all.filter((one, index) => all.indexOf(one) !== index)).toEqual([]);
  });

  it('becomes an address with the root of its audience, and parameters as one segment each', () => {
    expect(pathTo('GetSite')).toBe('/api/guest-access/site');
    expect(pathTo('ListContacts')).toBe('/guest-access/contacts');
    expect(pathTo('GetContactAccess', { contactId: 'a/../b?c' })).toBe('/guest-access/contacts/a%2F..%2Fb%3Fc/access');
  });
});

const addressWithout = (name: EndpointName): string => rootOf(routes[name]) + routes[name].path.replace(/:\w+/g, ':');

type Takes<Name extends EndpointName, Given extends unknown[]> =
  Given extends CallArguments<Contract[Name], object> ? true : false;
type Params = { contactId: string };

describe('a call by name', () => {
  it('is held to the contract by the compiler', () => {
    const nothing: Takes<'GetSite', []> = true;
    const query: Takes<'ListContacts', [{ query: { q: string } }]> = true;
    const params: Takes<'GetContactAccess', [{ params: Params }]> = true;
    const withoutParams: Takes<'GetContactAccess', []> = false;
    const paramsOfAnother: Takes<'GetContactAccess', [{ params: { guestId: string } }]> = false;
    const bodyOfNone: Takes<'GetContactAccess', [{ params: Params; body: object }]> = false;
    const halfABody: Takes<'ChangePassword', [{ body: { password: string } }]> = false;
    const bodyOfAnotherType: Takes<'RenewLink', [{ body: { token: number } }]> = false;
    const wrongQuery: Takes<'ListContacts', [{ query: { page: string } }]> = false;
    expect([nothing, query, params]).toEqual([true, true, true]);
    expect([withoutParams, paramsOfAnother, bodyOfNone, halfABody, bodyOfAnotherType, wrongQuery]).not.toContain(true);
  });
});
