import { ValidationError, type InferType, type Schema } from 'yup';

/** One refused value: where it stands, and the kind of check that it failed (`message` where only the server knows). */
export interface Issue {
  path: string;
  reason: string;
  /** What the check compared with: `max`, say. */
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

/** The issue at a place or at one inside it: a list and its third entry. */
export const issueAt = (issues: readonly Issue[], place: string): Issue | undefined =>
  issues.find(({ path }) => path === place || path.startsWith(`${place}.`) || path.startsWith(`${place}[`));
