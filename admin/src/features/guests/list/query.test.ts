import { isFiltered, readQuery, writeQuery } from './query';

describe('the query of the guests in the address of the page', () => {
  it('comes back as it was written', () => {
    const query = {
      q: 'noa & fils + é',
      state: 'waiting' as const,
      origin: 'invitation' as const,
      invitationLinkId: 'a'.repeat(24),
      absence: 'unused' as const,
      accessType: 'tasks',
      companyId: 'c'.repeat(24),
      keyTerm: 'soon' as const,
      guest: 'b'.repeat(24),
      sort: 'createdAt' as const,
      direction: 'desc' as const,
      page: 3,
      pageSize: 50,
    };
    expect(readQuery(new URLSearchParams(writeQuery(query).toString()))).toEqual(query);
    expect(isFiltered(query)).toBe(true);
  });

  it('falls back to the first page by name where the address makes no sense', () => {
    const query = readQuery(
      new URLSearchParams(
        'sort=password:ASC&page=-1&pageSize=9999&state=root&link=../1&guest=x&absence=yes&key=x&company=1'
      )
    );
    expect(query).toEqual({ q: '', sort: 'lastName', direction: 'asc', page: 1, pageSize: 25 });
    expect(isFiltered(query)).toBe(false);
  });
});
