import * as React from 'react';
import { Field, Grid } from '@strapi/design-system';

/** Half a row of a form on a wide screen, a whole one on a narrow. */
export const Half = ({ children }: { children: React.ReactNode }) => (
  <Grid.Item col={6} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** A whole row of a form. */
export const Whole = ({ children }: { children: React.ReactNode }) => (
  <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

interface LineProps {
  name: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  type?: 'text' | 'email' | 'tel';
  hint?: React.ReactNode;
  error?: string | undefined;
  placeholder?: string;
  required?: boolean;
  disabled?: boolean;
  /** Beside the label: what belongs to the field and is no part of its text. */
  action?: React.ReactNode;
  monospace?: boolean;
}

/** A line of text with its label, hint and error. */
export const Line = ({ label, action, value, onChange, type = 'text', monospace = false, ...line }: LineProps) => (
  <Field.Root name={line.name} hint={line.hint} error={line.error} required={line.required ?? false}>
    <Field.Label action={action}>{label}</Field.Label>
    <Field.Input
      type={type}
      autoComplete="off"
      spellCheck={!monospace}
      value={value}
      placeholder={line.placeholder}
      disabled={line.disabled ?? false}
      onChange={(event) => onChange(event.target.value)}
      onBlur={line.onBlur}
      style={monospace ? { fontFamily: 'monospace' } : undefined}
    />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);
