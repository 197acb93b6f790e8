import * as React from 'react';
import { ListContacts } from '../../../../contract/contacts';
import { callApi } from '../../kernel/api';
import { useLoaded } from '../../kernel/loaded';
import type { useContactsQuery } from './useContactsQuery';

/** Loads the page that the address names; a page past the end (the last row of it was deleted) leads to the last one. */
export const useContactsPage = ({ query, toPage }: ReturnType<typeof useContactsQuery>) => {
  const load = React.useCallback(
    (signal: AbortSignal) => callApi(ListContacts, { query: { ...query }, signal }),
    [query]
  );
  const page = useLoaded(load);
  const pageCount = page.value?.pagination.pageCount ?? 0;
  const isPastEnd = !page.isLoading && pageCount > 0 && query.page > pageCount;
  React.useEffect(() => {
    if (isPastEnd) toPage(pageCount);
    // Only when it happens; `toPage` is another function at every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isPastEnd, pageCount]);
  return page;
};
