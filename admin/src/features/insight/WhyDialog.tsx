import * as React from 'react';
import { Box, Button, Field, Flex, Loader, Modal, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useLoaded } from '../../kernel/loaded';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import { RowField } from './RowField';
import { WhyAnswer } from './WhyAnswer';

export interface WhyDialogProps {
  guestId: string;
  guestName: string;
  /** The content types that guests can be given, and their names. */
  contentTypes: readonly { id: string; label: string }[];
  onClose: () => void;
}

const useExplanation = (guestId: string, contentType: string, documentId: string | null) => {
  const load = React.useCallback(
    async (signal: AbortSignal) =>
      documentId === null
        ? null
        : {
            documentId,
            ...(await callApi('ExplainAccess', { params: { guestId }, query: { contentType, documentId }, signal })),
          },
    [guestId, contentType, documentId]
  );
  return useLoaded(load);
};

/** "Pourquoi ?": why a guest sees a row or does not (N2). Rendered only while open. */
export const WhyDialog = ({ guestId, guestName, contentTypes, onClose }: WhyDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const [contentType, setContentType] = React.useState(contentTypes[0]?.id ?? '');
  const [documentId, choose] = React.useState<string | null>(null);
  const { value, error, isLoading, reload } = useExplanation(guestId, contentType, documentId);
  const nameOf = (uid: string) => contentTypes.find(({ id }) => id === uid)?.label;
  const explanation = value?.documentId === documentId ? value : null;

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content aria-describedby={undefined}>
        <Modal.Header closeLabel={translate('action.close')}>
          <Modal.Title>{translate('insight.why.title', { name: guestName })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="contentType">
              <Field.Label>{translate('insight.why.contentType')}</Field.Label>
              <SingleSelect
                value={contentType}
                onChange={(next) => {
                  setContentType(String(next));
                  choose(null);
                }}
              >
                {contentTypes.map(({ id, label }) => (
                  <SingleSelectOption key={id} value={id}>
                    {label}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            <RowField key={contentType} contentType={contentType} onChoose={choose} />
            {error !== null && (
              <Notice text={errorMessage(error)} action={{ label: translate('action.reload'), run: reload }} />
            )}
            <Box role="status" aria-live="polite" aria-busy={isLoading && documentId !== null}>
              {documentId !== null && isLoading && explanation === null && (
                <Loader small>{translate('loading')}</Loader>
              )}
              {documentId !== null && explanation !== null && <WhyAnswer explanation={explanation} nameOf={nameOf} />}
            </Box>
          </Flex>
        </Modal.Body>
        <Modal.Footer justifyContent="flex-end">
          <Button type="button" variant="tertiary" onClick={onClose}>
            {translate('action.close')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
