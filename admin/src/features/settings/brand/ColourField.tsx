import * as React from 'react';
import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { colourPattern } from '../../../../../contract/constants';
import { useTranslate } from '../../../kernel/translate';
import { useSite } from '../site';
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
  const { mayEdit } = useSite();
  const shown = portalColour(value);
  const button = buttonColours(value);
  const isUnfinished = value !== null && !colourPattern.test(value);
  return (
    <Field.Root
      name="brand.colour"
      hint={translate('settings.colour.hint')}
      error={error ?? (isUnfinished ? translate('settings.colour.form') : undefined)}
    >
      <Field.Label>{translate('settings.colour')}</Field.Label>
      <Flex gap={3} wrap="wrap">
        <Swatch
          type="color"
          aria-label={translate('settings.colour.pick')}
          value={shown}
          disabled={!mayEdit}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value.toLowerCase())}
        />
        <Box flex="0 1 16rem">
          <TextInput
            value={value ?? ''}
            placeholder={shown}
            disabled={!mayEdit}
            maxLength={7}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.target.value === '' ? null : event.target.value.trim().toLowerCase())}
          />
        </Box>
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
        {mayEdit && value !== null && (
          <Button type="button" variant="tertiary" onClick={() => onChange(null)}>
            {translate('settings.colour.clear')}
          </Button>
        )}
      </Flex>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
