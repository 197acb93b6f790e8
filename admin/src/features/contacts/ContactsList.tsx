import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Pagination } from '@strapi/strapi/admin';
import type { Contact, ListContacts } from '../../../../contract/contacts';
import type { ResponseOf } from '../../../../contract/endpoint';
import { useErrorMessage } from '../../kernel/errors';
import type { Loaded } from '../../kernel/loaded';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import type { RowActions } from './ContactRow';
import { ContactsTable } from './ContactsTable';
import { defaultPageSize, isFiltered, pageSizes } from './query';
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

const contactsOf = (page: ContactsListProps['page']): readonly Contact[] => page.value?.contacts ?? [];

/** The table with what stands around it: failure, emptiness, selection, pages. */
export const ContactsList = ({ page, address, selection, actions, onCreate, selectionActions }: ContactsListProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const contacts = contactsOf(page);
  const { query } = address;

  if (page.error !== null) {
    return <Notice text={errorMessage(page.error)} action={{ label: translate('action.reload'), run: page.reload }} />;
  }
  if (page.value === null) {
    return (
      <Flex justifyContent="center" padding={10}>
        <Loader>{translate('loading')}</Loader>
      </Flex>
    );
  }
  if (contacts.length === 0) {
    const filtered = isFiltered(query);
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" />}
        content={translate(filtered ? 'contacts.nothingFound' : 'contacts.empty')}
        action={
          filtered ? (
            <Button variant="secondary" onClick={address.clear}>
              {translate('contacts.clearFilters')}
            </Button>
          ) : (
            onCreate !== null && (
              <Button variant="secondary" startIcon={<Plus aria-hidden />} onClick={onCreate}>
                {translate('contacts.add')}
              </Button>
            )
          )
        }
      />
    );
  }
  return (
    <Box aria-busy={page.isLoading}>
      <ContactsTable
        contacts={contacts}
        query={query}
        selection={selection}
        onSort={address.sortBy}
        actions={actions}
      />
      <SelectionBar selection={selection} total={page.value.pagination.total}>
        {selectionActions}
      </SelectionBar>
      <Pagination.Root {...page.value.pagination} defaultPageSize={defaultPageSize}>
        <Pagination.PageSize options={pageSizes} />
        <Pagination.Links />
      </Pagination.Root>
    </Box>
  );
};
