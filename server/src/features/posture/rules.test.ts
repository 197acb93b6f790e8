import { isCovered, markOf, type Extent } from './rules';

const accepted: Extent = { severity: 'medium', count: 2, subjects: ['a find', 'b find'] };

describe('an accepted finding', () => {
  it('stays accepted as it is, as it shrinks and as it gets milder', () => {
    expect(isCovered(accepted, accepted)).toBe(true);
    expect(isCovered({ ...accepted, count: 1, subjects: ['b find'] }, accepted)).toBe(true);
    expect(isCovered({ ...accepted, severity: 'low' }, accepted)).toBe(true);
  });

  it.each<[string, Partial<Extent>]>([
    ['more of it', { count: 3 }],
    ['another thing in the place of one', { subjects: ['a find', 'c find'] }],
    ['one thing that can do more', { subjects: ['a find', 'a update'] }],
    ['worse', { severity: 'high' }],
  ])('comes back: %s', (_what, change) => {
    expect(isCovered({ ...accepted, ...change }, accepted)).toBe(false);
  });

  it('goes by its number where nothing is listed', () => {
    const many: Extent = { severity: 'low', count: 5_000 };
    expect(isCovered({ ...many, count: 4_999 }, many)).toBe(true);
    expect(isCovered({ ...many, count: 5_001 }, many)).toBe(false);
  });
});

describe('the mark of a finding', () => {
  it('is the same whatever the order, and another for anything else', () => {
    expect(markOf({ ...accepted, subjects: ['b find', 'a find'] })).toBe(markOf(accepted));
    const others = [
      { count: 3 },
      { severity: 'low' as const },
      { subjects: ['a find'] },
      { subjects: ['a findb find'] },
    ];
    const marks = others.map((other) => markOf({ ...accepted, ...other }));
    expect(new Set([...marks, markOf(accepted)]).size).toBe(others.length + 1);
  });
});
