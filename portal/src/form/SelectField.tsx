import type { ReactNode } from 'react';
import type { Explanation } from '../language/explain';
import { Field } from './Field';

interface SelectFieldProps {
  readonly label: string;
  readonly name: string;
  readonly autoComplete?: string;
  readonly hint?: ReactNode;
  readonly error?: Explanation | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The options. */
  readonly children: ReactNode;
}

/** One of many. */
export const SelectField = ({ label, hint, error, value, onChange, children, ...select }: SelectFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <select {...control} {...select} value={value} onChange={({ target }) => onChange(target.value)}>
        {children}
      </select>
    )}
  </Field>
);
