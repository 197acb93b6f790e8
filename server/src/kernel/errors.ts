import { errors } from '@strapi/utils';
import { errorCodes, type ErrorCode } from '../../../contract';
import { StatusError } from './strapi';

export interface ErrorDetails {
  /** What was wrong with the input, in Strapi's own form. */
  errors?: { path: string[]; message: string; name: string }[];
  [more: string]: unknown;
}

/** Strapi answers its own classes of 401 and 403 itself, from around the handler, and throws message and details away. */
const names: Partial<Record<number, string>> = { 401: 'UnauthorizedError', 403: 'ForbiddenError' };

const classes: Partial<Record<number, new (message: string, details: unknown) => Error>> = {
  400: errors.ValidationError,
  404: errors.NotFoundError,
  429: errors.RateLimitError,
};

/**
 * The error of a code, to be thrown: its status follows from the code (`contract/errors.ts`), `details.code` carries it.
 * `message` is for people and public.
 */
export const failure = (code: ErrorCode, message: string, details: ErrorDetails = {}): Error => {
  const status = errorCodes[code];
  const Class = classes[status];
  const full = { ...details, code };
  return Class ? new Class(message, full) : new StatusError(status, names[status] ?? 'ApplicationError', message, full);
};

/**
 * 400 `invalid_body` for what a schema cannot know.
 * @param path of what is wrong, in the body
 */
export const invalidBody = (path: string[], message: string): Error =>
  failure('invalid_body', message, { errors: [{ path, message, name: 'ValidationError' }] });

export const notFound = (): Error => failure('not_found', 'Not Found');

/** The code of an error of ours; of any other, nothing. */
export const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'details' in error ? (error.details as { code?: unknown }).code : undefined;
