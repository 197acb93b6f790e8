export interface Cell {
  row: number;
  column: number;
}

/** Where the cursor stands in a field. */
export interface Caret {
  start: number | null;
  end: number | null;
  length: number;
}

/** The cell that a key leads to; null where it stays with the field: arrows move within a text as long as there is some of it. */
export const cellAfterKey = (key: string, { row, column }: Cell, { start, end, length }: Caret): Cell | null => {
  switch (key) {
    case 'Enter':
    case 'ArrowDown':
      return { row: row + 1, column };
    case 'ArrowUp':
      return { row: row - 1, column };
    case 'ArrowLeft':
      return start === 0 && end === 0 ? { row, column: column - 1 } : null;
    case 'ArrowRight':
      return start === length && end === length ? { row, column: column + 1 } : null;
    default:
      return null;
  }
};
