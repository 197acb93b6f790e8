import * as React from 'react';
import { Button } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { accessStates } from '../../../../contract/contact-access';
import type { Contact } from '../../../../contract/contacts';
import type { Permission } from '../../../../contract/routes';
import { callApi } from '../../kernel/api';
import { fullName } from '../../kernel/fullName';
import {
  FilterSelect,
  ImportLink,
  ListFrame,
  ListPage,
  Pages,
  SelectionBar,
  useListQuery,
  usePages,
  useSelection,
} from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { useData } from '../../kernel/useData';
import { BulkDialog, mayAny, NewestBulk } from '../bulk-access';
import { AccessDialog } from '../contact-access';
import { DuplicatesLink, mayMerge, MergeContactsDialog } from '../duplicates';
import { CompanyFilter } from './CompanyFilter';
import { ContactDialog } from './ContactDialog';
import { ContactsTable } from './ContactsTable';
import { DeleteContactDialog } from './DeleteContactDialog';
import { filterOf, isFiltered, listOf, noFilter, readQuery, writeQuery } from './query';

/** The dialog that is open; one at a time. */
type Open =
  | { kind: 'new' }
  | { kind: 'edit' | 'delete' | 'access'; contact: Contact }
  | { kind: 'merge'; contactIds: readonly [string, string] }
  | { kind: 'bulk'; contactIds: readonly string[]; jobId: null }
  | { kind: 'bulk'; contactIds: null; jobId: string }
  | null;

/** The page *Contacts* (O2, O3). */
export const ContactsPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const { query, narrow, clear, sortBy, toPage } = useListQuery({ read: readQuery, write: writeQuery, noFilter });
  const page = usePages(useData('ListContacts', { query: { ...query } }), { query, toPage });
  const filter = filterOf(query);
  const selection = useSelection(filter, async () => {
    const { contactIds: ids, total } = await callApi('ListContactIds', { query: { ...filter } });
    return { ids, total };
  });
  const [open, setOpen] = React.useState<Open>(null);
  const close = () => setOpen(null);

  const onSaved = (contact: Contact) => {
    toggleNotification({ type: 'success', message: translate('contacts.saved', { name: fullName(contact) }) });
    close();
  };
  const openOn = (kind: 'edit' | 'delete' | 'access') => (contact: Contact) => setOpen({ kind, contact });
  const create = may('contacts.create')
    ? { label: translate('contacts.add'), run: () => setOpen({ kind: 'new' }) }
    : null;
  const [one, other, ...rest] = selection.ids;
  const onClear = isFiltered(query) ? clear : null;

  return (
    <ListPage
      title={translate('contacts.title')}
      count={page.value ? translate('contacts.count', { count: page.value.pagination.total }) : undefined}
      create={create}
      actions={
        <>
          {mayMerge(may) && <DuplicatesLink />}
          {may('contacts.create') && <ImportLink />}
        </>
      }
      exported={{ endpoint: 'ExportContacts', query: listOf(query), name: translate('contacts.file') }}
      search={{ text: query.q, label: translate('contacts.search'), run: (q) => narrow({ q }, true) }}
      onClear={onClear}
      filters={
        <>
          <CompanyFilter companyId={query.company} onChange={(company) => narrow({ company })} />
          {may('access.read') && (
            <FilterSelect
              label={translate('contacts.filterAccess')}
              values={accessStates}
              value={query.access}
              nameOf={(state) => translate(`access.state.${state}`)}
              onChange={(access) => narrow({ access })}
            />
          )}
          <FilterSelect
            label={translate('contacts.filterEmail')}
            values={['true', 'false'] as const}
            value={query.hasEmail === undefined ? undefined : query.hasEmail ? 'true' : 'false'}
            nameOf={(value) => translate(value === 'true' ? 'contacts.withEmail' : 'contacts.withoutEmail')}
            onChange={(value) => narrow({ hasEmail: value && value === 'true' })}
          />
        </>
      }
    >
      {mayAny(may) && <NewestBulk onOpen={(jobId) => setOpen({ kind: 'bulk', contactIds: null, jobId })} />}
      <ListFrame
        page={page}
        isEmpty={({ contacts }) => contacts.length === 0}
        emptyText={translate(onClear ? 'contacts.nothingFound' : 'contacts.empty')}
        onClear={onClear}
        create={create}
      >
        {({ contacts, pagination }) => (
          <>
            <ContactsTable
              contacts={contacts}
              query={query}
              sortBy={sortBy}
              selection={selection}
              actions={{
                edit: may('contacts.update') ? openOn('edit') : null,
                remove: may('contacts.delete') ? openOn('delete') : null,
                access: may('access.read') ? openOn('access') : null,
              }}
            />
            <SelectionBar selection={selection} of="contacts" total={pagination.total}>
              {mayAny(may) && (
                <Button
                  size="S"
                  disabled={selection.ids.size === 0}
                  onClick={() => setOpen({ kind: 'bulk', contactIds: [...selection.ids], jobId: null })}
                >
                  {translate('bulk.title')}
                </Button>
              )}
              {mayMerge(may) && one !== undefined && other !== undefined && rest.length === 0 && (
                <Button
                  size="S"
                  variant="tertiary"
                  onClick={() => setOpen({ kind: 'merge', contactIds: [one, other] })}
                >
                  {translate('duplicates.merge')}
                </Button>
              )}
            </SelectionBar>
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {open?.kind === 'new' && <ContactDialog contact={null} onSaved={onSaved} onClose={close} />}
      {open?.kind === 'edit' && <ContactDialog contact={open.contact} onSaved={onSaved} onClose={close} />}
      {open?.kind === 'delete' && <DeleteContactDialog contact={open.contact} onClose={close} />}
      {open?.kind === 'access' && <AccessDialog contactId={open.contact.documentId} onClose={close} />}
      {open?.kind === 'merge' && <MergeContactsDialog contactIds={open.contactIds} onClose={close} />}
      {open?.kind === 'bulk' && (
        <BulkDialog contactIds={open.contactIds} jobId={open.jobId} may={may} onClose={close} />
      )}
    </ListPage>
  );
};
