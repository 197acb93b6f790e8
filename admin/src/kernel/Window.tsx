import * as React from 'react';
import { Modal } from '@strapi/design-system';
import { Confirm } from './Confirm';
import { useTranslate } from './translate';
import { useFocusReturn } from './useFocusReturn';

interface Closing {
  close: () => void;
  /** Whether something was changed that closing would lose. */
  dirty: { current: boolean };
}

const ClosingContext = React.createContext<Closing>({ close: () => undefined, dirty: { current: false } });

interface WindowProps {
  title: string;
  onClose: () => void;
  /** One `WindowPart`. */
  children: React.ReactNode;
}

/**
 * A window over the page. Rendered only while open. The focus begins in its first field, and goes back to where it was as
 * it closes; changes are not dropped without a question.
 */
export const Window = ({ title, onClose, children }: WindowProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  const [isLeaving, setLeaving] = React.useState(false);
  const dirty = React.useRef(false);
  const content = React.useRef<HTMLDivElement>(null);
  const close = () => (dirty.current ? setLeaving(true) : onClose());
  const focusFirstField = (event: Event) => {
    const field = content.current?.querySelector<HTMLElement>('input:not([disabled], [readonly])');
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content
        ref={content}
        aria-describedby={undefined}
        onOpenAutoFocus={focusFirstField}
        onCloseAutoFocus={returnFocus}
      >
        <Modal.Header closeLabel={translate('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <ClosingContext.Provider value={{ close, dirty }}>{children}</ClosingContext.Provider>
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

interface WindowPartProps {
  isDirty?: boolean;
  /** The buttons; `close` asks first where something would be lost. */
  footer: (close: () => void) => React.ReactNode;
  children: React.ReactNode;
}

/** What stands in a window now, and the buttons below it. */
export const WindowPart = ({ isDirty = false, footer, children }: WindowPartProps) => {
  const { close, dirty } = React.useContext(ClosingContext);
  React.useEffect(() => {
    dirty.current = isDirty;
    return () => {
      dirty.current = false;
    };
  }, [dirty, isDirty]);
  return (
    <>
      <Modal.Body>{children}</Modal.Body>
      <Modal.Footer>{footer(close)}</Modal.Footer>
    </>
  );
};
