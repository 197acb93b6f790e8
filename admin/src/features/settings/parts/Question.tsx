import { Dialog } from '@strapi/design-system';
import { ConfirmDialog } from '@strapi/strapi/admin';

interface Props {
  title: string;
  onConfirm: () => void;
  onClose: () => void;
  children: string;
}

/** Asks before an entry goes, or before a switch takes something with it. */
export const Question = ({ title, onConfirm, onClose, children }: Props) => (
  <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
    <ConfirmDialog title={title} onConfirm={onConfirm}>
      {children}
    </ConfirmDialog>
  </Dialog.Root>
);
