import { useNotification } from '@strapi/strapi/admin';
import type { Contact } from '../../../../contract/contacts';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { fullName } from '../../kernel/fullName';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';

interface DeleteContactDialogProps {
  contact: Contact;
  onClose: () => void;
}

/** Asks before a contact, and with it their access, is deleted. Rendered only while open. */
export const DeleteContactDialog = ({ contact, onClose }: DeleteContactDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const remove = async () => {
    try {
      await callApi('DeleteContact', { params: { contactId: contact.documentId } });
      toggleNotification({ type: 'success', message: translate('contacts.deleted', { name: fullName(contact) }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
  };
  return (
    <ConfirmDialog
      title={translate('contacts.deleteTitle')}
      confirmLabel={translate('contacts.deleteConfirm')}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      {translate('contacts.deleteQuestion', { name: fullName(contact) })}
    </ConfirmDialog>
  );
};
