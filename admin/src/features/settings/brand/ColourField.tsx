import * as React from 'react';
import { Box, Button, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { colourPattern } from '../../../../../contract/constants';
import { useTranslate } from '../../../kernel/translate';
import { TextField, useDisabled } from '../../../kernel/ui/fields';
import { buttonColours, portalColour } from './portalColour';

const Swatch = styled.input`
  flex: 0 0 auto;
  width: 4.8rem;
  height: 4rem;
  padding: 2px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  cursor: pointer;
  &:disabled {
    cursor: not-allowed;
  }
`;

interface Props {
  value: string | null;
  onChange: (colour: string | null) => void;
  error?: string;
}

/** The portal's colour: picked, or typed as `#rrggbb`; with a button as it will look. Empty is the portal's own. */
export const ColourField = ({ value, onChange, error }: Props) => {
  const translate = useTranslate();
  const disabled = useDisabled();
  const shown = portalColour(value);
  const button = buttonColours(value);
  const isUnfinished = value !== null && !colourPattern.test(value);
  return (
    <TextField
      name="brand.colour"
      label={translate('settings.colour')}
      hint={translate('settings.colour.hint')}
      error={error ?? (isUnfinished ? translate('settings.colour.form') : undefined)}
      value={value ?? ''}
      placeholder={shown}
      maxLength={7}
      spellCheck={false}
      onChange={(text) => onChange(text === '' ? null : text.trim().toLowerCase())}
      width="0 1 16rem"
      before={
        <Swatch
          type="color"
          aria-label={translate('settings.colour.pick')}
          value={shown}
          disabled={disabled}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value.toLowerCase())}
        />
      }
      after={
        <>
          <Box
            aria-hidden
            paddingTop={2}
            paddingBottom={2}
            paddingLeft={4}
            paddingRight={4}
            hasRadius
            style={{ backgroundColor: button.backgroundColor }}
          >
            <Typography fontWeight="bold" style={{ color: button.color }}>
              {translate('settings.preview.login')}
            </Typography>
          </Box>
          {!disabled && value !== null && (
            <Button type="button" variant="tertiary" onClick={() => onChange(null)}>
              {translate('settings.colour.clear')}
            </Button>
          )}
        </>
      }
    />
  );
};
