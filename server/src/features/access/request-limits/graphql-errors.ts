import { errors } from '@strapi/utils';
import { codeOf } from '../../../kernel';

/** An error as it stands in the answer: https://spec.graphql.org/October2021/#sec-Errors */
export interface FormattedError {
  readonly message: string;
  readonly locations?: unknown;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** A refusal of ours as Apollo takes an error of the caller's: https://www.apollographql.com/docs/apollo-server/data/errors#custom-errors */
export const asApolloError = (refusal: Error): Error =>
  Object.assign(refusal, {
    extensions: {
      code: 'BAD_USER_INPUT',
      http: { status: 400 },
      error: { details: { code: codeOf(refusal) ?? 'invalid_query' } },
    },
  });

/** What the resolver threw, below the errors that GraphQL puts around it with the place. */
const thrownBy = (error: unknown): unknown =>
  error instanceof Error && 'originalError' in error && error.originalError instanceof Error
    ? thrownBy(error.originalError)
    : error;

/** An error that was written for its reader: one of Strapi's classes, as REST answers them too, or one that a resolver gave a code. */
const isForReaders = (error: unknown): boolean =>
  error instanceof errors.ApplicationError ||
  error instanceof errors.HttpError ||
  (error instanceof Error && error.name === 'GraphQLError' && typeof extensionsOf(error)?.['code'] === 'string');

const extensionsOf = (error: Error): Record<string, unknown> | undefined =>
  'extensions' in error ? (error.extensions as Record<string, unknown>) : undefined;

/** Where in the operation it happened. Strapi leaves that out of an error that it does not know. */
const placeOf = (formatted: FormattedError, original: unknown): Pick<FormattedError, 'locations' | 'path'> => {
  const located: Partial<FormattedError> = original instanceof Error ? original : {};
  const locations = formatted.locations ?? located.locations;
  const path = formatted.path ?? located.path;
  return { ...(locations === undefined ? {} : { locations }), ...(path === undefined ? {} : { path }) };
};

/** Apollo's codes of what is wrong with the request itself: no resolver ran, so that no row and no table can stand there. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
]);

/** Names of fields and types that were meant, perhaps: of a schema that guests may not read. */
const withoutSuggestions = (message: string): string => message.replace(/\s*Did you mean .*$/s, '');

const isWrongRequest = ({ path, extensions }: FormattedError): boolean =>
  path === undefined && requestCodes.has(String(extensions?.['code']));

/**
 * An error as a guest is told it: in words that were written to be read, always with a code, never with what the database, a
 * resolver or the call stack says.
 */
export const toldToGuest = (formatted: FormattedError, original: unknown): FormattedError => {
  const place = placeOf(formatted, original);
  if (isForReaders(thrownBy(original))) {
    const { stacktrace: _hidden, ...extensions } = formatted.extensions ?? {};
    return { message: formatted.message, ...place, extensions };
  }
  if (isWrongRequest(formatted)) {
    return {
      message: withoutSuggestions(formatted.message),
      ...place,
      extensions: { code: formatted.extensions?.['code'], error: { details: { code: 'invalid_query' } } },
    };
  }
  return { message: 'The site could not answer this.', ...place, extensions: { code: 'INTERNAL_SERVER_ERROR' } };
};

/** Whether an error of one field is one of the whole request: its answer would hold too many rows (`request-limits/budget.ts`). */
export const refusesAll = ({ extensions }: FormattedError): boolean => {
  const { details } = (extensions?.['error'] ?? {}) as { details?: object };
  return details !== undefined && 'answerRowsMax' in details;
};
