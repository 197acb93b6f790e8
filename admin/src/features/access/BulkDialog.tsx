import * as React from 'react';
import { Button, Flex, Loader, Modal, Typography } from '@strapi/design-system';
import { useErrorMessage } from '../../kernel/errors';
import { useLanguage } from '../../kernel/language';
import { useLoaded } from '../../kernel/loaded';
import { Notice } from '../../kernel/Notice';
import { useTranslate } from '../../kernel/translate';
import { useFocusReturn } from '../../kernel/useFocusReturn';
import { BulkProgressView } from './BulkProgressView';
import { loadChoices } from './choices';
import { grantsSomething, noGrants, type GrantsDraft } from '../../kernel/grants';
import { GrantsFields } from './GrantsFields';
import { useBulk } from './useBulk';

interface BulkDialogProps {
  contactIds: readonly string[];
  onClose: () => void;
}

/** "Créer un accès invité" on a selection of contacts (O3). Rendered only while open. */
export const BulkDialog = ({ contactIds, onClose }: BulkDialogProps) => {
  const translate = useTranslate();
  const returnFocus = useFocusReturn();
  const errorMessage = useErrorMessage();
  const language = useLanguage();
  const choices = useLoaded(React.useCallback((signal: AbortSignal) => loadChoices(language, signal), [language]));
  const [draft, setDraft] = React.useState<GrantsDraft>(noGrants);
  const { phase, progress, error, start, stop } = useBulk(contactIds);
  const failure = error ?? choices.error;
  // While it runs the dialog stays: leaving would look like stopping.
  const close = () => phase !== 'running' && onClose();

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content aria-describedby={undefined} onCloseAutoFocus={returnFocus}>
        <Modal.Header closeLabel={translate('action.close')}>
          <Modal.Title>{translate('bulk.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {failure !== null && (
            <Notice
              text={errorMessage(failure)}
              action={choices.error === null ? null : { label: translate('action.reload'), run: choices.reload }}
            />
          )}
          {phase !== 'choosing' ? (
            <BulkProgressView progress={progress} isRunning={phase === 'running'} />
          ) : choices.value === null ? (
            choices.isLoading && (
              <Flex justifyContent="center" padding={8}>
                <Loader>{translate('loading')}</Loader>
              </Flex>
            )
          ) : (
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Typography>{translate('bulk.explanation', { count: contactIds.length })}</Typography>
              <GrantsFields choices={choices.value} draft={draft} onChange={setDraft} />
            </Flex>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={close} disabled={phase === 'running'}>
            {translate(phase === 'finished' ? 'action.close' : 'action.cancel')}
          </Button>
          {phase === 'choosing' && (
            <Button
              type="button"
              disabled={choices.value === null || !grantsSomething(draft)}
              onClick={() => void start(draft)}
            >
              {translate('bulk.start', { count: contactIds.length })}
            </Button>
          )}
          {phase === 'running' && (
            <Button type="button" variant="danger-light" onClick={stop}>
              {translate('bulk.stop')}
            </Button>
          )}
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
