import * as React from 'react';
import { Box, Grid, Typography } from '@strapi/design-system';

/** Some fields of the form under one heading. */
export const FormSection = ({ title, children }: { title: string; children: React.ReactNode }) => {
  const heading = React.useId();
  return (
    <Box tag="section" aria-labelledby={heading}>
      <Typography id={heading} tag="h3" variant="delta">
        {title}
      </Typography>
      <Grid.Root gap={4} paddingTop={3}>
        {children}
      </Grid.Root>
    </Box>
  );
};
