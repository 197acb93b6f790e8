import * as React from 'react';
import { Box, Radio, Typography } from '@strapi/design-system';

interface Option<Value extends string> {
  value: Value;
  label: string;
  explanation?: string;
}

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  disabled: boolean;
  onChange: (value: Value) => void;
}

/** One of several, each with a line that explains it. */
export const Choice = <Value extends string>({ label, value, options, disabled, onChange }: Props<Value>) => {
  const id = React.useId();
  const choose = (chosen: string) => {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChange(option.value);
  };
  return (
    <Radio.Group aria-label={label} value={value} onValueChange={choose} disabled={disabled}>
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
