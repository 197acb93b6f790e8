import * as React from 'react';
import { useTranslate, type TextKey, type Translate } from '../translate';
import { issueAt, issuesThatStay, refusedIssues, type Checked, type Issue } from './issues';
import { sameValues } from './sameValues';

/** What makes a form: what it begins with, how it is checked and sent, and what it says of what is wrong. */
export interface FormOptions<Values extends object, Body> {
  initial: Values;
  /** Issues that were known before anything was filled in. */
  known?: readonly Issue[];
  check: (values: Values) => Checked<Body>;
  /** Sends what was accepted, and goes on from there. @throws ApiError where it is refused */
  send: (body: Body, values: Values) => Promise<void> | void;
  /** The places that a refusal of `send` is about; by default those that the answer names. */
  issuesOf?: (error: unknown) => Issue[];
  /** The paths at which an issue is shown; one elsewhere is a failure of the whole. All of them where it is left out. */
  fields?: readonly string[];
  wordsOf: (translate: Translate, issue: Issue) => string;
}

/** The words of issues that each have one text. */
export const wordsBy =
  (textOf: (issue: Issue) => TextKey) =>
  (translate: Translate, issue: Issue): string =>
    translate(issue.text ?? textOf(issue));

/**
 * A form: its values, what is wrong with them by path, and submitting, one attempt at a time. Nothing is checked before the
 * first attempt; after one that was refused, each change is. What the server refused stays until its place is changed.
 */
export const useForm = <Values extends object, Body>(options: FormOptions<Values, Body>) => {
  const { initial, known = [], check, send, issuesOf = refusedIssues, fields, wordsOf } = options;
  const translate = useTranslate();
  const [{ values, told }, setState] = React.useState({ values: initial, told: known });
  const [refusals, setRefusals] = React.useState(0);
  const [error, setError] = React.useState<unknown>(null);
  const [isSubmitting, setSubmitting] = React.useState(false);
  const isShown = ({ path }: Issue) => fields === undefined || fields.includes(path.split(/[.[]/)[0] ?? '');
  const checked = refusals > 0 ? check(values) : null;
  const issues = [...(checked?.kind === 'refused' ? checked.issues : []), ...told].filter(isShown);

  const update = (next: (now: Values) => Values) =>
    setState((now) => {
      const after = next(now.values);
      return { values: after, told: issuesThatStay(now.told, now.values, after) };
    });
  const change = (changed: Partial<Values> | ((now: Values) => Partial<Values>)) =>
    update((now) => ({ ...now, ...(typeof changed === 'function' ? changed(now) : changed) }));

  const refuse = (found: readonly Issue[], failure: unknown) => {
    setState((now) => ({ ...now, told: found }));
    setError(failure);
    setRefusals((count) => count + 1);
  };

  const submit = async () => {
    if (isSubmitting) return;
    setError(null);
    const last = check(values);
    if (last.kind === 'refused') return refuse([], last.issues.some(isShown) ? null : last);
    setSubmitting(true);
    try {
      await send(last.value, values);
    } catch (failure) {
      const found = issuesOf(failure).filter(isShown);
      refuse(found, found.length > 0 ? null : failure);
    }
    setSubmitting(false);
  };

  const issueOf = (path: string) => issueAt(issues, path);
  const errorAt = (path: string): string | undefined => {
    const issue = issueOf(path);
    return issue && wordsOf(translate, issue);
  };

  return {
    values,
    change,
    /** What is wrong at a path of the values, in words; undefined where nothing is. */
    errorAt,
    issueOf,
    /** The properties of the field of one value. */
    field: <Name extends keyof Values & string>(name: Name) => ({
      name,
      value: values[name],
      error: errorAt(name),
      onChange: (value: Values[Name]) => update((now) => ({ ...now, [name]: value })),
    }),
    isDirty: !sameValues(values, initial),
    isSubmitting,
    error,
    refusals,
    submit,
  };
};

export type Form<Values extends object> = ReturnType<typeof useForm<Values, unknown>>;
