import * as React from 'react';
import { callApi } from '../../kernel/api';
import { usePages } from '../../kernel/list';
import type { useContactsQuery } from './useContactsQuery';

/** Loads the page that the address names. */
export const useContactsPage = ({ query, toPage }: ReturnType<typeof useContactsQuery>) => {
  const load = React.useCallback(
    (signal: AbortSignal) => callApi('ListContacts', { query: { ...query }, signal }),
    [query]
  );
  return usePages(load, query.page, toPage);
};
