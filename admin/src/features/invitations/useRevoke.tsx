import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';

/** Revokes a link after a question. @returns `ask`, and the question to render. */
export const useRevoke = () => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [link, ask] = React.useState<InvitationLink | null>(null);
  const revoke = async ({ documentId, name }: InvitationLink) => {
    try {
      await callApi('RevokeInvitationLink', { params: { linkId: documentId } });
      toggleNotification({ type: 'success', message: translate('invitations.revoked', { name }) });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
  };
  const question = link !== null && (
    <ConfirmDialog
      title={translate('invitations.revokeTitle')}
      confirmLabel={translate('invitations.revoke')}
      onClose={() => ask(null)}
      onConfirm={() => void revoke(link)}
    >
      {translate('invitations.revokeQuestion', { name: link.name })}
    </ConfirmDialog>
  );
  return { ask, question };
};
