import * as React from 'react';
import { Box, Flex, Switch, Typography } from '@strapi/design-system';
import { useTranslate } from './translate';

interface SwitchedProps {
  label: string;
  hint: string;
  checked: boolean;
  disabled: boolean;
  onChange: (on: boolean) => void;
}

/** A switch with its name and one sentence that says what it does. */
export const Switched = ({ label, hint, checked, disabled, onChange }: SwitchedProps) => {
  const translate = useTranslate();
  const id = React.useId();
  return (
    <Flex alignItems="flex-start" gap={4}>
      <Box paddingTop={1} flex="0 0 auto">
        <Switch
          id={id}
          aria-describedby={`${id}-hint`}
          checked={checked}
          disabled={disabled}
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
