import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface SectionProps {
  title: string;
  hint: string;
  action?: React.ReactNode;
  children: React.ReactNode;
}

/** A white panel of a page with its title. */
export const Section = ({ title, hint, action, children }: SectionProps) => {
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

/** A part of a window under a heading of its own. */
export const ModalSection = ({ title, hint, children }: Omit<SectionProps, 'hint' | 'action'> & { hint?: string }) => {
  const id = React.useId();
  return (
    <Box tag="section" aria-labelledby={id}>
      <Typography id={id} tag="h3" variant="delta">
        {title}
      </Typography>
      {hint !== undefined && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {hint}
        </Typography>
      )}
      <Box paddingTop={3}>{children}</Box>
    </Box>
  );
};
