import type { ErrorCode } from '../../../contract/errors';
import type { MessageValues } from '../language/message';
import type { MessageKey } from '../language/translations';

/** Why a call failed, as far as a person can do something about it. */
export type Problem =
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden'; readonly code: string | null }
  | { readonly kind: 'not-found'; readonly code: string | null }
  /** `fields` are the names of the attributes that the server refused, where it said so. */
  | { readonly kind: 'invalid'; readonly code: string | null; readonly fields: readonly string[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number | null }
  /** No answer, or one that is the server's own fault. */
  | { readonly kind: 'unavailable' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const property = (value: unknown, name: string): unknown => (isRecord(value) ? value[name] : undefined);

/** Strapi names a refused attribute in `error.details.errors[].path`: `['subject']`, or `['seo', 'title']` in a component. */
const refusedFields = (details: unknown): string[] => {
  const errors = property(details, 'errors');
  if (!Array.isArray(errors)) return [];
  const names = errors.map((error: unknown) => {
    const path = property(error, 'path');
    return Array.isArray(path) ? path[0] : path;
  });
  return [...new Set(names.filter((name) => typeof name === 'string' && name !== ''))];
};

const positiveSeconds = (header: string | null): number | null => {
  const seconds = Number(header ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null;
};

/** Reads an answer that is no success. `body` is what the server sent, in Strapi's form `{ error: { details } }`. */
export const problemOf = (status: number, body: unknown, retryAfter: string | null): Problem => {
  const details = property(property(body, 'error'), 'details');
  const given = property(details, 'code');
  const code = typeof given === 'string' ? given : null;
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403) return { kind: 'forbidden', code };
  if (status === 404) return { kind: 'not-found', code };
  if (status === 409 || status === 412) return { kind: 'conflict' };
  if (status === 429) return { kind: 'busy', retryAfterSeconds: positiveSeconds(retryAfter) };
  if (status >= 400 && status < 500) return { kind: 'invalid', code, fields: refusedFields(details) };
  return { kind: 'unavailable' };
};

export const hasCode = (problem: Problem, code: ErrorCode): boolean => 'code' in problem && problem.code === code;

/** The text that tells a person what happened and what to do. */
export const problemMessage = (problem: Problem): { key: MessageKey; values?: MessageValues } => {
  switch (problem.kind) {
    case 'unauthorized':
      return { key: 'problem.unauthorized' };
    case 'forbidden':
      return { key: hasCode(problem, 'write_not_allowed') ? 'problem.outOfReach' : 'problem.forbidden' };
    case 'not-found':
      return { key: 'problem.notFound' };
    case 'invalid':
      if (hasCode(problem, 'relation_not_visible')) return { key: 'problem.relation' };
      if (hasCode(problem, 'field_not_writable')) return { key: 'problem.field' };
      return { key: 'problem.invalid' };
    case 'conflict':
      return { key: 'problem.conflict' };
    case 'busy':
      return problem.retryAfterSeconds === null
        ? { key: 'problem.busy' }
        : { key: 'problem.busySeconds', values: { count: problem.retryAfterSeconds } };
    case 'unavailable':
      return { key: 'problem.unavailable' };
  }
};
