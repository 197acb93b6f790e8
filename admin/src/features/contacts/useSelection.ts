import * as React from 'react';
import { callApi } from '../../kernel/api';
import type { ContactsFilter } from './query';

/** The contacts that are ticked, across pages; it ends where the filter changes, as what is no longer listed must not be acted on. */
export const useSelection = (filter: ContactsFilter) => {
  const filterKey = JSON.stringify(filter);
  const [state, setState] = React.useState<{ filterKey: string; ids: ReadonlySet<string> }>({
    filterKey,
    ids: new Set(),
  });
  const ids = React.useMemo(() => (state.filterKey === filterKey ? state.ids : new Set<string>()), [state, filterKey]);
  const set = (next: ReadonlySet<string>) => setState({ filterKey, ids: next });

  return {
    ids,
    toggle: (id: string) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      set(next);
    },
    /** Ticks or unticks the rows of one page. */
    setMany: (many: readonly string[], ticked: boolean) => {
      const next = new Set(ids);
      many.forEach((id) => (ticked ? next.add(id) : next.delete(id)));
      set(next);
    },
    /** Ticks all that the filter leaves, on every page. @returns how many there are in all. @throws ApiError */
    selectAll: async (): Promise<{ selected: number; total: number }> => {
      const { contactIds, total } = await callApi('ListContactIds', { query: { ...filter } });
      set(new Set(contactIds));
      return { selected: contactIds.length, total };
    },
    clear: () => set(new Set()),
  };
};

export type ContactSelection = ReturnType<typeof useSelection>;
