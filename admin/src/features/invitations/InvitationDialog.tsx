import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import type { Permission } from '../../../../contract/routes';
import type { InvitationLink } from '../../../../contract/invitations';
import { useErrorMessage } from '../../kernel/errors';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import { Window, WindowPart } from '../../kernel/Window';
import { GrantsSection } from '../access';
import { InvitationFields } from './InvitationFields';
import { LinkField } from './LinkField';
import { useInvitationForm } from './useInvitationForm';

interface InvitationDialogProps {
  may: (permission: Permission) => boolean;
  onCreated: (link: InvitationLink) => void;
  onClose: () => void;
}

/** "Créer un lien d'invitation" (P3), and then the link. Rendered only while open. */
export const InvitationDialog = ({ may, onCreated, onClose }: InvitationDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const formId = React.useId();
  const form = useInvitationForm(onCreated);
  const { created, draft, change } = form;
  return (
    <Window
      title={translate(created === null ? 'invitations.createTitle' : 'invitations.createdTitle')}
      onClose={onClose}
    >
      <WindowPart
        isDirty={created === null && form.isDirty}
        footer={(close) => (
          <>
            <Button type="button" variant="tertiary" onClick={close}>
              {translate(created === null ? 'action.cancel' : 'action.close')}
            </Button>
            {created === null && (
              <Button type="submit" form={formId} loading={form.isSaving}>
                {translate('invitations.createConfirm')}
              </Button>
            )}
          </>
        )}
      >
        {created !== null ? (
          <LinkField {...created} />
        ) : (
          <form
            id={formId}
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              void form.save();
            }}
          >
            {form.error !== null && <Notice text={errorMessage(form.error)} />}
            <Flex direction="column" alignItems="stretch" gap={6}>
              <InvitationFields form={form} />
              {draft.asGuests && may('access.read') && (
                <GrantsSection draft={draft} onChange={change} disabled={form.isSaving || !may('access.manage')} />
              )}
            </Flex>
          </form>
        )}
      </WindowPart>
    </Window>
  );
};
