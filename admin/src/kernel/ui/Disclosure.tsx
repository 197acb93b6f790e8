import * as React from 'react';
import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

const Details = styled.details`
  & > summary {
    cursor: pointer;
    padding-block: ${({ theme }) => theme.spaces[1]};
    border-radius: ${({ theme }) => theme.borderRadius};
    color: ${({ theme }) => theme.colors.neutral600};
  }
  & > summary:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** What is shown only to those who ask for it: opened and closed by its summary, by mouse or keyboard. */
export const Disclosure = ({ summary, children }: { summary: React.ReactNode; children: React.ReactNode }) => (
  <Details>
    <summary>{summary}</summary>
    <Box paddingTop={2} paddingBottom={1}>
      {children}
    </Box>
  </Details>
);
