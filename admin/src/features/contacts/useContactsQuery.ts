import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { readQuery, writeQuery, type ContactsFilter, type ContactsQuery } from './query';

/** The list's query, kept in the address of the page so that back, reload and a sent link show the same rows. */
export const useContactsQuery = () => {
  const [search, setSearch] = useSearchParams();
  const query = React.useMemo(() => readQuery(search), [search]);
  const go = (next: Partial<ContactsQuery>, replace = false) =>
    setSearch((now) => writeQuery({ ...readQuery(now), ...next }), { replace });
  return {
    query,
    /** Another filter begins at its first page. */
    narrow: (filter: Partial<ContactsFilter>, replace = false) => go({ ...filter, page: 1 }, replace),
    clear: () => go({ q: '', company: undefined, access: undefined, hasEmail: undefined, page: 1 }),
    sortBy: (sort: ContactsQuery['sort']) =>
      go({ sort, direction: query.sort === sort && query.direction === 'asc' ? 'desc' : 'asc', page: 1 }),
    toPage: (page: number) => go({ page }, true),
  };
};
