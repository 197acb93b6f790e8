/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   on a narrow screen the parts are blocks, and browsers then take the table's own roles away */
import * as React from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

export interface Column<Row> {
  name: string;
  header: string;
  cell: (row: Row, index: number) => React.ReactNode;
}

interface Props<Row> {
  label: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The header of the last column, for those who do not see it, and its buttons. */
  operationsHeader: string;
  operations: (row: Row, index: number) => React.ReactNode;
  /** What stands below a row, over its whole width. */
  note?: (row: Row, index: number) => React.ReactNode;
}

const Frame = styled.table`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: start;
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
    vertical-align: middle;
    overflow-wrap: anywhere;
  }
  th:first-child,
  td:first-child {
    padding-inline-start: 0;
  }
  th:last-child,
  td:last-child {
    padding-inline-end: 0;
  }
  tbody {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  td.operations {
    white-space: nowrap;
    text-align: end;
    width: 1%;
  }
  td.note {
    padding-top: 0;
  }
  @media (max-width: 1023px) {
    &,
    tbody,
    tr,
    td {
      display: block;
      width: auto;
    }
    thead {
      display: none;
    }
    tbody {
      padding-block: ${({ theme }) => theme.spaces[2]};
    }
    td,
    td.note {
      padding: ${({ theme }) => `${theme.spaces[1]} 0`};
    }
    td[data-header] {
      display: flex;
      align-items: baseline;
      gap: ${({ theme }) => theme.spaces[2]};
    }
    td[data-header]:not(:first-child)::before {
      content: attr(data-header);
      flex: 0 0 10rem;
      font-size: ${({ theme }) => theme.fontSizes[1]};
      color: ${({ theme }) => theme.colors.neutral600};
    }
    td.operations {
      text-align: start;
      width: auto;
    }
  }
`;

/**
 * A small table whose rows carry buttons in the ordinary tab order (Strapi's table is a grid, where buttons are
 * reached by Enter and arrows). On a narrow screen each row becomes a block; the roles keep it a table all the same.
 */
export const EntryTable = <Row,>(props: Props<Row>) => {
  const { label, columns, rows, keyOf, operationsHeader, operations, note } = props;
  return (
    <Frame role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ name, header }) => (
            <th key={name} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {header}
              </Typography>
            </th>
          ))}
          <th role="columnheader" scope="col">
            <VisuallyHidden>{operationsHeader}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      {rows.map((row, index) => {
        const below = note?.(row, index);
        return (
          <tbody key={keyOf(row)} role="rowgroup">
            <tr role="row">
              {columns.map(({ name, header, cell }) => (
                <td key={name} role="cell" data-header={header}>
                  {cell(row, index)}
                </td>
              ))}
              <td role="cell" className="operations">
                {operations(row, index)}
              </td>
            </tr>
            {below !== undefined && below !== null && (
              <tr role="row">
                <td role="cell" className="note" colSpan={columns.length + 1}>
                  {below}
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </Frame>
  );
};
