import * as React from 'react';
import { Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { styled } from 'styled-components';
import { useTranslate } from '../translate';

/** A table of many columns: with the design system's own gaps the last ones would stand outside of an ordinary screen. */
const DenseTable = styled(Table)`
  th,
  td {
    padding-inline: ${({ theme }) => theme.spaces[2]};
  }
`;

const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  padding: ${({ theme }) => theme.spaces[1]};
  margin-left: -${({ theme }) => theme.spaces[1]};
  background: transparent;
  border: none;
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  svg {
    width: 1rem;
    height: 1rem;
    fill: ${({ theme }) => theme.colors.neutral500};
  }
`;

interface Sorting<Field extends string> {
  /** How the list is sorted. */
  query: { sort: Field; direction: 'asc' | 'desc' };
  sortBy: (field: Field) => void;
}

/** The head of a column that a list can be sorted by; a button, so that the keyboard reaches it. */
const SortHeader = <Field extends string>(props: { field: Field; label: string; sorting: Sorting<Field> }) => {
  const { field, label, sorting } = props;
  const translate = useTranslate();
  const isSorted = sorting.query.sort === field;
  const isUp = sorting.query.direction === 'asc';
  return (
    <Th role="columnheader" aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : 'none'}>
      <SortButton type="button" title={translate('list.sortBy', { label })} onClick={() => sorting.sortBy(field)}>
        <Typography tag="span" variant="sigma" textColor="neutral600">
          {label}
        </Typography>
        {isSorted && <CaretDown aria-hidden style={{ transform: isUp ? 'rotate(180deg)' : undefined }} />}
      </SortButton>
    </Th>
  );
};

export interface Column<Row, Field extends string = never> {
  /** The text above it; or what else stands there, by a name. */
  header: string | { name: string; node: React.ReactNode };
  /** Whether its text is only for those who do not see the column. */
  isHeaderHidden?: boolean;
  /** What it is sorted by, where it is. */
  sort?: Field;
  cell: (row: Row) => React.ReactNode;
}

interface ListTableProps<Row, Field extends string> {
  label: string;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  columns: readonly Column<Row, Field>[];
  /** Left out where the order is always the same. */
  sorting?: Sorting<Field>;
}

/** The table of a list, a column after the other. */
export const ListTable = <Row, Field extends string = never>(props: ListTableProps<Row, Field>) => {
  const { label, rows, keyOf, columns, sorting } = props;
  const headOf = ({ header, isHeaderHidden = false, sort }: Column<Row, Field>) => {
    if (typeof header !== 'string') return <Th key={header.name}>{header.node}</Th>;
    if (sort !== undefined && sorting) return <SortHeader key={header} field={sort} label={header} sorting={sorting} />;
    return (
      <Th key={header}>
        {isHeaderHidden ? (
          <VisuallyHidden>{header}</VisuallyHidden>
        ) : (
          <Typography variant="sigma" textColor="neutral600">
            {header}
          </Typography>
        )}
      </Th>
    );
  };
  return (
    <DenseTable colCount={columns.length} rowCount={rows.length + 1} aria-label={label}>
      <Thead>
        <Tr>{columns.map(headOf)}</Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={keyOf(row)}>
            {columns.map(({ header, cell }) => (
              <Td key={typeof header === 'string' ? header : header.name}>{cell(row)}</Td>
            ))}
          </Tr>
        ))}
      </Tbody>
    </DenseTable>
  );
};
