import { object, string, type AnyObjectSchema, type InferType, type Schema } from 'yup';
import { routes, type EndpointName, type FileName, type Route, type StreamName } from './routes';

/** One call of the API: where it is, who may make it, what goes in, what comes out. */
export interface Endpoint<
  Params extends AnyObjectSchema = AnyObjectSchema,
  Query extends AnyObjectSchema = AnyObjectSchema,
  Body extends Schema = Schema,
  Response extends Schema = Schema,
> extends Route {
  readonly name: EndpointName;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The `data` of the answer. */
  readonly response: Response;
}

export type ParamsOf<E extends Endpoint> = InferType<E['params']>;
export type QueryOf<E extends Endpoint> = InferType<E['query']>;
export type BodyOf<E extends Endpoint> = InferType<E['body']>;
export type ResponseOf<E extends Endpoint> = InferType<E['response']>;

type Part<Name extends string, Value> = keyof Value extends never
  ? { readonly [K in Name]?: undefined }
  : { readonly [K in Name]: Value };

/** What a call of an endpoint takes: the parts that its contract names, and no others. Query keys with a default may be left out. */
export type CallOf<E extends Endpoint> = Part<'params', ParamsOf<E>> &
  Part<'query', Partial<QueryOf<E>>> &
  Part<'body', BodyOf<E>>;

/** The arguments of a caller by name: what the call takes, with the caller's own options; left out where all may be. */
export type CallArguments<E extends Endpoint, Options> =
  Record<never, never> extends CallOf<E> ? [given?: CallOf<E> & Options] : [given: CallOf<E> & Options];

export const nothing = object({}).noUnknown();
type Nothing = typeof nothing;

type Given<P extends AnyObjectSchema, Q extends AnyObjectSchema, B extends Schema, R extends Schema> = {
  params?: P;
  query?: Q;
  body?: B;
  response: R;
};

/**
 * Declares an endpoint by the name of its route. What is not given takes nothing: an unknown parameter, query key or body key is
 * an error.
 */
export const endpoint = <
  R extends Schema,
  P extends AnyObjectSchema = Nothing,
  Q extends AnyObjectSchema = Nothing,
  B extends Schema = Nothing,
>(
  name: EndpointName,
  { params, query, body, response }: Given<P, Q, B, R>
): Endpoint<P, Q, B, R> => ({
  ...routes[name],
  name,
  // Safe: each default is used only where its type parameter kept its default, `Nothing`.
  params: params ?? (nothing as unknown as P),
  query: query ?? (nothing as unknown as Q),
  body: body ?? (nothing as unknown as B),
  response,
});

/**
 * A call that answers for as long as the caller listens: server-sent events, each with its name and one value of JSON. Beside the
 * events that it names there is `end`, the last one where the caller may not listen any more.
 */
export interface StreamEndpoint<Events extends Record<string, Schema> = Record<string, Schema>> extends Endpoint {
  readonly events: Events & { readonly end: Nothing };
}

export const isStream = (one: Endpoint): one is StreamEndpoint => 'events' in one;

/** One event of a stream, as it is told. */
export type EventOf<E extends StreamEndpoint> = {
  [Name in keyof E['events'] & string]: { readonly name: Name; readonly data: InferType<E['events'][Name]> };
}[keyof E['events'] & string];

/** Declares a stream by the name of its route, with the schema of what each of its events says. It takes no input. */
export const eventStream = <Events extends Record<string, Schema>>(
  name: StreamName,
  events: Events
): StreamEndpoint<Events> => ({ ...endpoint(name, { response: nothing }), events: { ...events, end: nothing } });

/** A call that answers a file, which begins before its end is known. */
export interface FileEndpoint<Query extends AnyObjectSchema = AnyObjectSchema> extends Endpoint<Nothing, Query> {
  /** What it may be: `text/csv`. */
  readonly mediaTypes: readonly string[];
}

export const isFile = (one: Endpoint): one is FileEndpoint => 'mediaTypes' in one;

/** Declares a file by the name of its route. */
export const file = <Query extends AnyObjectSchema>(
  name: FileName,
  query: Query,
  mediaTypes: readonly string[]
): FileEndpoint<Query> => ({ ...endpoint(name, { query, response: nothing }), mediaTypes });

/**
 * `.transform(asTyped)`: the value counts as it came, a number stays a number and fails where a text is asked. The same as
 * `.strict()`, under which yup leaves a default out.
 */
export const asTyped = (_value: unknown, typed: unknown): unknown => typed;

/** Strapi's stable id of a document. */
export const documentId = string()
  .strict()
  .matches(/^[a-z0-9]{24}$/);
/** A content type's uid, `api::task.task` or `plugin::x.y`. */
export const contentTypeUid = string()
  .strict()
  .max(200)
  .matches(/^(api|plugin)::[a-z0-9-]+\.[a-z0-9-]+$/);
