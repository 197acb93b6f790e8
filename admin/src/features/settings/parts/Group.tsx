import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

const Fieldset = styled.fieldset`
  border: 0;
  margin: 0;
  padding: 0;
  min-width: 0;
  legend {
    padding-inline: 0;
  }
`;

interface Props {
  legend: string;
  hint?: string;
  error?: string;
  children: React.ReactNode;
}

/** Fields that answer one question together, with what is wrong with the answer. */
export const Group = ({ legend, hint, error, children }: Props) => {
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
          <Typography id={id} variant="pi" textColor="danger600" data-strapi-field-error>
            {error}
          </Typography>
        )}
      </Flex>
    </Fieldset>
  );
};
