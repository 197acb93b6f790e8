import * as React from 'react';
import { styled } from 'styled-components';

/** It may be wider than the page: then it is moved sideways by itself. */
const Scroll = styled.div`
  overflow-x: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

const Frame = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: start;
    vertical-align: top;
    border: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  th {
    padding: ${({ theme }) => theme.spaces[2]};
    background: ${({ theme }) => theme.colors.neutral100};
  }
  tr > :first-child {
    border-inline-start: none;
  }
  tr > :last-child {
    border-inline-end: none;
  }
`;

interface WideTableProps extends Pick<React.HTMLAttributes<HTMLTableElement>, 'onKeyDown' | 'onPaste'> {
  label: string;
  children: React.ReactNode;
}

/** A table with many columns that keep their places, on a narrow screen too. */
export const WideTable = React.forwardRef<HTMLTableElement, WideTableProps>(({ label, ...table }, ref) => (
  // Who has no mouse moves it by the arrows.
  <Scroll role="region" aria-label={label} tabIndex={0}>
    <Frame ref={ref} aria-label={label} {...table} />
  </Scroll>
));
WideTable.displayName = 'WideTable';
