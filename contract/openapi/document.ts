import { guestHeader } from '../constants';
import { isFile, isStream, nothing, type Endpoint, type StreamEndpoint } from '../endpoint';
import { errorBody } from '../errorBody';
import { errorCodes, type ErrorCode } from '../errors';
import { isForAdmin, rootOf } from '../routes';
import { codesIn, summaryOf, type EndpointComment } from './comments';
import { requestSchema, responseSchema, type JsonSchema } from './schema';
import { componentsFor, securityOf } from './security';

/** The part of the API that a document is about: guests and the public, or the admin panel. */
export type Side = 'guest' | 'admin';

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly required: true; readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly 'x-permission'?: string;
}
interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: JsonSchema;
}
type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>;

/** An OpenAPI 3.1 document, as far as we read it ourselves. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

const json = (schema: JsonSchema): Content => ({ 'application/json': { schema } });

const parametersOf = ({ params, query, audience }: Endpoint): Parameter[] => {
  const from = (place: string, { properties = {}, required = [] }: JsonSchema): Parameter[] =>
    Object.entries(properties).map(([name, schema]) => ({
      name,
      in: place,
      required: required.includes(name),
      schema,
      // `?ids=a,b,c`
      ...(schema.items === undefined ? {} : { style: 'form', explode: false }),
    }));
  return [
    ...from('path', requestSchema(params)),
    ...from('query', requestSchema(query)),
    ...(audience === 'guest' ? [{ $ref: `#/components/parameters/${guestHeader}` }] : []),
  ];
};

/** What every endpoint of its kind is refused with, and what its comment names. */
const refusalsOf = (endpoint: Endpoint, comment: EndpointComment): ErrorCode[] => {
  const { params, query, body, audience, method, inPreview } = endpoint;
  return [
    ...(params === nothing ? [] : (['invalid_params'] as const)),
    ...(query === nothing ? [] : (['invalid_query'] as const)),
    ...(body === nothing ? [] : (['invalid_body'] as const)),
    ...(audience === 'guest' ? (['invalid_session', 'guests_off', 'other_guest'] as const) : []),
    ...(audience === 'guest' && method !== 'GET' && !inPreview ? (['write_not_allowed'] as const) : []),
    ...codesIn(comment.text),
  ];
};

const refusal = { $ref: '#/components/responses/Refusal' };

const refusalResponses = (codes: readonly ErrorCode[]): Record<string, object> => {
  const statuses = [...new Set(codes.map((code) => errorCodes[code]))].sort();
  const of = (status: number) => [...new Set(codes.filter((code) => errorCodes[code] === status))];
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        ...refusal,
        description: of(status)
          .map((code) => `\`${code}\``)
          .join(', '),
      },
    ])
  );
};

type Answer = Readonly<Record<string, { description: string; content?: Content } & Partial<EventSchemas>>>;
/** By the names of a stream's events: OpenAPI has no words of its own for them before 3.2. */
interface EventSchemas {
  readonly 'x-events': Readonly<Record<string, JsonSchema>>;
}

const eventsOf = ({ events }: StreamEndpoint): EventSchemas['x-events'] =>
  Object.fromEntries(
    Object.entries(events).map(([name, data]) => [name, data === nothing ? { type: 'null' } : responseSchema(data)])
  );

const answerOf = (endpoint: Endpoint): Answer => {
  const { response, accepted, bare } = endpoint;
  if (isStream(endpoint)) {
    const content: Content = { 'text/event-stream': { schema: { type: 'string' } } };
    return {
      200: { description: 'Events, for as long as the caller listens.', content, 'x-events': eventsOf(endpoint) },
    };
  }
  if (isFile(endpoint)) {
    const content: Content = Object.fromEntries(
      endpoint.mediaTypes.map((type) => [type, { schema: { type: 'string' } }])
    );
    return { 200: { description: 'The file.', content } };
  }
  if (accepted) {
    const data: JsonSchema = { type: 'object', properties: {} };
    const body: JsonSchema = { type: 'object', properties: { data }, required: ['data'] };
    return { 202: { description: 'Taken on. What comes of it is not said here.', content: json(body) } };
  }
  if (response === nothing) return { 204: { description: 'Done.' } };
  const data = responseSchema(response);
  const body: JsonSchema = bare ? data : { type: 'object', properties: { data }, required: ['data'] };
  return { 200: { description: 'The answer.', content: json(body) } };
};

const operationOf = (endpoint: Endpoint, comment: EndpointComment): Operation => {
  const parameters = parametersOf(endpoint);
  const { name, body, audience } = endpoint;
  return {
    operationId: name,
    ...{ tags: [comment.feature], summary: summaryOf(comment.text), description: comment.text },
    ...(typeof audience === 'object' ? { 'x-permission': audience.admin } : {}),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === nothing ? {} : { requestBody: { required: true, content: json(requestSchema(body)) } }),
    responses: {
      ...answerOf(endpoint),
      ...refusalResponses(refusalsOf(endpoint, comment)),
      default: refusal,
    },
    security: securityOf(endpoint),
  };
};

const titles: Readonly<Record<Side, string>> = {
  guest: 'Guest access: for guests and for everybody',
  admin: 'Guest access: for the admin panel',
};

interface Given {
  readonly side: Side;
  readonly version: string;
  readonly endpoints: readonly Endpoint[];
  readonly comments: ReadonlyMap<string, EndpointComment>;
}

/** The document of one side of the API, of the contract alone. @throws where an endpoint has no comment */
export const openApiDocument = ({ side, version, endpoints, comments }: Given): OpenApiDocument => {
  const paths: Record<string, Record<string, Operation>> = {};
  const tags = new Set<string>();
  for (const endpoint of endpoints.filter((one) => isForAdmin(one) === (side === 'admin'))) {
    const comment = comments.get(endpoint.name);
    if (comment === undefined) throw new Error(`${endpoint.name} has no comment that says what it does`);
    const path = rootOf(endpoint) + endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint, comment) };
    tags.add(comment.feature);
  }
  return {
    openapi: '3.1.0',
    info: { title: titles[side], version, ...{ license: { name: 'MIT', identifier: 'MIT' } } },
    ...{ servers: [{ url: '/' }], tags: [...tags].map((name) => ({ name })) },
    paths,
    components: { schemas: { Error: responseSchema(errorBody) }, ...componentsFor(side) },
  };
};
