import { useState, type ReactNode } from 'react';
import type { Explanation } from '../language/explain';
import { useLanguage } from '../language/LanguageProvider';
import { Field } from './Field';

interface PasswordFieldProps {
  readonly label: string;
  readonly name: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: ReactNode;
  readonly error?: Explanation | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A password, hidden until the person asks to see it. Nothing is done to what is typed: spaces and pasting are welcome. */
export const PasswordField = ({ label, name, autoComplete, hint, error, value, onChange }: PasswordFieldProps) => {
  const { t } = useLanguage();
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <div className="password">
          <input
            {...control}
            name={name}
            type={shown ? 'text' : 'password'}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
          <button
            type="button"
            className="button quiet"
            aria-controls={control.id}
            onClick={() => setShown((was) => !was)}
          >
            <span aria-hidden="true">{t(shown ? 'password.hideShort' : 'password.showShort')}</span>
            <span className="visually-hidden">{t(shown ? 'password.hide' : 'password.show')}</span>
          </button>
        </div>
      )}
    </Field>
  );
};
