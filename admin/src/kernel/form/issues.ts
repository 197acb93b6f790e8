import { ValidationError, type InferType, type Schema } from 'yup';
import type { ErrorDetails } from '../../../../contract/readError';
import { ApiError } from '../apiError';
import type { TextKey } from '../translate';

/** One refused value: where it stands, and the kind of check that it failed (`message` where only the server knows). */
export interface Issue {
  path: string;
  reason: string;
  /** What the check compared with: `max`, say; or the `value` that the server refused. */
  params: Record<string, unknown>;
  message: string;
  /** What the reader is told, where whoever found it knows; otherwise the form finds the words. */
  text?: TextKey;
}

/** What came of checking values: what they are as the contract casts them, or every place where they are wrong. */
export type Checked<T> = { kind: 'accepted'; value: T } | { kind: 'refused'; issues: Issue[] };

/** What was accepted, as something else. */
export const mapChecked = <From, To>(checked: Checked<From>, map: (value: From) => To): Checked<To> =>
  checked.kind === 'accepted' ? { kind: 'accepted', value: map(checked.value) } : checked;

const missing = ['required', 'optionality', 'nullable'];
const isEmpty = (value: unknown): boolean => value === '' || (Array.isArray(value) && value.length === 0);

/** Missing is said in several ways by yup; to a person it is one. */
const isMissing = ({ type = '', value }: ValidationError): boolean =>
  missing.includes(type) || (type === 'min' && isEmpty(value));

const issueOf = (error: ValidationError): Issue => ({
  path: error.path ?? '',
  reason: isMissing(error) ? 'required' : (error.type ?? 'invalid'),
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

/** The value as the schema casts it, or every place where it is wrong: by the schema, or by `found`. Throws what is no validation error. */
export const check = <S extends Schema>(
  schema: S,
  value: unknown,
  found: readonly Issue[] = []
): Checked<InferType<S>> => {
  try {
    const accepted = schema.validateSync(value, { abortEarly: false });
    return found.length > 0 ? { kind: 'refused', issues: [...found] } : { kind: 'accepted', value: accepted };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    const errors = error.inner.length > 0 ? error.inner : [error];
    return { kind: 'refused', issues: onePerPath([...found, ...errors.map(issueOf)]) };
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

/** The places that the server found wrong, or that are not the reader's to change; none for any other failure. */
export const refusedIssues = (error: unknown): Issue[] =>
  error instanceof ApiError && (error.status === 400 || error.code === 'access_decides')
    ? refusedFields(error.details)
    : [];
