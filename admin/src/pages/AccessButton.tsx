import { Flex, IconButton } from '@strapi/design-system';
import { Key } from '@strapi/icons';
import type { Contact } from '../../../contract/contacts';
import { AccessBadge } from '../kernel/AccessBadge';
import { fullName } from '../features/contacts';
import { useTranslate } from '../kernel/translate';

interface AccessButtonProps {
  contact: Contact;
  onOpen: () => void;
}

/** The cell "Accès invité": the state of the access, and the button that opens its dialog. */
export const AccessButton = ({ contact, onOpen }: AccessButtonProps) => {
  const translate = useTranslate();
  return (
    <Flex gap={2} justifyContent="space-between">
      {contact.accessState !== null && <AccessBadge state={contact.accessState} />}
      <IconButton label={translate('access.actionFor', { name: fullName(contact) })} onClick={onOpen}>
        <Key aria-hidden />
      </IconButton>
    </Flex>
  );
};
