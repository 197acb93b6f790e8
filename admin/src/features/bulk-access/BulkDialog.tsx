import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import type { Permission } from '../../../../contract/routes';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { HintedCheckbox } from '../../kernel/ui/fields';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { Notice } from '../../kernel/ui/Notice';
import { GrantsFields, useChoices } from '../contact-access';
import { BulkReportPart } from './BulkReportPart';
import { bodyOf, newDraft } from './draft';
import { KeysFields } from './KeysFields';

interface ChoosingProps {
  contactIds: readonly string[];
  may: (permission: Permission) => boolean;
  onStarted: (jobId: string) => void;
}

const Choosing = ({ contactIds, may, onStarted }: ChoosingProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const choices = useChoices();
  const [draft, setDraft] = React.useState(() => newDraft(may));
  const [isStarting, setStarting] = React.useState(false);
  const [error, setError] = React.useState<unknown>(null);
  const body = bodyOf(draft, contactIds);

  const start = async () => {
    if (body === null) return;
    setStarting(true);
    setError(null);
    try {
      onStarted((await callApi('StartBulkAccess', { body })).documentId);
    } catch (failure) {
      setError(failure);
      setStarting(false);
    }
  };
  const buttons = (close: () => void) => (
    <>
      <Button type="button" variant="tertiary" onClick={close}>
        {translate('action.cancel')}
      </Button>
      <Button type="button" loading={isStarting} disabled={body === null || isStarting} onClick={() => void start()}>
        {translate('bulk.start', { count: contactIds.length })}
      </Button>
    </>
  );
  return (
    <ModalPart footer={buttons}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {error !== null && <Notice>{errorMessage(error)}</Notice>}
        <Typography>{translate('bulk.explanation', { count: contactIds.length })}</Typography>
        {may('access.manage') && (
          <HintedCheckbox
            name="gives"
            label={translate('bulk.give')}
            hint={translate('bulk.giveHint')}
            checked={draft.gives}
            onChange={(gives) => setDraft({ ...draft, gives })}
          />
        )}
        {draft.gives && (
          <LoadedView loaded={choices}>
            {(offered) => <GrantsFields choices={offered} draft={draft} onChange={setDraft} />}
          </LoadedView>
        )}
        <KeysFields draft={draft} onChange={setDraft} may={may} />
      </Flex>
    </ModalPart>
  );
};

interface BulkDialogProps {
  /** What is chosen; null where an action was begun before. */
  contactIds: readonly string[] | null;
  /** The action whose report is shown; null before it is begun. */
  jobId: string | null;
  may: (permission: Permission) => boolean;
  onClose: () => void;
}

/**
 * "Créer un accès invité" on a selection of contacts (O3): what is to be done, and then how it goes. It goes on without the window,
 * which may be closed at any time. Rendered only while open.
 */
export const BulkDialog = ({ contactIds, jobId, may, onClose }: BulkDialogProps) => {
  const translate = useTranslate();
  const [started, setStarted] = React.useState(jobId);
  return (
    <Modal title={translate('bulk.title')} onClose={onClose}>
      {started === null ? (
        <Choosing contactIds={contactIds ?? []} may={may} onStarted={setStarted} />
      ) : (
        <BulkReportPart jobId={started} />
      )}
    </Modal>
  );
};
