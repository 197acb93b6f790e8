import { useTranslate } from '../../kernel/translate';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { Why, type WhyProps } from './Why';

export interface WhyDialogProps extends WhyProps {
  guestName: string;
  onClose: () => void;
}

/** "Pourquoi ?" in a window. Rendered only while open. */
export const WhyDialog = ({ guestName, onClose, ...why }: WhyDialogProps) => {
  const translate = useTranslate();
  return (
    <Modal title={translate('insight.why.title', { name: guestName })} onClose={onClose}>
      <ModalPart>
        <Why {...why} />
      </ModalPart>
    </Modal>
  );
};
