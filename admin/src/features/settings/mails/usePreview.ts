import type { Locale, MessageKind } from '../../../../../contract';
import { refusedFields } from '../../../kernel/form/issues';
import { useData } from '../../../kernel/useData';
import { useSettled } from '../../../kernel/useSettled';
import type { Wording } from './texts';

/** How long nobody types before the server is asked. */
const pauseMs = 400;

/**
 * How the server would send these words, a moment after they were typed; the last preview that could be made stays while the words
 * are wrong. `issues`: what the server refused of them.
 */
export const usePreview = (kind: MessageKind, locale: Locale, { subject, body }: Wording) => {
  const { settled } = useSettled({ locale, subject, body }, pauseMs);
  const { value: preview, error } = useData('PreviewMail', { params: { kind }, body: settled });
  const issues = error?.status === 400 ? refusedFields(error.details) : [];
  return { preview, issues, error: issues.length > 0 ? null : error };
};
