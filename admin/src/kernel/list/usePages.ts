import * as React from 'react';
import type { Pagination } from '../../../../contract/pagination';
import { useLoaded, type Loaded } from '../loaded';

/**
 * Loads the page of a list with `load` (kept in `useCallback`). A page past the end (the last row of it was deleted)
 * leads to the last one.
 */
export const usePages = <Page extends { pagination: Pagination }>(
  load: (signal: AbortSignal) => Promise<Page>,
  pageNumber: number,
  toPage: (page: number) => void
): Loaded<Page> => {
  const page = useLoaded(load);
  const pageCount = page.value?.pagination.pageCount ?? 0;
  const isPastEnd = !page.isLoading && pageCount > 0 && pageNumber > pageCount;
  React.useEffect(() => {
    if (isPastEnd) toPage(pageCount);
    // Only when it happens; `toPage` is another function at every rendering.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isPastEnd, pageCount]);
  return page;
};
