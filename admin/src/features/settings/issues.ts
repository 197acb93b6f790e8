import { ValidationError, type InferType, type Schema } from 'yup';
import type { ErrorDetails } from '../../../../contract/readError';

/** One refused value: where it stands, and the kind of check that it failed (`message` where only the server knows). */
export interface Issue {
  path: string;
  reason: string;
  /** What the check compared with: `max`, say; or the `value` that the server refused. */
  params: Record<string, unknown>;
  message: string;
}

export type Checked<T> = { kind: 'accepted'; value: T } | { kind: 'refused'; issues: Issue[] };

/** Missing is said in several ways by yup; to a person it is one. */
const missing = ['required', 'optionality', 'nullable', 'min'];

const issueOf = (error: ValidationError): Issue => ({
  path: error.path ?? '',
  reason: missing.includes(error.type ?? '') ? 'required' : (error.type ?? 'invalid'),
  params: error.params ?? {},
  message: error.message,
});

/** Of several issues at one place, the one that helps: "required" before what an empty value fails as well. */
const onePerPath = (issues: readonly Issue[]): Issue[] => {
  const byPath = new Map<string, Issue>();
  for (const issue of issues) {
    if (!byPath.has(issue.path) || issue.reason === 'required') byPath.set(issue.path, issue);
  }
  return [...byPath.values()];
};

/** The value as the schema casts it, or every place where it is wrong. Throws what is not a validation error. */
export const check = <S extends Schema>(schema: S, value: unknown): Checked<InferType<S>> => {
  try {
    return { kind: 'accepted', value: schema.validateSync(value, { abortEarly: false }) };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const errors = error.inner.length > 0 ? error.inner : [error];
    return { kind: 'refused', issues: onePerPath(errors.map(issueOf)) };
  }
};

/** The issues of the entry at `place` (`accessTypes[2]`), with paths that start there. */
export const issuesBelow = (issues: readonly Issue[], place: string): Issue[] =>
  issues.flatMap((issue) => {
    if (issue.path === place) return [{ ...issue, path: '' }];
    return issue.path.startsWith(`${place}.`) ? [{ ...issue, path: issue.path.slice(place.length + 1) }] : [];
  });

const below = (holder: unknown, part: string): unknown =>
  typeof holder === 'object' && holder !== null ? Object.getOwnPropertyDescriptor(holder, part)?.value : undefined;

/** What stands at a path (`joining.domains[2].domain`); undefined where there is nothing. */
export const valueIn = (value: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce(below, value);

/** The issues that a change leaves standing: those at whose place there is the same as before. */
export const issuesThatStay = (issues: readonly Issue[], before: unknown, after: unknown): Issue[] =>
  issues.filter(({ path }) => valueIn(before, path) === valueIn(after, path));

/** The issue at a place or at one inside it: a list and its third entry. */
export const issueAt = (issues: readonly Issue[], place: string): Issue | undefined =>
  issues.find(({ path }) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`));

const pathOf = (path: readonly string[]): string =>
  path
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

/** The fields that a 400 of the server names in `details.errors`. */
export const refusedFields = ({ errors }: ErrorDetails): Issue[] =>
  errors.map(({ path, message, value }) => ({ path: pathOf(path), reason: 'server', params: { value }, message }));
