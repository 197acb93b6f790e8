import { readQuery, writeQuery } from './query';

describe('the query of the jobs in the address of the page', () => {
  it('comes back as it was written', () => {
    const query = { state: 'failed' as const, page: 3, pageSize: 50 };
    expect(readQuery(new URLSearchParams(writeQuery(query).toString()))).toEqual(query);
    const all = { state: undefined, page: 1, pageSize: 25 };
    expect(writeQuery(all).has('state')).toBe(false);
    expect(readQuery(writeQuery(all))).toEqual(all);
  });

  it('falls back to the first page of all where the address makes no sense', () => {
    expect(readQuery(new URLSearchParams('state=queued&page=0&pageSize=9999'))).toEqual({
      state: undefined,
      page: 1,
      pageSize: 25,
    });
  });
});
