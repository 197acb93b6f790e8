import * as React from 'react';

/** The rows that are ticked: some by their ids, or all that the filter leaves. */
export type Selected = { kind: 'some'; ids: ReadonlySet<number> } | { kind: 'all' };

const none: Selected = { kind: 'some', ids: new Set() };

/** The ticked rows, across pages. It ends where the filter changes: what is no longer listed must not be decided on. */
export const useRowSelection = (filter: string) => {
  const [state, setState] = React.useState<{ filter: string; selected: Selected }>({ filter, selected: none });
  const selected = state.filter === filter ? state.selected : none;
  const set = (next: Selected) => setState({ filter, selected: next });
  return {
    selected,
    isTicked: (id: number): boolean => selected.kind === 'all' || selected.ids.has(id),
    /** Ticks or unticks rows; where all were ticked, the others of the page stay. */
    tick: (ids: readonly number[], isTicked: boolean, onPage: readonly number[]) => {
      const next = new Set(selected.kind === 'all' ? onPage : selected.ids);
      for (const id of ids) {
        if (isTicked) next.add(id);
        else next.delete(id);
      }
      set({ kind: 'some', ids: next });
    },
    tickAll: () => set({ kind: 'all' }),
    clear: () => set(none),
  };
};

export type RowSelection = ReturnType<typeof useRowSelection>;
