import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useErrorMessage } from '../../kernel/errors';
import { grantsSomething, noGrants, type GrantsDraft } from '../../kernel/grants';
import { useTranslate } from '../../kernel/translate';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { Notice } from '../../kernel/ui/Notice';
import { BulkProgressView } from './BulkProgressView';
import { useChoices } from './choices';
import { GrantsFields } from './GrantsFields';
import { useBulk } from './useBulk';

interface BulkDialogProps {
  contactIds: readonly string[];
  onClose: () => void;
}

/** "Créer un accès invité" on a selection of contacts (O3). Rendered only while open. */
export const BulkDialog = ({ contactIds, onClose }: BulkDialogProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const choices = useChoices();
  const [draft, setDraft] = React.useState<GrantsDraft>(noGrants);
  const { phase, progress, error, start, stop } = useBulk(contactIds);
  const buttons = (close: () => void) => (
    <>
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
    </>
  );

  return (
    // While it runs the dialog stays: leaving would look like stopping.
    <Modal title={translate('bulk.title')} onClose={() => phase !== 'running' && onClose()}>
      <ModalPart footer={buttons}>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {error !== null && <Notice>{errorMessage(error)}</Notice>}
          {phase !== 'choosing' ? (
            <BulkProgressView progress={progress} isRunning={phase === 'running'} />
          ) : (
            <LoadedView loaded={choices}>
              {(offered) => (
                <>
                  <Typography>{translate('bulk.explanation', { count: contactIds.length })}</Typography>
                  <GrantsFields choices={offered} draft={draft} onChange={setDraft} />
                </>
              )}
            </LoadedView>
          )}
        </Flex>
      </ModalPart>
    </Modal>
  );
};
