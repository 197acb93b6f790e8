import * as React from 'react';
import { Checkbox, Flex, IconButton } from '@strapi/design-system';
import { Key, Pencil, Trash } from '@strapi/icons';
import { contactSortFields, type Contact, type ContactSortField } from '../../../../contract/contacts';
import { AccessBadge } from '../../kernel/AccessBadge';
import { Day, ListTable, Phone, Text, type Column } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { fullName } from './contactName';
import type { ContactsQuery } from './query';
import type { ContactSelection } from './useSelection';

/** What the reader may do with a row; null where they may not. */
export interface RowActions {
  edit: ((contact: Contact) => void) | null;
  remove: ((contact: Contact) => void) | null;
  access: ((contact: Contact) => void) | null;
}

interface ContactsTableProps {
  contacts: readonly Contact[];
  query: ContactsQuery;
  sortBy: (field: ContactSortField) => void;
  selection: ContactSelection;
  actions: RowActions;
}

/** A national number on one line. */
const numberWidth = '10.2rem';

const cells: Record<ContactSortField, (contact: Contact) => React.ReactNode> = {
  updatedAt: ({ updatedAt }) => <Day at={updatedAt} />,
  lastName: ({ lastName }) => <Text>{lastName}</Text>,
  firstName: ({ firstName }) => <Text>{firstName}</Text>,
  company: ({ company }) => <Text>{company?.name ?? null}</Text>,
  email: ({ email }) => <Text maxWidth="clamp(11rem, 10vw, 24rem)">{email}</Text>,
  phone: ({ phone, numbers }) => <Phone typed={phone} number={numbers.phone} minWidth={numberWidth} />,
  directLine: ({ directLine, numbers }) => (
    <Phone typed={directLine} number={numbers.directLine} minWidth={numberWidth} />
  ),
  mobile: ({ mobile, numbers }) => <Phone typed={mobile} number={numbers.mobile} minWidth={numberWidth} />,
};

/** The address book's table (O2): Maj, Nom, Prénom, Entreprise, Email, Téléphone, Ligne directe, Mobile, Accès invité. */
export const ContactsTable = ({ contacts, query, sortBy, selection, actions }: ContactsTableProps) => {
  const translate = useTranslate();
  const { edit, remove, access } = actions;
  const pageIds = contacts.map(({ documentId }) => documentId);
  const ticked = pageIds.filter((id) => selection.ids.has(id)).length;
  const columns: Column<Contact, ContactSortField>[] = [
    {
      header: {
        name: 'selection',
        node: (
          <Checkbox
            aria-label={translate('contacts.selectPage')}
            checked={ticked === 0 ? false : ticked === pageIds.length ? true : 'indeterminate'}
            onCheckedChange={(checked) => selection.setMany(pageIds, checked !== false)}
          />
        ),
      },
      cell: (contact) => (
        <Checkbox
          aria-label={translate('contacts.select', { name: fullName(contact) })}
          checked={selection.ids.has(contact.documentId)}
          onCheckedChange={() => selection.toggle(contact.documentId)}
        />
      ),
    },
    ...contactSortFields.map((field) => ({
      header: translate(`contacts.${field}`),
      sort: field,
      cell: cells[field],
    })),
    ...(access === null
      ? []
      : [
          {
            header: translate('access.action'),
            cell: (contact: Contact) => (
              <Flex gap={2} justifyContent="space-between">
                {contact.accessState !== null && <AccessBadge state={contact.accessState} />}
                <IconButton
                  label={translate('access.actionFor', { name: fullName(contact) })}
                  onClick={() => access(contact)}
                >
                  <Key aria-hidden />
                </IconButton>
              </Flex>
            ),
          },
        ]),
    {
      header: translate('contacts.actions'),
      isHeaderHidden: true,
      cell: (contact) => (
        <Flex gap={1} justifyContent="flex-end">
          {edit !== null && (
            <IconButton
              variant="ghost"
              label={translate('contacts.edit', { name: fullName(contact) })}
              onClick={() => edit(contact)}
            >
              <Pencil aria-hidden />
            </IconButton>
          )}
          {remove !== null && (
            <IconButton
              variant="ghost"
              label={translate('contacts.delete', { name: fullName(contact) })}
              onClick={() => remove(contact)}
            >
              <Trash aria-hidden />
            </IconButton>
          )}
        </Flex>
      ),
    },
  ];
  return (
    <ListTable
      label={translate('contacts.title')}
      rows={contacts}
      keyOf={({ documentId }) => documentId}
      columns={columns}
      sorting={{ query, sortBy }}
    />
  );
};
