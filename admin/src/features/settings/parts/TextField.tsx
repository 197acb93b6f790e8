import { Field, TextInput } from '@strapi/design-system';

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
}

/** A line of text with its label, hint and error. */
export const TextField = ({ name, label, hint, error, required, value, onChange, placeholder, disabled }: Props) => (
  <Field.Root name={name} hint={hint} error={error} required={required}>
    <Field.Label>{label}</Field.Label>
    <TextInput
      value={value}
      placeholder={placeholder}
      disabled={disabled}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
