import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface Props {
  title: string;
  hint: string;
  action?: React.ReactNode;
  children: React.ReactNode;
}

/** A white panel of the page with its title. */
export const Section = ({ title, hint, action, children }: Props) => {
  const id = React.useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 6 }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
          <Flex direction="column" alignItems="stretch" gap={1} flex="1 1 24rem">
            <Typography id={id} tag="h2" variant="delta">
              {title}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              {hint}
            </Typography>
          </Flex>
          {action}
        </Flex>
        {children}
      </Flex>
    </Box>
  );
};
