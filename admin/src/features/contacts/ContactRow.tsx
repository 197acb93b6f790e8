import * as React from 'react';
import { Checkbox, Flex, IconButton, Td, Tr } from '@strapi/design-system';
import { Pencil, Trash } from '@strapi/icons';
import type { Contact } from '../../../../contract/contacts';
import { Day, Phone, Text } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { fullName } from './contactName';

/** What the reader may do with a row; null where he may not. */
export interface RowActions {
  edit: ((contact: Contact) => void) | null;
  remove: ((contact: Contact) => void) | null;
  /** The cell "Accès invité". */
  access: ((contact: Contact) => React.ReactNode) | null;
}

/** A national number on one line. */
const numberWidth = '10.2rem';

interface ContactRowProps {
  contact: Contact;
  isSelected: boolean;
  onToggle: () => void;
  actions: RowActions;
}

export const ContactRow = ({ contact, isSelected, onToggle, actions }: ContactRowProps) => {
  const translate = useTranslate();
  const name = fullName(contact);
  const { edit, remove, access } = actions;
  return (
    <Tr>
      <Td>
        <Checkbox aria-label={translate('contacts.select', { name })} checked={isSelected} onCheckedChange={onToggle} />
      </Td>
      <Td>
        <Day at={contact.updatedAt} />
      </Td>
      <Td>
        <Text>{contact.lastName}</Text>
      </Td>
      <Td>
        <Text>{contact.firstName}</Text>
      </Td>
      <Td>
        <Text>{contact.company?.name ?? null}</Text>
      </Td>
      <Td>
        <Text maxWidth="clamp(11rem, 10vw, 24rem)">{contact.email}</Text>
      </Td>
      <Td>
        <Phone typed={contact.phone} number={contact.numbers.phone} minWidth={numberWidth} />
      </Td>
      <Td>
        <Phone typed={contact.directLine} number={contact.numbers.directLine} minWidth={numberWidth} />
      </Td>
      <Td>
        <Phone typed={contact.mobile} number={contact.numbers.mobile} minWidth={numberWidth} />
      </Td>
      {access !== null && <Td>{access(contact)}</Td>}
      <Td>
        <Flex gap={1} justifyContent="flex-end">
          {edit !== null && (
            <IconButton variant="ghost" label={translate('contacts.edit', { name })} onClick={() => edit(contact)}>
              <Pencil aria-hidden />
            </IconButton>
          )}
          {remove !== null && (
            <IconButton variant="ghost" label={translate('contacts.delete', { name })} onClick={() => remove(contact)}>
              <Trash aria-hidden />
            </IconButton>
          )}
        </Flex>
      </Td>
    </Tr>
  );
};
