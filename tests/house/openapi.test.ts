import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contract } from '../../contract/contract';
import type { Endpoint } from '../../contract/endpoint';
import { errorCodes } from '../../contract/errors';
import { documents, type JsonSchema, type OpenApiDocument } from '../../contract/openapi';
import { commentsIn, summaryOf } from '../../contract/openapi/comments';
import { requestSchema, responseSchema } from '../../contract/openapi/schema';
import { fillIn, routes, type EndpointName } from '../../contract/routes';
import { breaksOf } from './breaks';
import { root, textOf } from './sources';

const sources = readdirSync(join(root, 'contract'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name: name.replace(/\.ts$/, ''), text: textOf(`contract/${name}`) }));
const { guest, admin } = documents(sources, '1.2.3');
const comments = sources.flatMap(({ name, text }) => commentsIn(name, text));

/** What breaks a caller of the last release, and why it is worth it. Each has a line in CHANGELOG.md; a release empties it. */
const accepted: Readonly<Record<string, string>> = {
  'GET /guest-access/guests/{guestId}/activity: is gone': 'the trail says the same, narrowed to a guest',
};

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

describe('the document of each side', () => {
  const sides: [string, OpenApiDocument][] = [
    ['guest', guest],
    ['admin', admin],
  ];

  it.each(sides)('is OpenAPI 3.1 to a validator: %s', (side, document) => {
    const folder = mkdtempSync(join(tmpdir(), 'openapi-'));
    const file = join(folder, `${side}.json`);
    writeFileSync(file, JSON.stringify(document));
    const program = join(root, 'node_modules/@seriousme/openapi-schema-validator/bin/validate-api-cli.js');
    try {
      const said: unknown = JSON.parse(execFileSync(process.execPath, [program, file], { encoding: 'utf8' }));
      expect(said).toMatchObject({ valid: true });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.each(sides)('points only at what is there: %s', (_side, document) => {
    const pointers = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/(\w+)\/([\w-]+)"/g)];
    const { components }: { components: Readonly<Record<string, Readonly<Record<string, unknown>>>> } = document;
    const missing = pointers.filter(([, kind = '', name = '']) => components[kind]?.[name] === undefined);
    expect([pointers.length > 0, missing.map(([all]) => all)]).toEqual([true, []]);
    const schemes = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ security }) => security.flatMap((one) => Object.keys(one)))
    );
    expect([...new Set(schemes)].sort()).toEqual(Object.keys(components['securitySchemes'] ?? {}).sort());
  });

  it.each(sides)('names the parameters of its paths: %s', (_side, document) => {
    for (const [path, methods] of Object.entries(document.paths)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      for (const { parameters = [] } of Object.values(methods)) {
        const named = parameters.filter((one) => one.in === 'path').map(({ name }) => name);
        expect([path, named]).toEqual([path, inPath]);
      }
    }
  });

  it('breaks no caller of the last release, but where that is written down', () => {
    const before = (side: string): OpenApiDocument => JSON.parse(textOf(`docs/openapi/${side}.json`));
    const broken = sides.flatMap(([side, document]) => breaksOf(before(side), document));
    expect(broken.sort()).toEqual(Object.keys(accepted).sort());
  });
});
