import { keepWithin, noSelection, reach, selectAll } from './selection';

const list = ['a', 'b', 'c', 'd', 'e'];
const ids = (selection: { ids: ReadonlySet<string> }) => [...selection.ids].sort();

describe('the selection of a list', () => {
  it('selects one alone', () => {
    const both = reach(reach(noSelection, list, 0, 'only'), list, 2, 'only');
    expect(ids(both)).toEqual(['c']);
    expect(both.active).toBe(2);
  });

  it('extends from where it began, and back across it', () => {
    const from = reach(noSelection, list, 2, 'only');
    expect(ids(reach(from, list, 4, 'extend'))).toEqual(['c', 'd', 'e']);
    expect(ids(reach(reach(from, list, 4, 'extend'), list, 0, 'extend'))).toEqual(['a', 'b', 'c']);
  });

  it('toggles one among others', () => {
    const two = reach(reach(noSelection, list, 0, 'only'), list, 3, 'toggle');
    expect(ids(two)).toEqual(['a', 'd']);
    expect(ids(reach(two, list, 0, 'toggle'))).toEqual(['d']);
  });

  it('only moves where asked to', () => {
    const moved = reach(reach(noSelection, list, 1, 'only'), list, 4, 'move');
    expect([ids(moved), moved.active]).toEqual([['b'], 4]);
  });

  it('stays inside the list at both ends', () => {
    expect(reach(noSelection, list, 99, 'only').active).toBe(4);
    expect(reach(noSelection, list, -3, 'only').active).toBe(0);
  });

  it('is empty in an empty list', () => {
    expect(reach(noSelection, [], 0, 'only')).toEqual(noSelection);
  });

  it('selects everything, and forgets what left the list', () => {
    const all = selectAll({ ...noSelection, active: 4, anchor: 4 }, list);
    const kept = keepWithin(all, ['a', 'c']);
    expect([ids(kept), kept.active]).toEqual([['a', 'c'], 1]);
  });
});
