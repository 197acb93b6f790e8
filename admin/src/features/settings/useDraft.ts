import * as React from 'react';
import type { Checked, Issue } from './issues';
import { useIssueTexts } from './words';

interface Given<Entry> {
  initial: Entry;
  isNew: boolean;
  /** What the server said of the entry; it stands until something is changed. */
  issues: readonly Issue[];
  check: (draft: Entry) => Checked<Entry>;
  onFinish: (entry: Entry) => void;
  onClose: () => void;
}

/** Puts the focus on the first wrong field of the open window. */
const focusFirstError = () => {
  const error = document.querySelector('[role="dialog"] [data-strapi-field-error]');
  const field = error && document.querySelector<HTMLElement>(`[aria-describedby~="${CSS.escape(error.id)}"]`);
  (field?.tagName === 'FIELDSET' ? field.querySelector<HTMLElement>('button') : field)?.focus();
};

/** An entry while it is edited. It leaves only whole; once it was refused, each change is checked as it is made. */
export const useDraft = <Entry>({ initial, isNew, issues: known, check, onFinish, onClose }: Given<Entry>) => {
  const [draft, setDraft] = React.useState(initial);
  const [attempts, setAttempts] = React.useState(0);
  const isChanged = draft !== initial;
  const checked = attempts > 0 ? check(draft) : null;
  const issues = checked?.kind === 'refused' ? checked.issues : isChanged ? [] : known;
  React.useEffect(() => {
    if (attempts > 0) focusFirstError();
  }, [attempts]);
  const finish = () => {
    if (!isChanged && !isNew) return onClose();
    const last = check(draft);
    if (last.kind === 'accepted') onFinish(last.value);
    else setAttempts(attempts + 1);
  };
  return { draft, setDraft, isChanged, finish, errorAt: useIssueTexts(issues) };
};
