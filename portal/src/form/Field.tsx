import { useId, type ReactNode } from 'react';
import { explain, type Explanation } from '../language/explain';
import { useLanguage } from '../language/LanguageProvider';

/** What a field gives to its control, so that label, hint and error are said together. */
export interface FieldControl {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: Explanation | undefined;
  readonly children: (control: FieldControl) => ReactNode;
}

/** A label, its control, a hint and what is wrong with it. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const { t } = useLanguage();
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': error !== undefined, 'aria-describedby': described || undefined })}
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {explain(t, error)}
        </p>
      )}
      {hint !== undefined && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
    </div>
  );
};
