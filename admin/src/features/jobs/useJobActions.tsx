import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { Job } from '../../../../contract/jobs';
import { ApiError } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { saidOf, type JobAction } from './actions';
import { jobName } from './kinds';
import { runAction } from './runAction';

/**
 * Does what is chosen of a job, after a question where it is cancelled, and says what came of it.
 *
 * @returns `start`, and the question to render.
 */
export const useJobActions = () => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [toCancel, askToCancel] = React.useState<Job | null>(null);

  const run = async (action: JobAction, { documentId, kind }: Job) => {
    try {
      const said = saidOf(action, await runAction(action, documentId));
      const message = translate(`jobs.said.${said}`, { name: jobName(translate, kind) });
      toggleNotification({ type: 'success', message });
    } catch (error) {
      const hasMoved = error instanceof ApiError && error.code === 'conflict';
      toggleNotification({ type: 'danger', message: hasMoved ? translate('jobs.conflict') : errorMessage(error) });
    }
  };
  const start = (action: JobAction, job: Job) => (action === 'cancel' ? askToCancel(job) : void run(action, job));

  const question = toCancel !== null && (
    <ConfirmDialog
      title={translate('jobs.action.cancel')}
      confirmLabel={translate('jobs.action.cancel')}
      onClose={() => askToCancel(null)}
      onConfirm={() => void run('cancel', toCancel)}
    >
      {translate('jobs.cancelQuestion', { name: jobName(translate, toCancel.kind) })}
    </ConfirmDialog>
  );
  return { start, question };
};
