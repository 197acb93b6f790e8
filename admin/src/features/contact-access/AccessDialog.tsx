import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { ApiError } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useAllowed } from '../../kernel/permissions';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { Loading } from '../../kernel/ui/LoadedView';
import { Notice } from '../../kernel/ui/Notice';
import { AccessForm } from './AccessForm';
import { useAccessDialog } from './useAccessDialog';

interface AccessDialogProps {
  contactId: string;
  onClose: () => void;
}

/** "Modifier l'accès invité d'un contact" (O4). Rendered only while open. */
export const AccessDialog = ({ contactId, onClose }: AccessDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const { may } = useAllowed();
  const model = useAccessDialog(contactId, may('access.manage'));
  const [isDeleting, setDeleting] = React.useState(false);
  const { access, choices, draft, error, task, isDirty } = model;

  const isConflict = error instanceof ApiError && error.code === 'conflict';
  const save = async () => {
    if (await model.save()) toggleNotification({ type: 'success', message: translate('access.saved') });
  };
  const remove = async () => {
    if (!(await model.remove())) return;
    toggleNotification({ type: 'success', message: translate('access.deleted') });
    onClose();
  };
  const buttons = (close: () => void) => (
    <>
      <Flex gap={2}>
        {may('access.manage') && access !== null && access.version > 0 && (
          <Button
            type="button"
            variant="danger-light"
            loading={task === 'delete'}
            disabled={task !== null}
            onClick={() => setDeleting(true)}
          >
            {translate('access.delete')}
          </Button>
        )}
      </Flex>
      <Flex gap={2} wrap="wrap" justifyContent="flex-end">
        {isDirty && (
          <Typography variant="pi" textColor="neutral800" role="status">
            {translate('access.unsaved')}
          </Typography>
        )}
        <Button type="button" variant="tertiary" onClick={close}>
          {translate('action.close')}
        </Button>
        {may('access.manage') && (
          <Button
            type="button"
            loading={task === 'save'}
            disabled={task !== null || access === null || (!isDirty && access.version > 0)}
            onClick={() => void save()}
          >
            {translate('action.save')}
          </Button>
        )}
      </Flex>
    </>
  );

  return (
    <Modal title={translate('access.title')} isWide onClose={onClose}>
      <ModalPart isDirty={isDirty} footer={buttons}>
        <Flex direction="column" alignItems="stretch" gap={5} aria-busy={task !== null}>
          {error !== null && (
            <Notice
              action={isConflict || access === null ? { label: translate('action.reload'), run: model.reload } : null}
            >
              {errorMessage(error)}
            </Notice>
          )}
          {access !== null && choices !== null && draft !== null ? (
            <AccessForm access={access} choices={choices} draft={draft} model={model} may={may} />
          ) : (
            task === 'load' && <Loading />
          )}
        </Flex>
      </ModalPart>
      {isDeleting && (
        <ConfirmDialog
          title={translate('access.deleteTitle')}
          confirmLabel={translate('access.delete')}
          onClose={() => setDeleting(false)}
          onConfirm={() => void remove()}
        >
          {translate('access.deleteQuestion')}
        </ConfirmDialog>
      )}
    </Modal>
  );
};
