import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../../../kernel/translate';
import { gridFields, type GridRow } from './grid';
import type { Cell } from './gridKeys';

const CellInput = styled.input<{ $isLong: boolean }>`
  width: 100%;
  min-width: ${({ $isLong }) => ($isLong ? '18rem' : '11rem')};
  padding: ${({ theme }) => theme.spaces[2]};
  border: none;
  background: transparent;
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  &:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

interface GridRowCellsProps {
  row: GridRow;
  /** From 0 on. */
  index: number;
  onWrite: (cell: Cell, text: string) => void;
}

/** A row of the grid. */
export const GridRowCells = React.memo(({ row, index, onWrite }: GridRowCellsProps) => {
  const translate = useTranslate();
  return (
    <tr>
      <th scope="row">
        <Typography variant="pi" textColor="neutral600">
          {index + 1}
        </Typography>
      </th>
      {gridFields.map((field, column) => (
        <td key={field}>
          <CellInput
            $isLong={field === 'email' || field === 'company'}
            data-cell={`${index}.${column}`}
            aria-label={translate('imports.typed.cell', { field: translate(`contacts.${field}`), row: index + 1 })}
            autoComplete="off"
            spellCheck={false}
            value={row[column] ?? ''}
            onChange={(event) => onWrite({ row: index, column }, event.target.value)}
          />
        </td>
      ))}
    </tr>
  );
});
GridRowCells.displayName = 'GridRowCells';
