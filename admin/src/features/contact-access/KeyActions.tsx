import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, Key, Mail } from '@strapi/icons';
import { letsIn, type ContactAccess } from '../../../../contract/contact-access';
import type { Permission } from '../../../../contract/routes';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { TextField } from '../../kernel/ui/fields';
import { lastDayOf, today } from '../../kernel/lastDay';
import { sendRefusal } from './sendRefusal';
import type { AccessDialogModel } from './useAccessDialog';

interface KeyActionsProps {
  access: ContactAccess;
  model: AccessDialogModel;
  may: (permission: Permission) => boolean;
}

type Question = 'regenerate' | 'revoke' | null;

/** Obtenir / Régénérer, Envoyer, and Révoquer; each only for those who may. */
export const KeyActions = ({ access, model, may }: KeyActionsProps) => {
  const translate = useTranslate();
  const [question, ask] = React.useState<Question>(null);
  const reasonId = React.useId();
  const hasKey = access.key !== null;
  // A key for an access that is closed, or not there yet, lets somebody in.
  const opens = !letsIn(access.state);
  const mayIssue = may('access.manage') || !opens;
  const issueReasonId = React.useId();
  const refusal = sendRefusal(access);
  const isBusy = model.task !== null;
  const remakes = access.key?.canReveal === false;
  const [chosenDay, setChosenDay] = React.useState<string | null>(null);
  const lastDay = chosenDay ?? lastDayOf(access.key?.expiresAt ?? null, new Date()) ?? '';
  const isOtherDay = lastDay !== (lastDayOf(access.key?.expiresAt ?? null, new Date()) ?? '');
  const prolong = () => {
    setChosenDay(null);
    void model.prolong(lastDay === '' ? null : lastDay);
  };
  const issue = () => {
    setChosenDay(null);
    void model.issue(lastDay === '' ? null : lastDay);
  };

  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {may('keys.issue') && (
        <Box paddingBottom={2}>
          <TextField
            name="lastDay"
            type="date"
            label={translate('key.lastDay')}
            hint={translate(hasKey ? 'key.lastDay.next' : 'key.lastDay.hint')}
            min={today(new Date())}
            value={lastDay}
            disabled={isBusy}
            onChange={setChosenDay}
            after={
              hasKey && (
                <Button
                  type="button"
                  variant="secondary"
                  loading={model.task === 'prolong'}
                  disabled={isBusy || !isOtherDay}
                  onClick={prolong}
                >
                  {translate('key.prolong')}
                </Button>
              )
            }
          />
        </Box>
      )}
      <Flex gap={2} wrap="wrap">
        {may('keys.issue') && (
          <Button
            type="button"
            variant="secondary"
            startIcon={hasKey ? <ArrowsCounterClockwise aria-hidden /> : <Key aria-hidden />}
            loading={model.task === 'issue'}
            disabled={isBusy || !mayIssue}
            aria-describedby={mayIssue ? undefined : issueReasonId}
            onClick={() => (hasKey ? ask('regenerate') : issue())}
          >
            {translate(hasKey ? 'key.regenerate' : 'key.obtain')}
          </Button>
        )}
        {may('keys.send') && (
          <Button
            type="button"
            variant="secondary"
            startIcon={<Mail aria-hidden />}
            loading={model.task === 'send'}
            disabled={isBusy || refusal !== null}
            aria-describedby={reasonId}
            onClick={() => void model.send()}
          >
            {translate('key.send')}
          </Button>
        )}
        {may('keys.revoke') && hasKey && (
          <Button
            type="button"
            variant="danger-light"
            loading={model.task === 'revoke'}
            disabled={isBusy}
            onClick={() => ask('revoke')}
          >
            {translate('key.revoke')}
          </Button>
        )}
      </Flex>
      {may('keys.issue') && !mayIssue && (
        <Typography id={issueReasonId} variant="pi" textColor="neutral600">
          {translate('key.opensTakesManage')}
        </Typography>
      )}
      {may('keys.send') && (
        <Typography id={reasonId} variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {refusal === null
            ? [
                translate('key.sendsTo', { email: access.sendsKeyTo ?? '' }),
                ...(remakes ? [translate('key.sendRemakes')] : []),
              ].join(' ')
            : translate(refusal)}
        </Typography>
      )}
      {question !== null && (
        <ConfirmDialog
          title={translate(`key.${question}`)}
          confirmLabel={translate(question === 'regenerate' ? 'key.regenerateConfirm' : 'key.revoke')}
          onClose={() => ask(null)}
          onConfirm={() => (question === 'regenerate' ? issue() : void model.revoke())}
        >
          {translate(`key.${question}Question`)}
        </ConfirmDialog>
      )}
    </Flex>
  );
};
