import * as React from 'react';
import { Flex, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
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

/** On a narrow screen each row is a card, its cells below each other; the order is chosen on a wider one. */
const CardTable = styled(DenseTable)`
  @media (max-width: 760px) {
    &,
    tbody,
    tr,
    td {
      display: block;
      width: 100%;
      height: auto;
    }
    thead tr,
    thead th {
      display: block;
      height: auto;
    }
    thead th:not(:first-child) {
      display: none;
    }
    td {
      border: 0;
      padding-block: ${({ theme }) => theme.spaces[1]};
    }
    tbody tr {
      padding-block: ${({ theme }) => theme.spaces[3]};
    }
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

/** What a column can be sorted by, and the text that says it. */
interface Sort<Field extends string> {
  field: Field;
  label: string;
}

/** The head of a column that a list can be sorted by, in one way or several; buttons, so that the keyboard reaches them. */
const SortHeader = <Field extends string>({
  sorts,
  sorting,
}: {
  sorts: readonly Sort<Field>[];
  sorting: Sorting<Field>;
}) => {
  const translate = useTranslate();
  const { sort, direction } = sorting.query;
  const isUp = direction === 'asc';
  const isSorted = sorts.some(({ field }) => field === sort);
  return (
    <Th role="columnheader" aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : 'none'}>
      <Flex direction="column" alignItems="flex-start">
        {sorts.map(({ field, label }) => (
          <SortButton
            key={field}
            type="button"
            title={translate('list.sortBy', { label })}
            onClick={() => sorting.sortBy(field)}
          >
            <Typography tag="span" variant="sigma" textColor="neutral600">
              {label}
            </Typography>
            {field === sort && <CaretDown aria-hidden style={{ transform: isUp ? 'rotate(180deg)' : undefined }} />}
          </SortButton>
        ))}
      </Flex>
    </Th>
  );
};

export interface Column<Row, Field extends string = never> {
  /** The text above it; or what else stands there, by a name: a few texts to sort by, where a cell has as many lines. */
  header: string | { name: string; node: React.ReactNode } | { name: string; sorts: readonly Sort<Field>[] };
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
  /** Whether its rows are cards on a narrow screen. */
  hasCards?: boolean;
}

/** The table of a list, a column after the other. */
export const ListTable = <Row, Field extends string = never>(props: ListTableProps<Row, Field>) => {
  const { label, rows, keyOf, columns, sorting, hasCards = false } = props;
  const Frame = hasCards ? CardTable : DenseTable;
  const headOf = ({ header, isHeaderHidden = false, sort }: Column<Row, Field>) => {
    if (typeof header !== 'string') {
      if ('node' in header) return <Th key={header.name}>{header.node}</Th>;
      return sorting && <SortHeader key={header.name} sorts={header.sorts} sorting={sorting} />;
    }
    if (sort !== undefined && sorting)
      return <SortHeader key={header} sorts={[{ field: sort, label: header }]} sorting={sorting} />;
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
    <Frame colCount={columns.length} rowCount={rows.length + 1} aria-label={label}>
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
    </Frame>
  );
};
