import type { ReactNode } from 'react';
import { useLanguage } from '../language/LanguageProvider';
import { Modal } from './Modal';

interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be undone. */
export const ConfirmDialog = ({
  title,
  children,
  confirmLabel,
  cancelLabel,
  busy,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) => {
  const { t } = useLanguage();
  return (
    <Modal title={title} onCancel={onCancel}>
      {children}
      <div className="actions">
        <button type="button" className="button" onClick={onCancel}>
          {cancelLabel ?? t('cancel')}
        </button>
        <button type="button" className="button danger" disabled={busy} onClick={onConfirm}>
          {confirmLabel}
        </button>
      </div>
    </Modal>
  );
};
