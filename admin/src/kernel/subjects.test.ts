import { routes } from '../../../contract/routes';
import { changes, listsOf, reads } from './subjects';

describe('the subjects of the calls', () => {
  it('are changed by no call that gets something, and read by none that deletes or replaces', () => {
    const methodsOf = (names: object) =>
      new Set(
        Object.entries(routes)
          .filter(([name]) => name in names)
          .map(([, { method }]) => method)
      );
    expect(methodsOf(changes).has('GET')).toBe(false);
    expect([...methodsOf(reads)].sort()).toEqual(['GET', 'POST']);
  });

  it('are read by a call where another changes them', () => {
    const read = new Set<string>(Object.values(reads).flat());
    expect(
      Object.values(changes)
        .flat()
        .filter((subject) => !read.has(subject) && subject !== 'accessStates')
    ).toEqual([]);
  });

  it('that are a single thing are left alone after a refusal', () => {
    expect(listsOf(changes.UpdateGuest)).toEqual(['guests', 'accessStates', 'contacts']);
    expect(listsOf(changes.SaveSettings)).toEqual([]);
  });
});
