import * as React from 'react';
import { Button, Flex, Modal } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../../../kernel/translate';
import { useFocusReturn } from '../../../kernel/useFocusReturn';
import { useSite } from '../site';
import { Question } from './Question';

const Form = styled.form`
  display: flex;
  flex-direction: column;
  min-height: 0;
`;

interface Props {
  title: string;
  /** Whether something was changed that closing would lose. */
  isChanged: boolean;
  onFinish: () => void;
  onClose: () => void;
  children: React.ReactNode;
}

/** The window in which one entry is edited. It asks before it drops changes. */
export const EditorModal = ({ title, isChanged, onFinish, onClose, children }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const [isLeaving, setLeaving] = React.useState(false);
  const returnFocus = useFocusReturn();
  const form = React.useRef<HTMLFormElement>(null);
  const focusFirstField = (event: Event) => {
    const field = form.current?.querySelector<HTMLElement>('input:not([disabled])');
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  const leave = () => (isChanged ? setLeaving(true) : onClose());
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    // The window stands inside the page's own form, as React sees it.
    event.stopPropagation();
    onFinish();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && leave()}>
      <Modal.Content aria-describedby={undefined} onOpenAutoFocus={focusFirstField} onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={translate('settings.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Form ref={form} noValidate onSubmit={submit}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={6}>
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={leave}>
              {translate(mayEdit ? 'settings.cancel' : 'settings.close')}
            </Button>
            {mayEdit && <Button type="submit">{translate('settings.finish')}</Button>}
          </Modal.Footer>
        </Form>
        {isLeaving && (
          <Question
            title={translate('settings.discard.title')}
            confirmLabel={translate('settings.discard.confirm')}
            onConfirm={onClose}
            onClose={() => setLeaving(false)}
          >
            {translate('settings.discard')}
          </Question>
        )}
      </Modal.Content>
    </Modal.Root>
  );
};
