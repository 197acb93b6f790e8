import * as React from 'react';
import type { Pagination } from '../../../../contract/pagination';
import type { Loaded } from '../useData';

/** Leads from a page past the end of a list (the last row of it was deleted) to the last one. */
export const usePages = <Page extends { pagination: Pagination }>(
  page: Loaded<Page>,
  { query, toPage }: { query: { page: number }; toPage: (page: number) => void }
): Loaded<Page> => {
  const pageCount = page.value?.pagination.pageCount ?? 0;
  const isPastEnd = !page.isLoading && pageCount > 0 && query.page > pageCount;
  React.useEffect(() => {
    if (isPastEnd) toPage(pageCount);
    // Only when it happens; `toPage` is another function at every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isPastEnd, pageCount]);
  return page;
};
