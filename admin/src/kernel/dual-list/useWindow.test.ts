import { rowsInSight } from './useWindow';

const size = { count: 10_000, rowPixels: 32, rows: 8 };

describe('the rows in sight', () => {
  it('are few, however long the list', () => {
    expect(rowsInSight(0, size)).toEqual(Array.from({ length: 16 }, (_, index) => index));
    expect(rowsInSight(5_000 * 32, size).length).toBeLessThan(30);
    expect(rowsInSight(5_000 * 32, size)).toContain(5_004);
  });

  it('end with the list', () => {
    expect(rowsInSight(9_992 * 32, size).at(-1)).toBe(9_999);
    expect(rowsInSight(0, { ...size, count: 3 })).toEqual([0, 1, 2]);
    expect(rowsInSight(0, { ...size, count: 0 })).toEqual([]);
  });
});
