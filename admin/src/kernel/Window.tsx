import * as React from 'react';
import { Modal } from '@strapi/design-system';
import { Confirm } from './Confirm';
import { useTranslate } from './translate';
import { useFocusReturn } from './useFocusReturn';

interface WindowProps {
  title: string;
  /** Whether something was changed that closing would lose. */
  isDirty?: boolean;
  onClose: () => void;
  /** The buttons; `close` asks first where something would be lost. */
  footer: (close: () => void) => React.ReactNode;
  children: React.ReactNode;
}

/** A window over the page. Rendered only while open; as it closes the focus goes back to where it was. */
export const Window = ({ title, isDirty = false, onClose, footer, children }: WindowProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  const [isLeaving, setLeaving] = React.useState(false);
  const close = () => (isDirty ? setLeaving(true) : onClose());
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={translate('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
        <Modal.Footer>{footer(close)}</Modal.Footer>
        <Confirm
          open={isLeaving}
          title={translate('access.leaveTitle')}
          confirmLabel={translate('access.leave')}
          onClose={() => setLeaving(false)}
          onConfirm={onClose}
        >
          {translate('contacts.leaveQuestion')}
        </Confirm>
      </Modal.Content>
    </Modal.Root>
  );
};
