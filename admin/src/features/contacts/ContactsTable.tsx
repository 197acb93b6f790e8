import { Button, Flex, IconButton } from '@strapi/design-system';
import { Key, Pencil, Trash } from '@strapi/icons';
import type { Contact, ContactSortField } from '../../../../contract/contacts';
import { AccessBadge } from '../../kernel/AccessBadge';
import { fullName } from '../../kernel/fullName';
import { Day, ListTable, selectionColumn, type Column, type Selection } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { NameCell, NumbersCell, ReachCell } from './ContactCells';
import type { ContactsQuery } from './query';

const keyOf = ({ documentId }: Contact) => documentId;

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
  selection: Selection;
  actions: RowActions;
}

/**
 * The address book's table (O2): Maj, Nom, Prénom, Entreprise, Email, Téléphone, Ligne directe, Mobile, Accès invité. Two or three
 * of them stand below each other in one column, so that on a screen of 1280 pixels all is read as it is.
 */
export const ContactsTable = ({ contacts, query, sortBy, selection, actions }: ContactsTableProps) => {
  const translate = useTranslate();
  const { edit, remove, access } = actions;
  const sorts = (...fields: ContactSortField[]) => ({
    name: fields.join(' '),
    sorts: fields.map((field) => ({ field, label: translate(`contacts.${field}`) })),
  });
  const columns: Column<Contact, ContactSortField>[] = [
    selectionColumn(translate, { selection, rows: contacts, keyOf, nameOf: fullName, of: 'contacts' }),
    { header: translate('contacts.updatedAt'), sort: 'updatedAt', cell: ({ updatedAt }) => <Day at={updatedAt} /> },
    { header: sorts('lastName', 'firstName'), cell: (contact) => <NameCell contact={contact} /> },
    { header: sorts('company', 'email'), cell: (contact) => <ReachCell contact={contact} /> },
    { header: sorts('phone', 'directLine', 'mobile'), cell: (contact) => <NumbersCell contact={contact} /> },
    ...(access === null
      ? []
      : [
          {
            header: translate('access.action'),
            cell: (contact: Contact) => (
              <Flex direction="column" alignItems="flex-start" gap={1}>
                {contact.accessState !== null && <AccessBadge state={contact.accessState} />}
                <Button
                  size="S"
                  variant="tertiary"
                  startIcon={<Key aria-hidden />}
                  aria-label={translate('access.actionFor', { name: fullName(contact) })}
                  onClick={() => access(contact)}
                >
                  {translate('access.action')}
                </Button>
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
      keyOf={keyOf}
      columns={columns}
      sorting={{ query, sortBy }}
      hasCards
    />
  );
};
