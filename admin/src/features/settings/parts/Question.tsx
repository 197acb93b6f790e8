import { Button, Dialog } from '@strapi/design-system';
import { WarningCircle } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { useFocusReturn } from '../../../kernel/useFocusReturn';

interface Props {
  title: string;
  /** What the button says that does it. */
  confirmLabel: string;
  onConfirm: () => void;
  onClose: () => void;
  children: string;
}

/** Asks before something goes. */
export const Question = ({ title, confirmLabel, onConfirm, onClose, children }: Props) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Content onCloseAutoFocus={returnFocus}>
        <Dialog.Header>{title}</Dialog.Header>
        <Dialog.Body icon={<WarningCircle fill="danger600" />}>{children}</Dialog.Body>
        <Dialog.Footer>
          <Dialog.Cancel>
            <Button fullWidth variant="tertiary">
              {translate('settings.cancel')}
            </Button>
          </Dialog.Cancel>
          <Dialog.Action>
            <Button fullWidth variant="danger-light" onClick={onConfirm}>
              {confirmLabel}
            </Button>
          </Dialog.Action>
        </Dialog.Footer>
      </Dialog.Content>
    </Dialog.Root>
  );
};
