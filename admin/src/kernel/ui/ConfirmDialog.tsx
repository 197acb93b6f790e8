import * as React from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTranslate } from '../translate';
import { useFocusReturn } from './useFocusReturn';

interface ConfirmDialogProps {
  title: string;
  /** What the button says that does it. */
  confirmLabel: string;
  onConfirm: () => void;
  /** Called after either button, and on Escape. */
  onClose: () => void;
  children: React.ReactNode;
}

/**
 * Asks before something that is not easily undone. Rendered only while open. It looks as Strapi's `ConfirmDialog`, which
 * does not let the focus go back to what opened it.
 */
export const ConfirmDialog = ({ title, confirmLabel, onConfirm, onClose, children }: ConfirmDialogProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content onCloseAutoFocus={returnFocus}>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle aria-hidden fill="danger600" width="2.4rem" height="2.4rem" />}>
          {children}
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button type="button" variant="tertiary" fullWidth>
              {translate('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button type="button" variant="danger-light" fullWidth onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
