import * as React from 'react';
import { Box, Flex, Radio, Switch, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { fieldErrorMark } from '../strapi/fieldError';
import { useTranslate } from '../translate';
import { useDisabled, type Option } from './fields';

interface SwitchFieldProps {
  label: string;
  hint: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
}

/** A switch with its name and one sentence that says what it does. */
export const SwitchField = ({ label, hint, checked, disabled, onChange }: SwitchFieldProps) => {
  const translate = useTranslate();
  const id = React.useId();
  return (
    <Flex alignItems="flex-start" gap={4}>
      <Box paddingTop={1} flex="0 0 auto">
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={checked}
          disabled={useDisabled(disabled)}
          onCheckedChange={onChange}
          onLabel={translate('settings.switch.on')}
          offLabel={translate('settings.switch.off')}
        />
      </Box>
      <Box>
        <Typography tag="label" htmlFor={id} fontWeight="bold">
          {label}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" id={`${id}-hint`}>
          {hint}
        </Typography>
      </Box>
    </Flex>
  );
};

interface RadioFieldProps<Value extends string> {
  label: string;
  value: Value;
  options: readonly (Option<Value> & { explanation?: string })[];
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One of several, each with a line that explains it. */
export const RadioField = <Value extends string>(props: RadioFieldProps<Value>) => {
  const { label, value, options, disabled, onChange } = props;
  const id = React.useId();
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Radio.Group aria-label={label} value={value} onValueChange={choose} disabled={useDisabled(disabled)}>
      {options.map((option) => (
        <Box key={option.value}>
          <Radio.Item
            value={option.value}
            aria-describedby={option.explanation === undefined ? undefined : `${id}-${option.value}`}
          >
            {option.label}
          </Radio.Item>
          {option.explanation !== undefined && (
            <Box style={{ paddingInlineStart: '2.8rem' }} id={`${id}-${option.value}`}>
              <Typography variant="pi" textColor="neutral600">
                {option.explanation}
              </Typography>
            </Box>
          )}
        </Box>
      ))}
    </Radio.Group>
  );
};

const Fieldset = styled.fieldset`
  border: 0;
  margin: 0;
  padding: 0;
  min-width: 0;
  legend {
    padding-inline: 0;
  }
`;

interface FieldGroupProps {
  legend: string;
  hint?: string;
  error?: string;
  children: React.ReactNode;
}

/** Fields that answer one question together, with what is wrong with the answer. */
export const FieldGroup = ({ legend, hint, error, children }: FieldGroupProps) => {
  const id = React.useId();
  return (
    <Fieldset aria-describedby={error === undefined ? undefined : id}>
      <Box tag="legend" paddingBottom={hint === undefined ? 2 : 0}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {legend}
        </Typography>
      </Box>
      {hint !== undefined && (
        <Box paddingBottom={2}>
          <Typography variant="pi" textColor="neutral600">
            {hint}
          </Typography>
        </Box>
      )}
      <Flex direction="column" alignItems="stretch" gap={2}>
        {children}
        {error !== undefined && (
          <Typography id={id} variant="pi" textColor="danger600" {...fieldErrorMark}>
            {error}
          </Typography>
        )}
      </Flex>
    </Fieldset>
  );
};
