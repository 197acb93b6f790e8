import * as React from 'react';
import type { Checked, Issue } from '../../kernel/form/issues';
import { useForm } from '../../kernel/form/useForm';
import { issueText } from './words';

interface EntryForm<Entry> {
  /** Null for a new one, which begins as `empty`. */
  entry: Entry | null;
  empty: () => Entry;
  /** What the server said of the entry. */
  issues: readonly Issue[];
  check: (entry: Entry) => Checked<Entry>;
  onFinish: (entry: Entry) => void;
  onClose: () => void;
}

/** The form of an entry of the settings: it leaves only whole. One that was only looked at is left as it is, whatever it is. */
export const useEntryForm = <Entry extends object>(props: EntryForm<Entry>) => {
  const { entry, empty, issues, check, onFinish, onClose } = props;
  const [initial] = React.useState(() => entry ?? empty());
  const form = useForm({ initial, known: issues, check, send: onFinish, wordsOf: issueText });
  return entry === null || form.isDirty ? form : { ...form, submit: async () => onClose() };
};
