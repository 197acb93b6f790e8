import * as React from 'react';
import type { ListContacts } from '../../../../contract/contacts';
import type { ResponseOf } from '../../../../contract/endpoint';
import { ListFrame, Pages } from '../../kernel/list';
import type { Loaded } from '../../kernel/loaded';
import { useTranslate } from '../../kernel/translate';
import type { RowActions } from './ContactRow';
import { ContactsTable } from './ContactsTable';
import { isFiltered } from './query';
import { SelectionBar } from './SelectionBar';
import type { useContactsQuery } from './useContactsQuery';
import type { ContactSelection } from './useSelection';

interface ContactsListProps {
  page: Loaded<ResponseOf<typeof ListContacts>>;
  address: ReturnType<typeof useContactsQuery>;
  selection: ContactSelection;
  actions: RowActions;
  onCreate: (() => void) | null;
  /** What can be done with the selection. */
  selectionActions: React.ReactNode;
}

/** The table with what stands around it: failure, emptiness, selection, pages. */
export const ContactsList = ({ page, address, selection, actions, onCreate, selectionActions }: ContactsListProps) => {
  const translate = useTranslate();
  const { query } = address;
  const filtered = isFiltered(query);
  return (
    <ListFrame
      page={page}
      isEmpty={({ contacts }) => contacts.length === 0}
      emptyText={translate(filtered ? 'contacts.nothingFound' : 'contacts.empty')}
      onClear={filtered ? address.clear : null}
      create={onCreate === null ? null : { label: translate('contacts.add'), run: onCreate }}
    >
      {({ contacts, pagination }) => (
        <>
          <ContactsTable
            contacts={contacts}
            query={query}
            selection={selection}
            onSort={address.sortBy}
            actions={actions}
          />
          <SelectionBar selection={selection} total={pagination.total}>
            {selectionActions}
          </SelectionBar>
          <Pages pagination={pagination} />
        </>
      )}
    </ListFrame>
  );
};
