/** What is selected in a list, where the keyboard is, and from where Shift extends. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Index of the active option; -1 in an empty list. */
  readonly active: number;
  readonly anchor: number;
}

export const noSelection: Selection = { ids: new Set(), active: -1, anchor: -1 };

/** How an option is reached: alone, extending from the anchor, in or out, or only as the active one. */
export const selectModes = ['only', 'extend', 'toggle', 'move'] as const;
export type SelectMode = (typeof selectModes)[number];

const between = (ids: readonly string[], from: number, to: number): ReadonlySet<string> =>
  new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1));

const toggled = (ids: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
};

/** The selection after the option at `index` (clamped to the list) was reached; as a native list with several choices does it. */
export const reach = (selection: Selection, list: readonly string[], index: number, mode: SelectMode): Selection => {
  const active = Math.max(0, Math.min(index, list.length - 1));
  const id = list[active];
  if (id === undefined) return noSelection;
  switch (mode) {
    case 'only':
      return { ids: new Set([id]), active, anchor: active };
    case 'extend': {
      const anchor = selection.anchor >= 0 ? Math.min(selection.anchor, list.length - 1) : active;
      return { ids: between(list, anchor, active), active, anchor };
    }
    case 'toggle':
      return { ids: toggled(selection.ids, id), active, anchor: active };
    case 'move':
      return { ...selection, active };
  }
};

/** Everything in the list. */
export const selectAll = (selection: Selection, list: readonly string[]): Selection => ({
  ...selection,
  ids: new Set(list),
});

/** The selection in a list that became another one: what left the list is not selected any more. */
export const keepWithin = (selection: Selection, list: readonly string[]): Selection => {
  const here = new Set(list);
  const ids = new Set([...selection.ids].filter((id) => here.has(id)));
  const active = Math.min(selection.active, list.length - 1);
  return { ids, active, anchor: Math.min(selection.anchor, list.length - 1) };
};
