import * as React from 'react';
import type { Permission } from '../../../../contract/routes';
import type { InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { useForm, wordsBy } from '../../kernel/form/useForm';
import { useTranslate } from '../../kernel/translate';
import { FormPart, Modal, ModalPart } from '../../kernel/ui/FormModal';
import { GrantsSection } from '../contact-access';
import { invitationFault, invitationFields, invitationOf, newInvitation } from './draft';
import { InvitationFields } from './InvitationFields';
import { LinkField } from './LinkField';

interface Created {
  link: InvitationLink;
  url: string;
}

/** The form of a new link. */
const useInvitationForm = (onCreated: (created: Created) => void) =>
  useForm({
    initial: newInvitation,
    check: (draft) => invitationOf(draft, new Date()),
    send: async (body) => onCreated(await callApi('CreateInvitationLink', { body })),
    fields: invitationFields,
    wordsOf: wordsBy(invitationFault),
  });

interface InvitationDialogProps {
  may: (permission: Permission) => boolean;
  onClose: () => void;
}

/** "Créer un lien d'invitation" (P3), and then the link. Rendered only while open. */
export const InvitationDialog = ({ may, onClose }: InvitationDialogProps) => {
  const translate = useTranslate();
  const [created, setCreated] = React.useState<Created | null>(null);
  const form = useInvitationForm(setCreated);
  return (
    <Modal
      title={translate(created === null ? 'invitations.createTitle' : 'invitations.createdTitle')}
      onClose={onClose}
    >
      {created !== null ? (
        <ModalPart>
          <LinkField {...created} />
        </ModalPart>
      ) : (
        <FormPart form={form} submitLabel={translate('invitations.createConfirm')}>
          <InvitationFields form={form} />
          {form.values.asGuests && may('access.read') && (
            <GrantsSection draft={form.values} onChange={form.change} disabled={!may('access.manage')} />
          )}
        </FormPart>
      )}
    </Modal>
  );
};
