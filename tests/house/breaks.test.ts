import type { JsonSchema, OpenApiDocument, Operation } from '../../contract/openapi';
import { breaksOf } from './breaks';

const call = 'POST /things/{id}';
const error: JsonSchema = { type: 'object', properties: { code: { type: 'string', enum: ['a'] } }, required: ['code'] };
const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

const body: JsonSchema = {
  type: 'object',
  properties: {
    name: { type: 'string', minLength: 1, maxLength: 20 },
    kind: { type: 'string', enum: ['a', 'b'] },
    tags: { type: 'array', items: { type: 'string' }, maxItems: 5 },
  },
  required: ['name'],
};
const answer: JsonSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    state: { type: 'string', enum: ['open', 'closed'] },
    places: { type: 'integer' },
    rows: { type: 'array', items: { type: 'object', properties: { at: { type: 'string' } }, required: ['at'] } },
  },
  required: ['id', 'state'],
};
const operation: Operation = {
  operationId: 'Do',
  parameters: [
    { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'page', in: 'query', required: false, schema: { type: 'integer', maximum: 100 } },
  ],
  requestBody: { required: true, content: json(body) },
  responses: { 200: { content: json(answer) }, 404: {} },
  security: [{ session: [] }],
};
const documentOf = (paths: OpenApiDocument['paths'], schema = error): OpenApiDocument => ({
  openapi: '3.1.0',
  info: { title: 'made up', version: '1' },
  paths,
  components: { schemas: { Error: schema } },
});
const withOperation = (changed: Partial<Operation>) =>
  documentOf({ '/things/{id}': { post: { ...operation, ...changed } } });
const withBody = (schema: JsonSchema) => withOperation({ requestBody: { required: true, content: json(schema) } });
const withAnswer = (schema: JsonSchema) => withOperation({ responses: { 200: { content: json(schema) } } });
const withKey = (schema: JsonSchema, name: string, key: JsonSchema): JsonSchema => ({
  ...schema,
  properties: { ...schema.properties, [name]: key },
});
const withoutKey = (schema: JsonSchema, name: string): JsonSchema => {
  const { [name]: _, ...properties } = schema.properties ?? {};
  return { ...schema, properties, required: (schema.required ?? []).filter((one) => one !== name) };
};
const older = withOperation({});

describe('what breaks a caller', () => {
  it.each<[string, OpenApiDocument]>([
    [`${call}: is gone`, documentOf({})],
    [`${call} is for other callers`, withOperation({ security: [{ administrator: [] }] })],
    [`${call} is for other callers`, withOperation({ 'x-permission': 'guests.read' })],
    [`${call} answers 202`, withOperation({ responses: { 202: { content: json(answer) } } })],

    [`${call} 200.id: is gone`, withAnswer(withoutKey(answer, 'id'))],
    [`${call} 200.id: may be missing`, withAnswer({ ...answer, required: ['state'] })],
    [`${call} 200.id: may be null`, withAnswer(withKey(answer, 'id', { type: ['string', 'null'] }))],
    [`${call} 200.places: may be number`, withAnswer(withKey(answer, 'places', { type: 'number' }))],
    [
      `${call} 200.state: may be "full"`,
      withAnswer(withKey(answer, 'state', { type: 'string', enum: ['open', 'closed', 'full'] })),
    ],
    [`${call} 200.state: may be any value`, withAnswer(withKey(answer, 'state', { type: 'string' }))],
    [
      `${call} 200.rows[].at: is gone`,
      withAnswer(withKey(answer, 'rows', { type: 'array', items: { type: 'object', properties: {} } })),
    ],

    [`${call} body.name: is not taken`, withBody(withoutKey(body, 'name'))],
    [`${call} body.kind: has to be there`, withBody({ ...body, required: ['name', 'kind'] })],
    [`${call} body.kind: may not be "b"`, withBody(withKey(body, 'kind', { type: 'string', enum: ['a'] }))],
    [`${call} body.kind: may not be string`, withBody(withKey(body, 'kind', { type: 'number', enum: ['a', 'b'] }))],
    [
      `${call} body.name: may be some values only`,
      withBody(withKey(body, 'name', { type: 'string', enum: ['a'], minLength: 1, maxLength: 20 })),
    ],
    [
      `${call} body.name: maxLength is 10`,
      withBody(withKey(body, 'name', { type: 'string', minLength: 1, maxLength: 10 })),
    ],
    [
      `${call} body.name: minLength is 2`,
      withBody(withKey(body, 'name', { type: 'string', minLength: 2, maxLength: 20 })),
    ],
    [`${call} body.kind: pattern is another`, withBody(withKey(body, 'kind', { type: 'string', pattern: '^a' }))],
    [
      `${call} body.tags[]: may not be string`,
      withBody(withKey(body, 'tags', { type: 'array', maxItems: 5, items: { type: 'number' } })),
    ],
    [`${call} query page: is not taken`, withOperation({ parameters: operation.parameters?.slice(0, 1) })],
    [
      `${call} query page: has to be there`,
      withOperation({ parameters: operation.parameters?.map((one) => ({ ...one, required: true })) }),
    ],
    ['Error.code: is gone', documentOf(older.paths, { type: 'object' })],
  ])('%s', (line, newer) => {
    expect(breaksOf(older, newer)).toContain(line);
  });

  it.each<[string, OpenApiDocument]>([
    ['nothing changed', older],
    ['another endpoint', documentOf({ ...older.paths, '/more': { get: operation } })],
    ['for everybody now', withOperation({ security: [] })],
    ['a key more in the answer', withAnswer(withKey(answer, 'more', { type: 'string' }))],
    ['a value less in the answer', withAnswer(withKey(answer, 'state', { type: 'string', enum: ['open'] }))],
    ['a key that may be given', withBody(withKey(body, 'more', { type: 'string' }))],
    ['a value more that may be given', withBody(withKey(body, 'kind', { type: 'string', enum: ['a', 'b', 'c'] }))],
    ['a wider limit', withBody(withKey(body, 'name', { type: 'string', maxLength: 30 }))],
    [
      'another code of a refusal',
      documentOf(older.paths, withKey(error, 'code', { type: 'string', enum: ['a', 'b'] })),
    ],
  ])('is not: %s', (_what, newer) => {
    expect(breaksOf(older, newer)).toEqual([]);
  });
});
