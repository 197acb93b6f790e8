import { Checkbox, Tbody, Th, Thead, Tr } from '@strapi/design-system';
import { contactSortFields, type Contact, type ContactSortField } from '../../../../contract/contacts';
import { DenseTable, PlainHeader, SortHeader } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { ContactRow, type RowActions } from './ContactRow';
import type { ContactsQuery } from './query';
import type { ContactSelection } from './useSelection';

interface ContactsTableProps {
  contacts: readonly Contact[];
  query: ContactsQuery;
  selection: ContactSelection;
  onSort: (field: ContactSortField) => void;
  actions: RowActions;
}

/** The address book's table (O2): Maj, Nom, Prénom, Entreprise, Email, Téléphone, Ligne directe, Mobile, Accès invité. */
export const ContactsTable = ({ contacts, query, selection, onSort, actions }: ContactsTableProps) => {
  const translate = useTranslate();
  const pageIds = contacts.map(({ documentId }) => documentId);
  const ticked = pageIds.filter((id) => selection.ids.has(id)).length;
  const pageState = ticked === 0 ? false : ticked === pageIds.length ? true : 'indeterminate';
  return (
    <DenseTable
      colCount={contactSortFields.length + 3}
      rowCount={contacts.length + 1}
      aria-label={translate('contacts.title')}
    >
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              aria-label={translate('contacts.selectPage')}
              checked={pageState}
              onCheckedChange={(checked) => selection.setMany(pageIds, checked !== false)}
            />
          </Th>
          {contactSortFields.map((field) => (
            <SortHeader
              key={field}
              field={field}
              label={translate(`contacts.${field}`)}
              query={query}
              onSort={onSort}
            />
          ))}
          {actions.access !== null && <PlainHeader>{translate('access.action')}</PlainHeader>}
          <PlainHeader hidden>{translate('contacts.actions')}</PlainHeader>
        </Tr>
      </Thead>
      <Tbody>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.documentId}
            contact={contact}
            isSelected={selection.ids.has(contact.documentId)}
            onToggle={() => selection.toggle(contact.documentId)}
            actions={actions}
          />
        ))}
      </Tbody>
    </DenseTable>
  );
};
