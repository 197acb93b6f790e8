import * as React from 'react';
import { Field, Textarea } from '@strapi/design-system';

interface Props {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: string;
  error?: string;
  placeholder?: string;
  disabled: boolean;
  rows: number;
  onFocus?: React.FocusEventHandler<HTMLTextAreaElement>;
}

/** A text of several lines with its label, hint and error. */
export const LongTextField = ({ name, label, hint, error, value, onChange, rows, ...rest }: Props) => (
  <Field.Root name={name} hint={hint} error={error}>
    <Field.Label>{label}</Field.Label>
    <Textarea value={value} rows={rows} onChange={(event) => onChange(event.target.value)} {...rest} />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
