import { isFiltered, readQuery, writeQuery } from './query';

describe('the query of the contacts in the address of the page', () => {
  it('comes back as it was written', () => {
    const query = {
      q: 'noa & fils + é',
      company: 'a'.repeat(24),
      access: 'open' as const,
      hasEmail: false,
      sort: 'company' as const,
      direction: 'desc' as const,
      page: 3,
      pageSize: 50,
    };
    expect(readQuery(new URLSearchParams(writeQuery(query).toString()))).toEqual(query);
  });

  it('falls back to the first page by name where the address makes no sense', () => {
    const query = readQuery(new URLSearchParams('sort=password:ASC&page=-1&pageSize=9999&access=root'));
    expect(query).toMatchObject({ sort: 'lastName', direction: 'asc', page: 1, pageSize: 25, access: undefined });
    expect(isFiltered(query)).toBe(false);
  });
});
