import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { Notes, type Note } from '../../../kernel/ui/Notice';
import { EntryTable, type Column } from './EntryTable';
import { ConfirmDialog } from '../../../kernel/ui/ConfirmDialog';
import { RowButtons, type RowActions } from './RowButtons';
import type { Entries } from './useEntries';

/** The window of one entry, with what it is given by the list. */
export interface EditorProps<Entry> {
  /** Null for a new one. */
  entry: Entry | null;
  onFinish: (entry: Entry) => void;
  onClose: () => void;
}

interface Props<Entry> {
  label: string;
  /** What is said where there is none. */
  empty: string;
  rows: readonly Entry[];
  entries: Entries<Entry>;
  columns: Column<Entry>[];
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
export const EntryList = <Entry,>(props: Props<Entry>) => {
  const { label, empty, rows, entries, columns, keyOf, nameOf, notesOf, removal, moreActions, editor } = props;
  const translate = useTranslate();
  return (
    <>
      {rows.length === 0 ? (
        <Typography textColor="neutral600">{empty}</Typography>
      ) : (
        <EntryTable
          label={label}
          rows={rows}
          keyOf={keyOf}
          columns={columns}
          operationsHeader={translate('settings.column.operations')}
          operations={(row, index) => (
            <RowButtons
              name={nameOf(row)}
              {...moreActions?.(row, index)}
              onEdit={() => entries.edit(index)}
              onRemove={() => entries.ask(index)}
            />
          )}
          note={(row, index) => {
            const notes = notesOf(row, index);
            return notes.length === 0 ? null : <Notes notes={notes} />;
          }}
        />
      )}
      {entries.edited !== undefined &&
        editor({ entry: entries.edited, onFinish: entries.finish, onClose: entries.close })}
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
    </>
  );
};
