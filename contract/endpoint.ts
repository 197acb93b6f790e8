import { object, string, type AnyObjectSchema, type InferType, type Schema } from 'yup';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/**
 * Actions of the admin panel's roles. The full action is `plugin::guest-access.<permission>`.
 * `section` of the first word groups them in the role editor.
 */
export const permissions = [
  'contacts.read',
  'contacts.create',
  'contacts.update',
  'contacts.delete',
  'access.read',
  'access.manage',
  'access.preview',
  'guests.read',
  'guests.create',
  'guests.update',
  'guests.delete',
  'invitations.read',
  'invitations.manage',
  'keys.issue',
  'keys.send',
  'keys.revoke',
  'settings.read',
  'settings.update',
] as const;
export type Permission = (typeof permissions)[number];

/**
 * Who may call: a role of the admin panel with one of our permissions, any logged-in user of the admin panel,
 * a guest with a session, or anybody.
 */
export type Audience = { admin: Permission } | 'admin' | 'guest' | 'public';

/** One call of the API: where it is, who may make it, what goes in, what comes out. */
export interface Endpoint<
  Params extends AnyObjectSchema = AnyObjectSchema,
  Query extends AnyObjectSchema = AnyObjectSchema,
  Body extends Schema = Schema,
  Response extends Schema = Schema,
> {
  readonly method: Method;
  /** Without prefix: `/guest-access` for the admin panel, `/api/guest-access` for guests. `:name` marks a parameter. */
  readonly path: string;
  readonly audience: Audience;
  /** Whether an editor who looks at the portal as a guest may call it although it changes something. */
  readonly inPreview?: boolean;
  /** Answers 202: what was asked is taken on, and the answer says nothing of what comes of it. */
  readonly accepted?: boolean;
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

export const nothing = object({}).noUnknown();
type Nothing = typeof nothing;

type Given<P extends AnyObjectSchema, Q extends AnyObjectSchema, B extends Schema, R extends Schema> = {
  method: Method;
  path: string;
  audience: Audience;
  inPreview?: boolean;
  accepted?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  response: R;
};

/** Declares an endpoint. What is not given takes nothing: an unknown parameter, query key or body key is an error. */
export const endpoint = <
  R extends Schema,
  P extends AnyObjectSchema = Nothing,
  Q extends AnyObjectSchema = Nothing,
  B extends Schema = Nothing,
>({
  params,
  query,
  body,
  ...rest
}: Given<P, Q, B, R>): Endpoint<P, Q, B, R> => ({
  ...rest,
  // Safe: each default is used only where its type parameter kept its default, `Nothing`.
  params: params ?? (nothing as unknown as P),
  query: query ?? (nothing as unknown as Q),
  body: body ?? (nothing as unknown as B),
});

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
