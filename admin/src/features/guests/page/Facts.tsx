import * as React from 'react';
import { Box, Grid, Typography } from '@strapi/design-system';

export interface Fact {
  label: string;
  value: React.ReactNode;
  /** Whether it takes the whole row. */
  isLong?: boolean;
}

/** What is known, each under what it is; a dash where nothing is. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <Grid.Root tag="dl" gap={4}>
    {facts.map(({ label, value, isLong = false }) => (
      <Grid.Item key={label} col={isLong ? 12 : 4} s={isLong ? 12 : 6} xs={12} alignItems="stretch" direction="column">
        <Typography tag="dt" variant="pi" textColor="neutral600">
          {label}
        </Typography>
        <Box tag="dd" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          <Typography textColor="neutral800">{value === null || value === '' ? '—' : value}</Typography>
        </Box>
      </Grid.Item>
    ))}
  </Grid.Root>
);
