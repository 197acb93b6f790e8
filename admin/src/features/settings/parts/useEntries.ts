import * as React from 'react';

/** Which entry of a list is being edited (`null` a new one), and which is about to be removed. */
export const useEntries = <Entry>(entries: readonly Entry[], onChange: (entries: Entry[]) => void) => {
  const [edited, setEdited] = React.useState<{ index: number | null } | null>(null);
  const [removed, setRemoved] = React.useState<number | null>(null);
  const finish = (entry: Entry) => {
    const index = edited?.index ?? null;
    onChange(index === null ? [...entries, entry] : entries.map((one, place) => (place === index ? entry : one)));
    setEdited(null);
  };
  const remove = () => {
    onChange(entries.filter((_, index) => index !== removed));
    setRemoved(null);
  };
  return {
    /** Undefined while nothing is edited. */
    edited: edited === null ? undefined : edited.index === null ? null : entries[edited.index],
    editedIndex: edited?.index ?? null,
    removed: removed === null ? undefined : entries[removed],
    add: () => setEdited({ index: null }),
    edit: (index: number) => setEdited({ index }),
    close: () => setEdited(null),
    finish,
    ask: setRemoved,
    keep: () => setRemoved(null),
    remove,
  };
};

export type Entries<Entry> = ReturnType<typeof useEntries<Entry>>;
