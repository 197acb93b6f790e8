import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { array, lazy, mixed, number, object, string } from 'yup';
import { contract } from '../contract';
import type { Endpoint } from '../endpoint';
import { errorCodes } from '../errors';
import { fillIn, routes, type EndpointName } from '../routes';
import { commentsIn, summaryOf } from './comments';
import { documents } from './index';
import { requestSchema, responseSchema, type JsonSchema } from './schema';

const folder = join(__dirname, '..');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name: name.replace(/\.ts$/, ''), text: readFileSync(join(folder, name), 'utf8') }));
const { guest, admin } = documents(sources, '1.2.3');
const comments = sources.flatMap(({ name, text }) => commentsIn(name, text));

describe('the comment of an endpoint', () => {
  const ofRoute = (name: string) => routes[name as EndpointName];

  it('stands before every endpoint, once', () => {
    expect(comments.map(([name]) => name).sort()).toEqual(Object.keys(routes).sort());
  });

  it.each(comments)('says of %s where it is, and what it does', (name, { call, text }) => {
    expect(call).toBe(`${ofRoute(name).method} ${ofRoute(name).path}`);
    expect(summaryOf(text)).toMatch(/^.{5,}/);
  });
});

describe('the document', () => {
  const operations = [guest, admin].flatMap(({ paths }) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation }))
    )
  );

  it('has every endpoint once, and the admin’s in a document of its own', () => {
    const named = operations.map(({ path, method, operation }) => [operation.operationId, `${method} ${path}`]);
    const expected = Object.entries(routes).map(([name, route]) => [
      name,
      `${route.method.toLowerCase()} ${fillIn(route, {}).replace(/undefined/g, '…')}`,
    ]);
    expect(named.map(([name, at = '']) => [name, at.replace(/\{\w+\}/g, '…')]).sort()).toEqual(expected.sort());
    expect(Object.keys(guest.paths).filter((path) => !path.startsWith('/api/guest-access/'))).toEqual([]);
    expect(JSON.stringify(guest)).not.toContain('x-permission');
  });

  it('says what an endpoint takes, answers and refuses', () => {
    expect(guest.paths['/api/guest-access/auth/password']?.['post']).toMatchObject({
      operationId: 'LogInByPassword',
      tags: ['sessions'],
      summary: 'By login name or e-mail',
      security: [],
      requestBody: {
        content: { 'application/json': { schema: { required: ['login', 'password'], additionalProperties: false } } },
      },
      responses: {
        200: { content: { 'application/json': { schema: { required: ['data'] } } } },
        401: { $ref: '#/components/responses/Refusal', description: '`invalid_credentials`' },
        403: { description: '`password_change_required`, `door_closed`' },
        default: { $ref: '#/components/responses/Refusal' },
      },
    });
    expect(admin.paths['/guest-access/contacts/{contactId}/key']?.['delete']).toMatchObject({
      'x-permission': 'keys.revoke',
      parameters: [{ name: 'contactId', in: 'path', required: true }],
      security: [{ administrator: [] }],
    });
  });

  it('knows every code of a refusal', () => {
    const error = guest.components.schemas['Error'];
    expect(error?.properties?.['error']?.properties?.['details']?.properties?.['code']?.enum).toEqual(
      Object.keys(errorCodes)
    );
  });

  it('leaves nothing unsaid: no schema in it takes anything', () => {
    const silent: string[] = [];
    const visit = (path: string, { $ref, type, properties, items }: JsonSchema) => {
      if ($ref === undefined && type === undefined) silent.push(path);
      for (const [name, inner] of Object.entries(properties ?? {})) visit(`${path}.${name}`, inner);
      if (items !== undefined) visit(`${path}[]`, items);
    };
    for (const name of comments.map(([name]) => name as EndpointName)) {
      const endpoint: Endpoint = contract[name];
      for (const part of ['params', 'query', 'body'] as const) {
        visit(`${endpoint.name} ${part}`, requestSchema(endpoint[part]));
      }
      visit(`${endpoint.name} response`, responseSchema(endpoint.response));
    }
    expect(silent).toEqual([]);
  });

  it('has patterns that other programs can read', () => {
    const patterns = [...JSON.stringify([guest, admin]).matchAll(/"pattern":("(?:[^"\\]|\\.)*")/g)];
    expect(patterns.length).toBeGreaterThan(10);
    for (const [, text = ''] of patterns) expect(() => new RegExp(JSON.parse(text), 'u')).not.toThrow();
  });
});

describe('a schema', () => {
  const shape = object({
    name: string().max(20).required(),
    kind: mixed<'a' | 'b'>().oneOf(['a', 'b']).nullable().defined(),
    places: number().integer().min(1).nullable().default(null),
    ids: array(string().uuid().required()).min(1).optional(),
    at: string().datetime(),
  }).noUnknown();

  it('says what may be sent', () => {
    expect(requestSchema(shape)).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 20 },
        kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
        places: { type: ['integer', 'null'], minimum: 1, default: null },
        ids: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1, format: 'uuid' } },
        at: { type: 'string', format: 'date-time' },
      },
      required: ['name', 'kind'],
      additionalProperties: false,
    });
  });

  it('says what is answered: what has a default is there, and more may come', () => {
    const { required, additionalProperties, properties } = responseSchema(shape);
    expect([required, additionalProperties]).toEqual([['name', 'kind', 'places'], undefined]);
    expect(properties?.['places']).toEqual({ type: ['integer', 'null'], minimum: 1 });
  });

  it('that cannot be said is an error', () => {
    expect(() => requestSchema(object({ any: mixed() }))).toThrow('name its types');
    expect(() => requestSchema(object({ odd: string().test('odd', 'odd', () => true) }))).toThrow('the test odd');
    expect(() => requestSchema(object({ later: lazy(() => string()) }))).toThrow('no form');
  });
});
