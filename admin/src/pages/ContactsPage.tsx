import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import type { Contact } from '../../../contract/contacts';
import { AccessDialog, BulkDialog, onAccessChanged } from '../features/access';
import {
  ContactDialog,
  ContactsFilters,
  ContactsList,
  DeleteContactDialog,
  filterOf,
  fullName,
  useContactsPage,
  useContactsQuery,
  useSelection,
} from '../features/contacts';
import { SearchBox } from '../kernel/list';
import { useTranslate } from '../kernel/translate';
import { AccessButton } from './AccessButton';
import type { SubPageProps } from './subPages';

/** The dialog that is open; one at a time. */
type Open =
  | { kind: 'new' }
  | { kind: 'edit' | 'delete' | 'access'; contact: Contact }
  | { kind: 'bulk'; contactIds: readonly string[] }
  | null;

/** The page *Contacts* (O2, O3). */
export const ContactsPage = ({ may }: SubPageProps) => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const address = useContactsQuery();
  const page = useContactsPage(address);
  const selection = useSelection(filterOf(address.query));
  const [open, setOpen] = React.useState<Open>(null);
  const close = () => setOpen(null);
  const { reload } = page;
  React.useEffect(() => onAccessChanged(reload), [reload]);

  const onSaved = (contact: Contact) => {
    toggleNotification({ type: 'success', message: translate('contacts.saved', { name: fullName(contact) }) });
    close();
    reload();
  };
  const create = may('contacts.create') ? () => setOpen({ kind: 'new' }) : null;
  const company = page.value?.contacts.find((one) => one.company?.documentId === address.query.company)?.company;

  return (
    <Page.Main>
      <Page.Title>{translate('contacts.title')}</Page.Title>
      <Layouts.Header
        title={translate('contacts.title')}
        subtitle={page.value === null ? '' : translate('contacts.count', { count: page.value.pagination.total })}
        primaryAction={
          create !== null && (
            <Button startIcon={<Plus aria-hidden />} onClick={create}>
              {translate('contacts.add')}
            </Button>
          )
        }
      />
      <Layouts.Action
        startActions={
          <Flex gap={2} wrap="wrap">
            <SearchBox
              text={address.query.q}
              label={translate('contacts.search')}
              onSearch={(q) => address.narrow({ q }, true)}
            />
            <ContactsFilters
              filter={address.query}
              company={company ?? null}
              withAccess={may('access.read')}
              onNarrow={address.narrow}
              onClear={address.clear}
            />
          </Flex>
        }
      />
      <Layouts.Content>
        <ContactsList
          page={page}
          address={address}
          selection={selection}
          onCreate={create}
          actions={{
            edit: may('contacts.update') ? (contact) => setOpen({ kind: 'edit', contact }) : null,
            remove: may('contacts.delete') ? (contact) => setOpen({ kind: 'delete', contact }) : null,
            access: may('access.read')
              ? (contact) => <AccessButton contact={contact} onOpen={() => setOpen({ kind: 'access', contact })} />
              : null,
          }}
          selectionActions={
            may('access.manage') && (
              <Button
                size="S"
                disabled={selection.ids.size === 0}
                onClick={() => setOpen({ kind: 'bulk', contactIds: [...selection.ids] })}
              >
                {translate('bulk.title')}
              </Button>
            )
          }
        />
      </Layouts.Content>
      {open?.kind === 'new' && <ContactDialog contact={null} onSaved={onSaved} onClose={close} />}
      {open?.kind === 'edit' && <ContactDialog contact={open.contact} onSaved={onSaved} onClose={close} />}
      {open?.kind === 'delete' && <DeleteContactDialog contact={open.contact} onDeleted={reload} onClose={close} />}
      {open?.kind === 'access' && <AccessDialog contactId={open.contact.documentId} onClose={close} />}
      {open?.kind === 'bulk' && <BulkDialog contactIds={open.contactIds} onClose={close} />}
    </Page.Main>
  );
};
