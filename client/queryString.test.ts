import { queryString } from './queryString';

describe('a query string', () => {
  it('is empty for nothing', () => {
    expect(queryString({})).toBe('');
    expect(queryString({ fields: [] })).toBe('');
  });

  it('nests as Strapi reads it', () => {
    const text = queryString({
      pagination: { page: 2 },
      filters: { $or: [{ subject: { $containsi: 'a' } }] },
      sort: ['a:asc'],
    });
    expect(decodeURIComponent(text)).toBe('?pagination[page]=2&filters[$or][0][subject][$containsi]=a&sort[0]=a:asc');
  });

  it('keeps what a person types inside its value', () => {
    const params = new URLSearchParams(queryString({ filters: { name: { $containsi: 'a&b=c#d[e] +é' } } }));
    expect([...params]).toEqual([['filters[name][$containsi]', 'a&b=c#d[e] +é']]);
  });
});
