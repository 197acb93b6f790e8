import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { noFilter, readQuery, writeQuery, type GuestsFilter, type GuestsQuery } from './query';

/** The list's query, kept in the address of the page so that back, reload and a sent link show the same rows. */
export const useGuestsQuery = () => {
  const [search, setSearch] = useSearchParams();
  const query = React.useMemo(() => readQuery(search), [search]);
  const go = (next: Partial<GuestsQuery>, replace = false) =>
    setSearch((now) => writeQuery({ ...readQuery(now), ...next }), { replace });
  return {
    query,
    /** Another filter begins at its first page. */
    narrow: (filter: Partial<GuestsFilter>, replace = false) => go({ ...filter, page: 1 }, replace),
    clear: () => go({ ...noFilter, page: 1 }),
    sortBy: (sort: GuestsQuery['sort']) =>
      go({ sort, direction: query.sort === sort && query.direction === 'asc' ? 'desc' : 'asc', page: 1 }),
    toPage: (page: number) => go({ page }, true),
    /** Opens the dialog of a guest, or closes it. */
    show: (guest: string | undefined) => go({ guest }, true),
  };
};

export type GuestsAddress = ReturnType<typeof useGuestsQuery>;
