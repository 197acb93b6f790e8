/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   on a narrow screen the parts are blocks, and browsers then take the table's own roles away */
import * as React from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

export interface BlockColumn<Row> {
  name: string;
  header: string;
  cell: (row: Row, index: number) => React.ReactNode;
}

interface BlockTableProps<Row> {
  label: string;
  columns: readonly BlockColumn<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** The key of a row that stands out, because something was just done to it. */
  marked?: string | null;
  /** The last column: its header, for those who do not see it, and a row's buttons. */
  operations?: { header: string; cell: (row: Row, index: number) => React.ReactNode };
  /** What stands below a row, over its whole width. */
  note?: (row: Row, index: number) => React.ReactNode;
  /** Many columns of a word each: they stay whole, and the window has to be wider for a table. */
  isWide?: boolean;
}

const Frame = styled.table<{ $isWide: boolean }>`
  width: 100%;
  border-collapse: collapse;
  th,
  td {
    text-align: start;
    vertical-align: ${({ $isWide }) => ($isWide ? 'top' : 'middle')};
    padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[2]}`};
    overflow-wrap: ${({ $isWide }) => ($isWide ? 'normal' : 'anywhere')};
  }
  th {
    overflow-wrap: normal;
  }
  tr > :first-child {
    padding-inline-start: 0;
  }
  tr > :last-child {
    padding-inline-end: 0;
  }
  tbody[data-marked] {
    background: ${({ theme }) => theme.colors.primary100};
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
  @media (max-width: ${({ $isWide }) => ($isWide ? 1279 : 1023)}px) {
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
      flex: 0 0 14rem;
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
export const BlockTable = <Row,>(props: BlockTableProps<Row>) => {
  const { label, columns, rows, keyOf, marked = null, operations, note, isWide = false } = props;
  return (
    <Frame role="table" aria-label={label} $isWide={isWide}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ name, header }) => (
            <th key={name} role="columnheader" scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {header}
              </Typography>
            </th>
          ))}
          {operations && (
            <th role="columnheader" scope="col">
              <VisuallyHidden>{operations.header}</VisuallyHidden>
            </th>
          )}
        </tr>
      </thead>
      {rows.map((row, index) => {
        const below = note?.(row, index);
        return (
          <tbody key={keyOf(row)} role="rowgroup" data-marked={keyOf(row) === marked || undefined}>
            <tr role="row">
              {columns.map(({ name, header, cell }) => (
                <td key={name} role="cell" data-header={header}>
                  {cell(row, index)}
                </td>
              ))}
              {operations && (
                <td role="cell" className="operations">
                  {operations.cell(row, index)}
                </td>
              )}
            </tr>
            {below && (
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
