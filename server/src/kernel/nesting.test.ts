import { isNestedDeeper } from './nesting';

const lists = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('how deep a body is nested', () => {
  it('counts objects and lists alike, and no plain value', () => {
    expect(isNestedDeeper('text', 0)).toBe(false);
    expect(isNestedDeeper({}, 0)).toBe(true);
    expect(isNestedDeeper({ a: [{ b: null }] }, 3)).toBe(false);
    expect(isNestedDeeper({ a: [{ b: null }] }, 2)).toBe(true);
  });

  it('is told of what no recursion could walk through', () => {
    expect(isNestedDeeper(lists(20_000), 500)).toBe(true);
    expect(isNestedDeeper(lists(500), 500)).toBe(false);
  });

  it('is not changed by how wide it is', () => {
    expect(
      isNestedDeeper(
        Array.from({ length: 200_000 }, () => ({ a: [] })),
        3
      )
    ).toBe(false);
  });
});
