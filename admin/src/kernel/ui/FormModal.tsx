import * as React from 'react';
import { Button, Flex, Modal as DesignSystemModal } from '@strapi/design-system';
import { ApiError } from '../apiError';
import { useErrorMessage } from '../errors';
import { focusFirstError } from '../strapi/fieldError';
import { useTranslate } from '../translate';
import { ConfirmDialog } from './ConfirmDialog';
import { FieldsDisabled } from './fields';
import { Notice } from './Notice';
import { useFocusReturn } from './useFocusReturn';

interface Closing {
  close: () => void;
  /** Whether something was changed that closing would lose. */
  dirty: { current: boolean };
}

const ClosingContext = React.createContext<Closing>({ close: () => undefined, dirty: { current: false } });

interface ModalProps {
  title: string;
  /** Whether it takes what a wide screen has: for two columns. */
  isWide?: boolean;
  onClose: () => void;
  children: React.ReactNode;
}

/**
 * A window over the page, for one `ModalPart`. Rendered only while open. The focus begins in its first field, and goes back
 * to where it was as it closes; changes are not dropped without a question.
 */
export const Modal = ({ title, isWide = false, onClose, children }: ModalProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  const [isLeaving, setLeaving] = React.useState(false);
  const dirty = React.useRef(false);
  const content = React.useRef<HTMLDivElement>(null);
  const close = () => (dirty.current ? setLeaving(true) : onClose());
  const focusFirstField = (event: Event) => {
    const field = content.current?.querySelector<HTMLElement>('form input:not([disabled], [readonly])');
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <DesignSystemModal.Root open onOpenChange={(open) => !open && close()}>
      <DesignSystemModal.Content
        ref={content}
        style={isWide ? { maxWidth: '124rem' } : undefined}
        aria-describedby={undefined}
        onOpenAutoFocus={focusFirstField}
        onCloseAutoFocus={returnFocus}
      >
        <DesignSystemModal.Header closeLabel={translate('action.close')}>
          <DesignSystemModal.Title>{title}</DesignSystemModal.Title>
        </DesignSystemModal.Header>
        <ClosingContext.Provider value={{ close, dirty }}>{children}</ClosingContext.Provider>
        {isLeaving && (
          <ConfirmDialog
            title={translate('leave.title')}
            confirmLabel={translate('leave.confirm')}
            onClose={() => setLeaving(false)}
            onConfirm={onClose}
          >
            {translate('leave.question')}
          </ConfirmDialog>
        )}
      </DesignSystemModal.Content>
    </DesignSystemModal.Root>
  );
};

interface ModalPartProps {
  isDirty?: boolean;
  /** The buttons; `close` asks first where something would be lost. "Close" alone where they are left out. */
  footer?: (close: () => void) => React.ReactNode;
  children: React.ReactNode;
}

/** What stands in a modal now, and the buttons below it. */
export const ModalPart = ({ isDirty = false, footer, children }: ModalPartProps) => {
  const translate = useTranslate();
  const { close, dirty } = React.useContext(ClosingContext);
  React.useEffect(() => {
    dirty.current = isDirty;
    return () => {
      dirty.current = false;
    };
  }, [dirty, isDirty]);
  return (
    <>
      <DesignSystemModal.Body>{children}</DesignSystemModal.Body>
      <DesignSystemModal.Footer justifyContent={footer ? 'space-between' : 'flex-end'}>
        {footer?.(close) ?? (
          <Button type="button" variant="tertiary" onClick={close}>
            {translate('action.close')}
          </Button>
        )}
      </DesignSystemModal.Footer>
    </>
  );
};

/** What a modal has to know of a form; `useForm` gives it. */
export interface SubmittedForm {
  isDirty: boolean;
  isSubmitting: boolean;
  /** Why the last attempt failed as a whole, or null. */
  error: unknown;
  /** Goes up with each attempt that was refused. */
  refusals: number;
  submit: () => Promise<void>;
}

interface FormPartProps {
  form: SubmittedForm;
  /** Whether the reader may submit it; otherwise its fields can only be read. */
  isEditable?: boolean;
  submitLabel?: string;
  /** What the failure is called where the server has newer values (`conflict`), and how to take those. */
  conflict?: { text: string; reload: () => void } | null;
  children: React.ReactNode;
}

/** A form in a modal, with what is wrong with it as a whole, and the buttons that leave and submit it. */
export const FormPart = ({ form, isEditable = true, submitLabel, conflict = null, children }: FormPartProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const id = React.useId();
  const element = React.useRef<HTMLFormElement>(null);
  const { error, refusals } = form;
  React.useEffect(() => {
    if (refusals > 0) focusFirstError(element.current);
  }, [refusals]);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    // The window may stand inside a page's own form, as React sees it.
    event.stopPropagation();
    if (isEditable) void form.submit();
  };
  const overtaken = error instanceof ApiError && error.code === 'conflict' ? conflict : null;
  return (
    <ModalPart
      isDirty={isEditable && form.isDirty}
      footer={
        isEditable
          ? (close) => (
              <>
                <Button type="button" variant="tertiary" onClick={close}>
                  {translate('action.cancel')}
                </Button>
                <Button type="submit" form={id} loading={form.isSubmitting}>
                  {submitLabel ?? translate('action.save')}
                </Button>
              </>
            )
          : undefined
      }
    >
      <form id={id} ref={element} noValidate onSubmit={submit}>
        <FieldsDisabled.Provider value={!isEditable}>
          <Flex direction="column" alignItems="stretch" gap={6}>
            {error !== null && (
              <Notice action={overtaken && { label: translate('action.reload'), run: overtaken.reload }}>
                {overtaken?.text ?? errorMessage(error)}
              </Notice>
            )}
            {children}
          </Flex>
        </FieldsDisabled.Provider>
      </form>
    </ModalPart>
  );
};

/** A form in a window of its own. Rendered only while open. */
export const FormModal = ({ title, onClose, ...part }: FormPartProps & Omit<ModalProps, 'children'>) => (
  <Modal title={title} onClose={onClose}>
    <FormPart {...part} />
  </Modal>
);
