import * as React from 'react';
import { Button, Dialog } from '@strapi/design-system';
import { useTranslate } from './translate';
import { useFocusReturn } from './useFocusReturn';

interface QuestionProps {
  title: string;
  children: React.ReactNode;
  confirmLabel: string;
  /** `danger` for what cannot be undone. */
  variant?: 'danger' | 'default';
  onConfirm: () => void;
}

const Question = ({ title, children, confirmLabel, variant = 'danger', onConfirm }: QuestionProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  return (
    <Dialog.Content onCloseAutoFocus={returnFocus}>
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
  );
};

interface ConfirmProps extends QuestionProps {
  open: boolean;
  onClose: () => void;
}

/** Asks before something that is not easily undone. Confirming closes the question. */
export const Confirm = ({ open, onClose, ...question }: ConfirmProps) => (
  <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
    {open && <Question {...question} />}
  </Dialog.Root>
);
