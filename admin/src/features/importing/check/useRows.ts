import { useSearchParams } from 'react-router-dom';
import { importRowFilters, type ImportRowFilter } from '../../../../../contract/importing';
import type { Answer } from '../../../kernel/api';
import { usePages } from '../../../kernel/list';
import { oneOf, readPage, type PageQuery } from '../../../kernel/list/address';
import { useData, type Loaded } from '../../../kernel/useData';

/** A page of an import's rows, as the address of the page has it. */
export interface RowsQuery extends PageQuery {
  show: ImportRowFilter;
}

export const readRowsQuery = (search: URLSearchParams): RowsQuery => ({
  show: oneOf(importRowFilters, search.get('show')) ?? 'all',
  ...readPage(search),
});

/** The rows that are shown; which of them stands in the address, so that reload and Back show the same. */
export const useRows = (importId: string) => {
  const [search, setSearch] = useSearchParams();
  const query = readRowsQuery(search);
  const go = (change: Partial<RowsQuery>, replace: boolean) =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        for (const [name, value] of Object.entries({ ...readRowsQuery(now), ...change })) next.set(name, String(value));
        return next;
      },
      { replace }
    );
  const given = { params: { importId }, query };
  const page: Loaded<Answer<'ListImportRows'>> = usePages(useData('ListImportRows', given), {
    query,
    toPage: (number) => go({ page: number }, true),
  });
  return { query, given, page, filter: (show: ImportRowFilter) => go({ show, page: 1 }, false) };
};
