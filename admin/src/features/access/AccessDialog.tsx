import * as React from 'react';
import { Box, Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { ApiError } from '../../kernel/api';
import { Confirm } from '../../kernel/Confirm';
import { useErrorMessage } from '../../kernel/errors';
import { useLanguage } from '../../kernel/language';
import { useAllowed } from '../../kernel/permissions';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import { useFocusReturn } from '../../kernel/useFocusReturn';
import { AccessForm } from './AccessForm';

import { useAccessDialog } from './useAccessDialog';

interface AccessDialogProps {
  contactId: string;
  onClose: () => void;
}

/** "Modifier l'accès invité d'un contact" (O4). Rendered only while open. */
export const AccessDialog = ({ contactId, onClose }: AccessDialogProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const { may } = useAllowed();
  const model = useAccessDialog(contactId, useLanguage(), may('access.manage'));
  const [question, ask] = React.useState<'leave' | 'delete' | null>(null);
  const { access, choices, draft, error, task, isDirty } = model;

  const close = () => (isDirty ? ask('leave') : onClose());
  const isConflict = error instanceof ApiError && error.code === 'conflict';
  const save = async () => {
    if (await model.save()) toggleNotification({ type: 'success', message: translate('access.saved') });
  };
  const remove = async () => {
    if (!(await model.remove())) return;
    toggleNotification({ type: 'success', message: translate('access.deleted') });
    onClose();
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={translate('action.close')}>
          <Modal.Title>{translate('access.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Box aria-busy={task !== null}>
            {error !== null && (
              <Notice
                text={errorMessage(error)}
                action={isConflict || access === null ? { label: translate('action.reload'), run: model.reload } : null}
              />
            )}
            {access !== null && choices !== null && draft !== null ? (
              <AccessForm access={access} choices={choices} draft={draft} model={model} may={may} />
            ) : (
              task === 'load' && (
                <Flex justifyContent="center" padding={8}>
                  <Loader>{translate('loading')}</Loader>
                </Flex>
              )
            )}
          </Box>
        </Modal.Body>
        <Modal.Footer>
          <Flex gap={2}>
            {may('access.manage') && access !== null && access.version > 0 && (
              <Button
                type="button"
                variant="danger-light"
                loading={task === 'delete'}
                disabled={task !== null}
                onClick={() => ask('delete')}
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
        </Modal.Footer>
        <Confirm
          open={question === 'leave'}
          title={translate('access.leaveTitle')}
          confirmLabel={translate('access.leave')}
          onClose={() => ask(null)}
          onConfirm={onClose}
        >
          {translate('access.leaveQuestion')}
        </Confirm>
        <Confirm
          open={question === 'delete'}
          title={translate('access.deleteTitle')}
          confirmLabel={translate('access.delete')}
          onClose={() => ask(null)}
          onConfirm={() => void remove()}
        >
          {translate('access.deleteQuestion')}
        </Confirm>
      </Modal.Content>
    </Modal.Root>
  );
};
