import { noFilter } from './query';
import { addressOf, filterIn, isView, namedViewsFor, searchOf } from './views';

describe('the views of the guests', () => {
  it('are known by their filter, whatever page and order are shown', () => {
    expect(isView(noFilter, {})).toBe(true);
    expect(isView({ ...noFilter, state: 'waiting' }, { state: 'waiting' })).toBe(true);
    expect(isView({ ...noFilter, state: 'waiting', q: 'a' }, { state: 'waiting' })).toBe(false);
  });

  it('come back as they were kept, and as far as they make sense', () => {
    const filter = { ...noFilter, q: 'noël & fils', state: 'closed' as const, companyId: 'a'.repeat(24) };
    expect(filterIn({ search: searchOf(filter) })).toEqual(filter);
    expect(filterIn({ search: 'state=root&key=soon' })).toEqual({ ...noFilter, keyTerm: 'soon' });
  });

  it('are addresses', () => {
    expect(addressOf({ absence: 'never' })).toContain('absence=never');
  });

  it('say of keys only to whoever sees accesses', () => {
    expect(namedViewsFor(() => false)).not.toContain('key-soon');
    expect(namedViewsFor(() => true)).toContain('key-soon');
  });
});
