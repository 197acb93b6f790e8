import * as React from 'react';
import { Flex, IconButton, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Duplicate, Eye, Pencil, Trash } from '@strapi/icons';
import { useTranslate } from '../../kernel/translate';
import { BlockTable, type BlockColumn } from '../../kernel/ui/BlockTable';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { Notes, type Note } from '../../kernel/ui/Notice';
import { useSite } from './site';

/** The window of one entry, with what it is given by the list. */
export interface EditorProps<Entry> {
  /** Null for a new one. */
  entry: Entry | null;
  onFinish: (entry: Entry) => void;
  onClose: () => void;
}

/**
 * Which entry of a list is being edited (`null` a new one), and which is about to be removed.
 *
 * @param first the place of one that is open from the beginning; -1 for none
 */
export const useEntries = <Entry,>(entries: readonly Entry[], onChange: (entries: Entry[]) => void, first = -1) => {
  const [edited, setEdited] = React.useState<{ index: number | null } | null>(first === -1 ? null : { index: first });
  const [removed, setRemoved] = React.useState<number | null>(null);
  const index = edited?.index ?? null;
  return {
    /** Undefined while nothing is edited. */
    edited: edited === null ? undefined : index === null ? null : entries[index],
    editedIndex: index,
    removed: removed === null ? undefined : entries[removed],
    add: () => setEdited({ index: null }),
    edit: (place: number) => setEdited({ index: place }),
    close: () => setEdited(null),
    finish: (entry: Entry) => {
      onChange(index === null ? [...entries, entry] : entries.map((one, place) => (place === index ? entry : one)));
      setEdited(null);
    },
    ask: setRemoved,
    keep: () => setRemoved(null),
    remove: () => onChange(entries.filter((_, place) => place !== removed)),
  };
};

const markedMs = 4_000;

/** Shows which entry has come into the list, or was changed: its row stands out for a while, and its first button has the focus. */
const usePlaced = () => {
  const [placed, setPlaced] = React.useState<string | null>(null);
  const list = React.useRef<HTMLDivElement>(null);
  React.useEffect(() => {
    if (placed === null) return undefined;
    // After the window, which gives the focus back as it closes.
    const focusing = setTimeout(() => {
      list.current?.querySelector<HTMLElement>('[data-marked] button:not([aria-disabled=true])')?.focus();
    });
    const ending = setTimeout(() => setPlaced(null), markedMs);
    return () => [focusing, ending].forEach(clearTimeout);
  }, [placed]);
  return { placed, list, place: setPlaced };
};

interface RowActions {
  onDuplicate?: () => void;
  /** Null where the entry cannot go further; both left out where the order means nothing. */
  onMoveUp?: (() => void) | null;
  onMoveDown?: (() => void) | null;
}

interface ButtonProps {
  action: 'up' | 'down' | 'edit' | 'duplicate' | 'remove' | 'view';
  /** Of the entry, for those who hear the buttons without seeing the row. */
  name: string;
  icon: React.ReactNode;
  /** Null where there is nothing to do now, undefined where there never is. */
  run: (() => void) | null | undefined;
}

// Not `disabled`: the button would lose the focus as its entry arrives at the end of the list.
const atTheEnd = { background: 'none', borderColor: 'transparent', opacity: 0.4 };

const RowButton = ({ action, name, icon, run }: ButtonProps) => {
  const translate = useTranslate();
  if (run === undefined) return null;
  return (
    <IconButton
      variant="ghost"
      label={translate(`settings.entry.${action}`, { name })}
      aria-disabled={run === null}
      style={run === null ? atTheEnd : undefined}
      onClick={() => run?.()}
    >
      {icon}
    </IconButton>
  );
};

interface RowButtonsProps extends RowActions {
  name: string;
  onEdit: () => void;
  onRemove: () => void;
}

/** What can be done with one entry. Whoever may not edit can still look. */
const RowButtons = ({ name, onEdit, onRemove, onDuplicate, onMoveUp, onMoveDown }: RowButtonsProps) => {
  const { mayEdit } = useSite();
  if (!mayEdit) return <RowButton action="view" name={name} icon={<Eye aria-hidden />} run={onEdit} />;
  return (
    <Flex gap={1} display="inline-flex">
      <RowButton action="up" name={name} icon={<ArrowUp aria-hidden />} run={onMoveUp} />
      <RowButton action="down" name={name} icon={<ArrowDown aria-hidden />} run={onMoveDown} />
      <RowButton action="edit" name={name} icon={<Pencil aria-hidden />} run={onEdit} />
      <RowButton action="duplicate" name={name} icon={<Duplicate aria-hidden />} run={onDuplicate} />
      <RowButton action="remove" name={name} icon={<Trash aria-hidden />} run={onRemove} />
    </Flex>
  );
};

interface EntryListProps<Entry> {
  label: string;
  /** What is said where there is none. */
  empty: string;
  rows: readonly Entry[];
  entries: ReturnType<typeof useEntries<Entry>>;
  columns: readonly BlockColumn<Entry>[];
  keyOf: (entry: Entry) => string;
  nameOf: (entry: Entry) => string;
  /** What is wrong with an entry, to stand below it. */
  notesOf: (entry: Entry, index: number) => Note[];
  /** What its removal means, for the question before it. */
  removal: (entry: Entry) => string;
  /** What can be done with an entry beside editing and removing it. */
  moreActions?: (entry: Entry, index: number) => RowActions;
  editor: (props: EditorProps<Entry>) => React.ReactNode;
}

/** Entries of the settings, each with its buttons and notes; with the window that edits one and the question before one goes. */
export const EntryList = <Entry,>(props: EntryListProps<Entry>) => {
  const { label, empty, rows, entries, columns, keyOf, nameOf, notesOf, removal, moreActions, editor } = props;
  const translate = useTranslate();
  const { placed, list, place } = usePlaced();
  const finish = (entry: Entry) => {
    entries.finish(entry);
    place(keyOf(entry));
  };
  const at = rows.findIndex((row) => keyOf(row) === placed);
  const there = rows[at];
  return (
    <div ref={list}>
      {rows.length === 0 ? (
        <Typography textColor="neutral600">{empty}</Typography>
      ) : (
        <BlockTable
          label={label}
          rows={rows}
          keyOf={keyOf}
          marked={placed}
          columns={columns}
          operations={{
            header: translate('settings.column.operations'),
            cell: (row, index) => (
              <RowButtons
                name={nameOf(row)}
                {...moreActions?.(row, index)}
                onEdit={() => entries.edit(index)}
                onRemove={() => entries.ask(index)}
              />
            ),
          }}
          note={(row, index) => {
            const notes = notesOf(row, index);
            return notes.length > 0 && <Notes notes={notes} />;
          }}
        />
      )}
      {entries.edited !== undefined && editor({ entry: entries.edited, onFinish: finish, onClose: entries.close })}
      {entries.removed !== undefined && (
        <ConfirmDialog
          title={translate('settings.remove.title', { name: nameOf(entries.removed) })}
          confirmLabel={translate('settings.remove.confirm')}
          onConfirm={entries.remove}
          onClose={entries.keep}
        >
          {removal(entries.removed)}
        </ConfirmDialog>
      )}
      <VisuallyHidden role="status">
        {there !== undefined &&
          translate('settings.entry.placed', { name: nameOf(there), place: at + 1, count: rows.length })}
      </VisuallyHidden>
    </div>
  );
};
