import * as React from 'react';
import { searchOptions, type FoldedOption } from './options';
import { keepWithin, noSelection, type Selection } from './selection';

/** One of the two lists: what the search leaves of its options, and what is selected there. */
export interface Pane {
  total: number;
  shown: readonly FoldedOption[];
  search: string;
  setSearch: (text: string) => void;
  selection: Selection;
  setSelection: (selection: Selection) => void;
  listRef: React.RefObject<HTMLDivElement>;
  focus: () => void;
}

export const usePane = (options: readonly FoldedOption[]): Pane => {
  const [search, setSearch] = React.useState('');
  const [stored, setSelection] = React.useState<Selection>(noSelection);
  const listRef = React.useRef<HTMLDivElement>(null);
  const shown = React.useMemo(() => searchOptions(options, search), [options, search]);
  // What the search hides or the other list took is not selected any more: `>>` must move only what is seen.
  const selection = React.useMemo(
    () =>
      keepWithin(
        stored,
        shown.map(({ id }) => id)
      ),
    [stored, shown]
  );
  const focus = React.useCallback(() => listRef.current?.focus(), []);
  return { total: options.length, shown, search, setSearch, selection, setSelection, listRef, focus };
};
