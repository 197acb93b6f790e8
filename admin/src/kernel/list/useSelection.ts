import * as React from 'react';

/** All that a filter leaves, as far as they may be selected at a time. */
export interface Selectable {
  ids: readonly string[];
  total: number;
}

/** The rows that are ticked, across pages; it ends where the filter changes, as what is no longer listed must not be acted on. */
export const useSelection = (filter: object, findAll: () => Promise<Selectable>) => {
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
      const all = await findAll();
      set(new Set(all.ids));
      return { selected: all.ids.length, total: all.total };
    },
    clear: () => set(new Set()),
  };
};

export type Selection = ReturnType<typeof useSelection>;
