import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

interface ModalProps {
  readonly title: string;
  /** Escape; left out where one has to choose. */
  readonly onCancel?: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back. */
export const Modal = ({ title, onCancel, children }: ModalProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // A layout effect: the dialog must be closed while it still stands in the document, else nobody gets the focus back.
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onCancel?.();
      }}
      onKeyDown={(event) => {
        // A browser closes at the second Escape, whatever is said to the first.
        if (event.key === 'Escape' && onCancel === undefined) event.preventDefault();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
};
