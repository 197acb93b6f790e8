import { cellAfterKey } from './gridKeys';

const at = { row: 3, column: 2 };
const caret = (start: number, end = start) => ({ start, end, length: 4 });

describe('the keys of the grid', () => {
  it('Enter and the arrows up and down go to the cell below or above', () => {
    expect(cellAfterKey('Enter', at, caret(2))).toEqual({ row: 4, column: 2 });
    expect(cellAfterKey('ArrowDown', at, caret(2))).toEqual({ row: 4, column: 2 });
    expect(cellAfterKey('ArrowUp', at, caret(2))).toEqual({ row: 2, column: 2 });
  });

  it('the arrows to the sides leave a cell only at the end of its text', () => {
    expect(cellAfterKey('ArrowLeft', at, caret(1))).toBeNull();
    expect(cellAfterKey('ArrowLeft', at, caret(0))).toEqual({ row: 3, column: 1 });
    expect(cellAfterKey('ArrowLeft', at, caret(0, 4))).toBeNull();
    expect(cellAfterKey('ArrowRight', at, caret(3))).toBeNull();
    expect(cellAfterKey('ArrowRight', at, caret(4))).toEqual({ row: 3, column: 3 });
  });

  it('all others write', () => {
    expect(cellAfterKey('a', at, caret(4))).toBeNull();
  });
});
