import * as React from 'react';
import { Box, Checkbox, Field, Flex, Grid, NumberInput } from '@strapi/design-system';
import { SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTranslate } from '../translate';

/** Whether the fields below can only be read. */
export const FieldsDisabled = React.createContext(false);

/** Whether a field is disabled, by itself or by what it stands in. */
export const useDisabled = (own = false): boolean => React.useContext(FieldsDisabled) || own;

interface CellProps {
  /** Of the twelve columns of a wide screen; on a narrow one it is a whole row. */
  col?: 4 | 6 | 12;
  /** Whether it is a whole row on a screen of middle width too. */
  isRoomy?: boolean;
  children: React.ReactNode;
}

/** A part of a row of a form: half of it where nothing else is said. */
export const Cell = ({ col = 6, isRoomy = col === 4, children }: CellProps) => (
  <Grid.Item col={col} s={isRoomy ? 12 : col} xs={12} direction="column" alignItems="stretch">
    {children}
  </Grid.Item>
);

/** What every field has. */
export interface FieldProps {
  name: string;
  label: string;
  hint?: React.ReactNode;
  error?: string | undefined;
  required?: boolean;
  disabled?: boolean;
  /** Beside the label: what belongs to the field and is no part of its text. */
  action?: React.ReactNode;
}

type FrameProps = Omit<FieldProps, 'disabled'> & { children: React.ReactNode };

/** Label, hint and error around whatever is filled in. */
export const FieldFrame = ({ label, action, children, ...root }: FrameProps) => (
  <Field.Root {...root}>
    <Field.Label action={action}>{label}</Field.Label>
    {children}
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

type Input = Omit<React.ComponentProps<typeof TextInput>, keyof FieldProps | 'onChange' | 'value' | 'ref' | 'form'>;

interface TextFieldProps extends FieldProps, Input {
  value: string;
  onChange?: (value: string) => void;
  monospace?: boolean;
  /** What stands on the line before and after the box, which is then as wide as `width`. */
  before?: React.ReactNode;
  after?: React.ReactNode;
  width?: string;
}

/** A line of text. */
export const TextField = (props: TextFieldProps) => {
  const { name, label, hint, error, required, disabled, action, onChange, monospace = false, ...rest } = props;
  const { before, after, width = '1 1 20rem', ...input } = rest;
  const box = (
    <TextInput
      autoComplete="off"
      spellCheck={!monospace}
      style={monospace ? { fontFamily: 'monospace' } : undefined}
      {...input}
      disabled={useDisabled(disabled)}
      onChange={(event) => onChange?.(event.target.value)}
    />
  );
  return (
    <FieldFrame {...{ name, label, hint, error, required, action }}>
      {before === undefined && after === undefined ? (
        box
      ) : (
        <Flex gap={2} wrap="wrap">
          {before}
          <Box flex={width}>{box}</Box>
          {after}
        </Flex>
      )}
    </FieldFrame>
  );
};

interface LongTextFieldProps extends FieldProps {
  value: string;
  onChange: (value: string) => void;
  rows?: number;
}

/** A text of several lines. */
export const LongTextField = ({ value, onChange, rows, disabled, ...frame }: LongTextFieldProps) => (
  <FieldFrame {...frame}>
    <Textarea
      value={value}
      rows={rows}
      disabled={useDisabled(disabled)}
      onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
    />
  </FieldFrame>
);

/** One of a few, by the text that stands for it. */
export interface Option<Value extends string = string> {
  value: Value;
  label: string;
}

interface SelectFieldProps<Value extends string> extends FieldProps {
  /** Null or an empty text where nothing is chosen. */
  value: Value | null;
  options: readonly Option<Value>[];
  onChange: (value: Value) => void;
  /** Takes the choice back; left out where there has to be one. */
  onClear?: () => void;
  placeholder?: string;
}

/** One of a few. A stored value that is not among them any more stays visible as such. */
export const SelectField = <Value extends string>(props: SelectFieldProps<Value>) => {
  const { value, options, onChange, onClear, placeholder, disabled, ...frame } = props;
  const translate = useTranslate();
  const chosen = value === '' ? null : value;
  const isGone = chosen !== null && !options.some((option) => option.value === chosen);
  const choose = (picked: string | number) => {
    const option = options.find((one) => one.value === picked);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <FieldFrame {...frame}>
      <SingleSelect
        value={chosen}
        onChange={choose}
        onClear={onClear}
        clearLabel={translate('field.clear', { label: frame.label })}
        placeholder={placeholder}
        disabled={useDisabled(disabled) || (options.length === 0 && !isGone)}
      >
        {isGone && (
          <SingleSelectOption value={chosen}>{translate('settings.gone', { name: chosen })}</SingleSelectOption>
        )}
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FieldFrame>
  );
};

interface NumberFieldProps extends FieldProps {
  /** Undefined where nothing is filled in. */
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}

/** A whole number. */
export const NumberField = ({ value, onChange, disabled, ...frame }: NumberFieldProps) => {
  const { locale } = useIntl();
  return (
    <FieldFrame {...frame}>
      <NumberInput locale={locale} value={value} step={1} disabled={useDisabled(disabled)} onValueChange={onChange} />
    </FieldFrame>
  );
};

interface CheckboxFieldProps extends Pick<FieldProps, 'label' | 'disabled'> {
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A box to tick, with what it means beside it. */
export const CheckboxField = ({ label, checked, disabled, onChange }: CheckboxFieldProps) => (
  <Checkbox checked={checked} disabled={useDisabled(disabled)} onCheckedChange={(now) => onChange(now === true)}>
    {label}
  </Checkbox>
);

/** A box to tick, with a hint below it. */
export const HintedCheckbox = ({
  name,
  hint,
  ...box
}: CheckboxFieldProps & Required<Pick<FieldProps, 'name' | 'hint'>>) => (
  <Field.Root name={name} hint={hint}>
    <CheckboxField {...box} />
    <Field.Hint />
  </Field.Root>
);
