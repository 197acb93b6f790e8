import { useEffect, useRef, type FormEvent, type ReactNode } from 'react';
import { problemMessage, type Problem } from '../api/problem';
import type { Explanation } from '../language/explain';
import { useLanguage } from '../language/LanguageProvider';

/** What is wrong with what was typed, by the name of the field. */
export type Errors = Readonly<Partial<Record<string, Explanation>>>;

interface FormProps {
  readonly errors: Errors;
  /** What the server answered, where no field can say it. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Everything is shown and nothing can be changed. */
  readonly readOnly?: boolean;
  readonly submitLabel: string;
  readonly busyLabel: string;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
  /** Beside the button. */
  readonly aside?: ReactNode;
}

/** A form of the page's own (rows have theirs). What was typed stays whatever comes back; the first wrong field gets the focus. */
export const Form = ({
  errors,
  problem,
  busy,
  readOnly = false,
  submitLabel,
  busyLabel,
  onSubmit,
  children,
  aside,
}: FormProps) => {
  const { t } = useLanguage();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const invalid = form.current?.querySelector('[aria-invalid="true"]');
    if (invalid instanceof HTMLElement) invalid.focus();
  }, [errors]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  const message = problem === null ? null : problemMessage(problem);

  return (
    <form ref={form} className="form" noValidate onSubmit={submit}>
      <fieldset className="form-fields" disabled={readOnly}>
        {children}
      </fieldset>
      {message !== null && (
        <p className="problem" role="alert">
          {t(message.key, message.values)}
        </p>
      )}
      {!readOnly && (
        <div className="actions form-actions">
          <button type="submit" className="button primary" aria-disabled={busy}>
            {busy ? busyLabel : submitLabel}
          </button>
          {aside}
        </div>
      )}
    </form>
  );
};
