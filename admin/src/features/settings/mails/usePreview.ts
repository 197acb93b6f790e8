import * as React from 'react';
import type { PreviewMail, Locale, MessageKind, ResponseOf } from '../../../../../contract';
import { ApiError, callApi } from '../../../kernel/api';
import { refusedFields, type Issue } from '../../../kernel/form/issues';
import type { Wording } from './texts';

type Preview = ResponseOf<typeof PreviewMail>;

/** How long nobody types before the server is asked. */
const pauseMs = 400;

interface Seen {
  /** The last one that could be made; it stays while the words are wrong. */
  preview: Preview | null;
  /** What the server refused of the words. */
  issues: readonly Issue[];
  error: unknown;
}

/** How the server would send these words, a moment after they were typed. */
export const usePreview = (kind: MessageKind, locale: Locale, { subject, body }: Wording): Seen => {
  const [seen, setSeen] = React.useState<Seen>({ preview: null, issues: [], error: null });
  React.useEffect(() => {
    const controller = new AbortController();
    const timer = setTimeout(() => {
      callApi('PreviewMail', { params: { kind }, body: { locale, subject, body }, signal: controller.signal }).then(
        (preview) => !controller.signal.aborted && setSeen({ preview, issues: [], error: null }),
        (error: unknown) => {
          if (controller.signal.aborted) return;
          const issues = error instanceof ApiError && error.status === 400 ? refusedFields(error.details) : [];
          setSeen(({ preview }) => ({ preview, issues, error: issues.length > 0 ? null : error }));
        }
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [kind, locale, subject, body]);
  return seen;
};
