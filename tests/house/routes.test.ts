import * as contract from '../../contract';
import { errorCodes, permissions, rootOf, type Endpoint } from '../../contract';
import entry from '../../server/src';
import { filesBelow, textOf } from './sources';

interface Route {
  method: string;
  path: string;
  config: { auth?: false | { scope?: string[]; strategies?: string[] }; policies?: unknown[] };
}

const routesOf = (type: 'admin' | 'content-api'): Route[] => {
  // No route looks at Strapi before it is called.
  const router: { routes: unknown } = entry.routes[type]({ strapi: {} as never });
  const root = type === 'admin' ? '/guest-access' : '/api/guest-access';
  return (router.routes as Route[]).map((route) => ({ ...route, path: root + route.path }));
};

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'audience' in value && 'path' in value;
const exported: unknown[] = Object.values(contract);
const endpoints = exported.filter(isEndpoint);
const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const nameOfEndpoint = (endpoint: Endpoint) => nameOf({ ...endpoint, path: rootOf(endpoint) + endpoint.path });
const audienceOf = new Map(endpoints.map((endpoint) => [nameOfEndpoint(endpoint), endpoint.audience]));

describe('routes', () => {
  it('of the admin panel are for logged-in administrators with the permission of the contract', () => {
    const routes = routesOf('admin');
    expect(routes.length).toBeGreaterThan(0);
    for (const route of routes) {
      const audience = audienceOf.get(nameOf(route));
      const expected = ['admin::isAuthenticatedAdmin'] as unknown[];
      if (typeof audience === 'object') {
        expected.push({
          name: 'admin::hasPermissions',
          config: { actions: [`plugin::guest-access.${audience.admin}`] },
        });
      } else expect([nameOf(route), audience]).toEqual([nameOf(route), 'admin']);
      expect([nameOf(route), route.config.policies]).toEqual([nameOf(route), expected]);
    }
  });

  it('of guests ask for a session, unless the contract says that anybody may call', () => {
    for (const route of routesOf('content-api')) {
      const audience = audienceOf.get(nameOf(route));
      if (audience === 'public') expect([nameOf(route), route.config.auth]).toEqual([nameOf(route), false]);
      else {
        expect([nameOf(route), audience]).toEqual([nameOf(route), 'guest']);
        expect(route.config.auth).toEqual({ scope: ['plugin::guest-access.guest'], strategies: ['guest-access'] });
      }
    }
  });

  it('answer every endpoint of the contract', () => {
    const answered = new Set([...routesOf('admin'), ...routesOf('content-api')].map(nameOf));
    expect(endpoints.map(nameOfEndpoint).filter((name) => !answered.has(name))).toEqual([]);
  });

  it('need every permission at least once', () => {
    const needed = new Set(endpoints.map(({ audience }) => (typeof audience === 'object' ? audience.admin : null)));
    expect(permissions.filter((permission) => !needed.has(permission))).toEqual([]);
  });
});

describe('error codes', () => {
  it('are all used', () => {
    const sources = filesBelow('server/src').map(textOf).join('\n');
    expect(Object.keys(errorCodes).filter((code) => !sources.includes(`'${code}'`))).toEqual([]);
  });
});
