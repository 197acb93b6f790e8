import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ListQuery } from './address';

interface Address<Query extends object, Filter extends object> {
  read: (search: URLSearchParams) => Query;
  write: (query: Query) => URLSearchParams;
  /** A list that nothing narrows. */
  noFilter: Readonly<Filter>;
}

/** A list's query, kept in the address of the page so that back, reload and a sent link show the same rows. */
export const useListQuery = <Field extends string, Filter extends object, Query extends ListQuery<Field> & Filter>({
  read,
  write,
  noFilter,
}: Address<Query, Filter>) => {
  const [search, setSearch] = useSearchParams();
  const query = React.useMemo(() => read(search), [read, search]);
  const go = (next: Partial<Query> | Partial<Filter> | Partial<ListQuery<Field>>, replace = false) =>
    setSearch((now) => write({ ...read(now), ...next }), { replace });
  return {
    query,
    go,
    /** Another filter begins at its first page. */
    narrow: (filter: Partial<Filter>, replace = false) => go({ ...filter, page: 1 }, replace),
    clear: () => go({ ...noFilter, page: 1 }),
    sortBy: (sort: Field) =>
      go({ sort, direction: query.sort === sort && query.direction === 'asc' ? 'desc' : 'asc', page: 1 }),
    toPage: (page: number) => go({ page }, true),
  };
};
