import * as React from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { useTranslate } from './translate';

interface ConfirmProps {
  title: string;
  children: React.ReactNode;
  confirmLabel: string;
  /** `danger` for what cannot be undone. */
  variant?: 'danger' | 'default';
  open: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that is not easily undone. Confirming closes the question. */
export const Confirm = ({
  title,
  children,
  confirmLabel,
  variant = 'danger',
  open,
  onConfirm,
  onClose,
}: ConfirmProps) => {
  const translate = useTranslate();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Content>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body>{children}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button type="button" variant="tertiary" fullWidth>
              {translate('action.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button type="button" variant={variant} fullWidth onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
