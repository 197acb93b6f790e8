import * as React from 'react';
import { Typography, VisuallyHidden } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { WideTable } from '../WideTable';
import { byNames, emptyRows, fill, gridFields, isTable, parsePaste, type GridRow } from './grid';
import { cellAfterKey, type Cell } from './gridKeys';
import { gridPageSize } from './GridPages';
import { GridRowCells } from './GridRowCells';

interface GridTableProps {
  rows: readonly GridRow[];
  /** From 0 on. */
  page: number;
  onChange: (rows: readonly GridRow[]) => void;
  onPage: (page: number) => void;
}

const inputOf = (table: HTMLElement | null, { row, column }: Cell) =>
  table?.querySelector<HTMLInputElement>(`input[data-cell="${row}.${column}"]`);

/** The grid itself: a field a cell. Tab, Enter and the arrows move; what is pasted from a spreadsheet fills from the cell on. */
export const GridTable = ({ rows, page, onChange, onPage }: GridTableProps) => {
  const translate = useTranslate();
  const table = React.useRef<HTMLTableElement>(null);
  const names = gridFields.map((field) => translate(`contacts.${field}`));
  const first = page * gridPageSize;

  // The rows as they stand now, so that a row is drawn anew only where it changed.
  const latest = React.useRef({ rows, onChange });
  latest.current = { rows, onChange };
  const write = React.useCallback((cell: Cell, text: string) => {
    const { rows: now, onChange: change } = latest.current;
    change(fill(now, cell, [[text]]));
  }, []);

  // A cell that is not shown yet gets the focus once it is.
  const pending = React.useRef<Cell | null>(null);
  React.useEffect(() => {
    if (pending.current !== null) inputOf(table.current, pending.current)?.focus();
    pending.current = null;
  });

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { target } = event;
    if (!(target instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
    const [row = 0, column = 0] = (target.dataset['cell'] ?? '').split('.').map(Number);
    const caret = { start: target.selectionStart, end: target.selectionEnd, length: target.value.length };
    const next = cellAfterKey(event.key, { row, column }, caret);
    if (next === null) return;
    event.preventDefault();
    const found = inputOf(table.current, next);
    if (found) return found.focus();
    if (next.row < 0 || next.row === row) return;
    if (next.row === rows.length) onChange([...rows, ...emptyRows(1)]);
    onPage(Math.floor(next.row / gridPageSize));
    pending.current = next;
  };
  const onPaste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!(event.target instanceof HTMLInputElement) || !isTable(text)) return;
    event.preventDefault();
    const [row = 0, column = 0] = (event.target.dataset['cell'] ?? '').split('.').map(Number);
    const cells = parsePaste(text);
    const named = byNames(cells, names);
    onChange(named === null ? fill(rows, { row, column }, cells) : fill(rows, { row, column: 0 }, named));
  };

  return (
    <WideTable ref={table} label={translate('imports.typed.grid')} {...{ onKeyDown, onPaste }}>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{translate('imports.typed.row')}</VisuallyHidden>
          </th>
          {names.map((name) => (
            <th key={name} scope="col">
              <Typography variant="sigma" textColor="neutral600">
                {name}
              </Typography>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.slice(first, first + gridPageSize).map((row, index) => (
          <GridRowCells key={first + index} row={row} index={first + index} onWrite={write} />
        ))}
      </tbody>
    </WideTable>
  );
};
