import * as React from 'react';
import type { Checked, Issue } from './issues';
import { useIssueTexts } from './words';

interface Given<Entry> {
  initial: Entry;
  /** What the server said of the entry. */
  issues: readonly Issue[];
  check: (draft: Entry) => Checked<Entry>;
  onFinish: (entry: Entry) => void;
  onClose: () => void;
}

/** An entry while it is edited: nothing leaves before it is checked, and the first wrong field is focused. */
export const useDraft = <Entry>({ initial, issues: known, check, onFinish, onClose }: Given<Entry>) => {
  const [draft, setDraft] = React.useState(initial);
  const [issues, setIssues] = React.useState(known);
  const isChanged = draft !== initial;
  React.useEffect(() => {
    if (issues.length === 0) return;
    const error = document.querySelector('[role="dialog"] [data-strapi-field-error]');
    const field = error && document.querySelector<HTMLElement>(`[aria-describedby~="${CSS.escape(error.id)}"]`);
    (field?.querySelector<HTMLElement>('button, input') ?? field)?.focus();
  }, [issues]);
  const finish = () => {
    if (!isChanged) return onClose();
    const checked = check(draft);
    if (checked.kind === 'accepted') onFinish(checked.value);
    else setIssues(checked.issues);
  };
  return { draft, setDraft, isChanged, finish, errorAt: useIssueTexts(issues) };
};
