import assert from 'node:assert/strict';
import type { Context, Next } from 'koa';
import {
  abilityOfUser,
  addApolloPlugin,
  conditionOfRoles,
  currentContext,
  editorLabelsOf,
  encryptionOf,
  fieldsOfRoles,
  findPanelUserRow,
  graphqlLimits,
  graphqlPackage,
  graphqlPath,
  guardRelationPickers,
  hasGraphql,
  hideFromGraphql,
  isContentManagerPath,
  isHiddenFromEditors,
  isPanelRequest,
  isRouted,
  modelOf,
  onContentRoutes,
  panelAbilityOf,
  panelUserOf,
  putFirst,
  putLastOnRoute,
  READ_CONTENT,
  registerPanelActions,
  registerStrategy,
  requestHandler,
  requestOf,
  routeOf,
  scopeOfRoute,
  StatusError,
  useOnServer,
  type GraphqlContext,
  type Strapi,
} from '../../../server/src/kernel/strapi';
import type { Tried } from '../suite';
import { PAGE, PERSON, TASK } from './rows';

/** What was seen on the way of requests. */
const routes = new Map<string, string | null>();
const reached: string[] = [];
const order: string[] = [];
const graphqlRequests: (string | undefined)[] = [];
const pickers: { isPanel: boolean; email: string | undefined; mayRead: boolean | undefined }[] = [];
let routed = false;
let context: Context | undefined;

export const onRegister = (strapi: Strapi): void => {
  useOnServer(strapi, async (ctx: Context, next: Next) => {
    order.push('second');
    await next();
    routed ||= isRouted(ctx, graphqlPath(strapi) ?? '');
  });
  onContentRoutes(strapi, (route, path) => {
    if (route.method === 'GET') routes.set(path, scopeOfRoute(route));
    putLastOnRoute(route, async (ctx, next) => {
      reached.push(routeOf(ctx)?.path ?? '');
      if (ctx.query['status'] === '418') throw new StatusError(418, 'TeapotError', 'tea', { code: 'tea' });
      if (ctx.query['status'] === '403') throw new StatusError(403, 'ForbiddenError', 'no', { code: 'no' });
      await next();
    });
  });
  registerStrategy(strapi, {
    name: 'contract',
    authenticate: (ctx) => {
      const mine = ctx.get('Authorization') === 'Bearer contract';
      return Promise.resolve(
        mine
          ? { authenticated: true, credentials: {}, ability: { can: (action) => action === `${TASK}.find` } }
          : { authenticated: false }
      );
    },
    verify: ({ ability }, { scope }) => {
      context = currentContext(strapi);
      const asked = typeof scope === 'string' ? [scope] : (scope ?? []);
      if (asked.every((action) => ability?.can(action))) return Promise.resolve();
      return Promise.reject(new StatusError(403, 'ForbiddenError', 'not this one', { code: 'strategy' }));
    },
  });
  guardRelationPickers(strapi, async (ctx, next) => {
    pickers.push({
      isPanel: isPanelRequest(ctx),
      email: panelUserOf(ctx)?.email,
      mayRead: panelAbilityOf(ctx)?.can(READ_CONTENT, TASK),
    });
    await next();
  });
  if (!hasGraphql(strapi)) return;
  hideFromGraphql(strapi, PERSON);
  addApolloPlugin(strapi, {
    requestDidStart: ({ contextValue }: { contextValue: GraphqlContext }) => {
      graphqlRequests.push(requestOf(contextValue)?.method);
      return Promise.resolve();
    },
  });
};

export const onBootstrap = async (strapi: Strapi): Promise<void> => {
  putFirst(strapi, async (_ctx, next) => {
    order.push('first');
    await next();
  });
  await registerPanelActions(strapi, [{ uid: 'contract.read', displayName: 'Read', subCategory: 'contract' }]);
};

const guest = { Authorization: 'Bearer contract' };
const errorOf = async (response: Response) => {
  const { error } = (await response.json()) as {
    error: { status: number; name: string; message: string; details: { code?: string } };
  };
  return [response.status, error.name, error.message, error.details.code];
};

export const tryHttp = async (strapi: Strapi, url: string): Promise<void> => {
  assert.equal(routes.get('/tasks'), `${TASK}.find`);
  assert.equal(routes.get('/tasks/:id'), `${TASK}.findOne`);
  order.length = 0;
  const list = await fetch(`${url}/api/tasks`, { headers: guest });
  assert.equal(list.status, 200, await list.text());
  assert.deepEqual(order, ['first', 'second']);
  assert.ok(reached.includes('/tasks'), 'the last middleware of a route');
  assert.equal(routeOf(context as Context)?.path, '/tasks');
  assert.equal((await fetch(`${url}/api/projects`, { headers: guest })).status, 403);
  // Without a login Users & Permissions answers, as the public.
  assert.equal((await fetch(`${url}/api/tasks`)).status, 403);
  assert.equal((await fetch(`${url}/api/tasks`, { headers: { Authorization: 'Bearer other' } })).status, 401);
  assert.deepEqual(await errorOf(await fetch(`${url}/api/tasks?status=418`, { headers: guest })), [
    418,
    'TeapotError',
    'tea',
    'tea',
  ]);
  assert.deepEqual(await errorOf(await fetch(`${url}/api/tasks?status=403`, { headers: guest })), [
    403,
    'ForbiddenError',
    'no',
    'no',
  ]);
  assert.equal(typeof requestHandler(strapi), 'function');
};

const ask = async (url: string, query: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  return (await response.json()) as { data?: Record<string, unknown>; errors?: { message: string }[] };
};

export const tryGraphql = async (strapi: Strapi, url: string): Tried => {
  if (!hasGraphql(strapi)) return 'absent';
  assert.equal(graphqlPath(strapi), '/graphql');
  assert.equal(typeof graphqlLimits(strapi), 'object');
  const { parse } = graphqlPackage(strapi) as { parse(text: string): { kind: string } };
  assert.equal(parse('{ a }').kind, 'Document');
  const { data } = await ask(url, '{ tasks { title } }', guest);
  assert.ok(Array.isArray(data?.['tasks']), 'a strategy of ours is asked in GraphQL too');
  assert.ok(graphqlRequests.includes('POST'), 'the request of an operation');
  assert.ok(routed, 'the address of GraphQL');
  const { errors = [] } = await ask(url, '{ projects { name } persons { name } }', guest);
  assert.deepEqual(
    errors.map(({ message }) => /Cannot query field "(\w+)"/.exec(message)?.[1]),
    ['persons'],
    'a hidden type is in the schema, or another is not'
  );
};

const person = { email: 'admin@contract.example', firstname: 'Anne', lastname: 'Kermarrec', password: 'Contract-2026' };

export const tryAdmin = async (strapi: Strapi, url: string): Promise<void> => {
  const registered = await fetch(`${url}/admin/register-admin`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(person),
  });
  const { data } = (await registered.json()) as { data: { token: string } };
  const user = await findPanelUserRow(strapi, { email: person.email });
  assert.ok(user && user.isActive && user.firstname === 'Anne');
  const ability = await abilityOfUser(strapi, user);
  assert.ok(ability.can(READ_CONTENT, TASK) && ability.can('plugin::guest-access.contract.read'));
  assert.deepEqual(conditionOfRoles(strapi, ability, TASK), {});
  assert.ok(ability.rulesFor(READ_CONTENT, TASK).length > 0);
  assert.deepEqual(fieldsOfRoles(strapi, PAGE, 'parts').sort(), ['parts.label', 'parts.task']);
  const task = modelOf(strapi, TASK);
  assert.ok(task && !isHiddenFromEditors(task));
  assert.equal(typeof (await editorLabelsOf(strapi, task)), 'object');
  const encryption = encryptionOf(strapi);
  const sealed = encryption?.encrypt('secret');
  assert.ok(sealed && sealed !== 'secret' && encryption?.decrypt(sealed) === 'secret');
  const address = `/content-manager/relations/${TASK}/project?pageSize=10`;
  assert.ok(isContentManagerPath(address) && isContentManagerPath('/Content-Manager/x'));
  const picked = await fetch(url + address, { headers: { Authorization: `Bearer ${data.token}` } });
  assert.equal(picked.status, 200, await picked.text());
  assert.deepEqual(pickers, [{ isPanel: true, email: person.email, mayRead: true }]);
};
