/** What a query may hold; what is undefined is left out. */
export type QueryValue = string | number | boolean | readonly QueryValue[] | Query;
export type Query = { readonly [name: string]: QueryValue | undefined };

const pairs = (name: string, value: QueryValue | undefined): string[] => {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`];
  return Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner));
};

/** The nested form that Strapi reads: `{ pagination: { page: 2 } }` becomes `?pagination%5Bpage%5D=2`; empty for nothing. */
export const queryString = (query: Query): string => {
  const all = Object.entries(query).flatMap(([name, value]) => pairs(name, value));
  return all.length === 0 ? '' : `?${all.join('&')}`;
};
