import type { InputHTMLAttributes, ReactNode } from 'react';
import type { Explanation } from '../language/explain';
import { Field } from './Field';

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | 'name'
  | 'type'
  | 'autoComplete'
  | 'inputMode'
  | 'maxLength'
  | 'required'
  | 'readOnly'
  | 'spellCheck'
  | 'autoCapitalize'
>;

interface TextFieldProps extends InputProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: Explanation | undefined;
  readonly value: string;
  readonly onChange?: (value: string) => void;
}

/** One line of text. */
export const TextField = ({ label, hint, error, value, onChange, type = 'text', ...input }: TextFieldProps) => (
  <Field label={label} hint={hint} error={error}>
    {(control) => (
      <input {...control} {...input} type={type} value={value} onChange={({ target }) => onChange?.(target.value)} />
    )}
  </Field>
);

/** An e-mail address. What is a good one says the server: its parser is the only judge. */
export const EmailField = (props: Omit<TextFieldProps, 'type' | 'inputMode'>) => (
  <TextField {...props} type="text" inputMode="email" autoCapitalize="none" spellCheck={false} maxLength={254} />
);
