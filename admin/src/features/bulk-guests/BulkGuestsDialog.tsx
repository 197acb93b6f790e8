import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { takesField, type BulkGuestAction } from '../../../../contract/bulk-guests';
import type { Permission } from '../../../../contract/routes';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { today } from '../../kernel/lastDay';
import { useTranslate } from '../../kernel/translate';
import { HintedCheckbox, TextField } from '../../kernel/ui/fields';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { Notice } from '../../kernel/ui/Notice';
import { GrantsSection } from '../contact-access';
import { bodyOf, newDraft } from './actions';
import { BulkGuestsReport } from './BulkGuestsReport';

/** What is to be done with whom; or an action that was begun before. */
export type OnGuests =
  | { action: BulkGuestAction; guestIds: readonly string[]; jobId: null }
  | { action: null; guestIds: null; jobId: string };

interface ChoosingProps {
  action: BulkGuestAction;
  guestIds: readonly string[];
  may: (permission: Permission) => boolean;
  onStarted: (jobId: string) => void;
}

const Choosing = ({ action, guestIds, may, onStarted }: ChoosingProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const [draft, setDraft] = React.useState(() => newDraft(action, may));
  const [isStarting, setStarting] = React.useState(false);
  const [error, setError] = React.useState<unknown>(null);
  const count = guestIds.length;
  const body = bodyOf(action, draft, guestIds);

  const start = async () => {
    if (body === null) return;
    setStarting(true);
    setError(null);
    try {
      onStarted((await callApi('StartBulkGuests', { body })).documentId);
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
      <Button
        type="button"
        variant={action === 'delete' ? 'danger' : 'default'}
        loading={isStarting}
        disabled={body === null || isStarting}
        onClick={() => void start()}
      >
        {translate('guests.bulk.start', { count })}
      </Button>
    </>
  );
  return (
    <ModalPart footer={buttons}>
      <Flex direction="column" alignItems="stretch" gap={5}>
        {error !== null && <Notice>{errorMessage(error)}</Notice>}
        <Typography>{translate(`guests.bulk.explain.${action}`, { count })}</Typography>
        {takesField(action, 'expiresAt') && (
          <TextField
            name="lastDay"
            type="date"
            label={translate('key.lastDay')}
            hint={translate('guests.bulk.lastDayHint')}
            min={today(new Date())}
            value={draft.lastDay}
            onChange={(lastDay) => setDraft({ ...draft, lastDay })}
          />
        )}
        {takesField(action, 'obtain') && may('keys.issue') && (
          <HintedCheckbox
            name="obtain"
            label={translate('bulk.issue')}
            hint={translate('bulk.issueHint')}
            checked={draft.obtain}
            onChange={(obtain) => setDraft({ ...draft, obtain })}
          />
        )}
        {takesField(action, 'grants') && <GrantsSection draft={draft} onChange={setDraft} disabled={isStarting} />}
      </Flex>
    </ModalPart>
  );
};

interface BulkGuestsDialogProps {
  on: OnGuests;
  may: (permission: Permission) => boolean;
  onClose: () => void;
}

/**
 * One thing done with a selection of guests: what it is, and then how it goes. It goes on without the window. Rendered only while
 * open.
 */
export const BulkGuestsDialog = ({ on, may, onClose }: BulkGuestsDialogProps) => {
  const translate = useTranslate();
  const [started, setStarted] = React.useState(on.jobId);
  return (
    <Modal title={translate(on.action === null ? 'guests.bulk.title' : `guests.bulk.${on.action}`)} onClose={onClose}>
      {started !== null && <BulkGuestsReport jobId={started} />}
      {started === null && on.action !== null && (
        <Choosing action={on.action} guestIds={on.guestIds} may={may} onStarted={setStarted} />
      )}
    </Modal>
  );
};
