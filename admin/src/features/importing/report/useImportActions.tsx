import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import type { ImportPlan } from '../../../../../contract/importing';
import { callApi } from '../../../kernel/api';
import { useTranslate } from '../../../kernel/translate';
import { ConfirmDialog } from '../../../kernel/ui/ConfirmDialog';
import { useTask } from '../useTask';

type Action = 'undo' | 'delete';
const calls = { undo: 'UndoImport', delete: 'DeleteImport' } as const;

/**
 * Takes an import back or forgets it, after a question.
 *
 * @returns `ask`, and the question to render.
 */
export const useImportActions = () => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const { run } = useTask();
  const [asked, setAsked] = React.useState<{ action: Action; plan: ImportPlan } | null>(null);
  const ask = (action: Action, plan: ImportPlan) => setAsked({ action, plan });

  const act = async (action: Action, { documentId, fileName }: ImportPlan) => {
    const isDone = await run(() => callApi(calls[action], { params: { importId: documentId } }));
    if (!isDone || action === 'undo') return;
    toggleNotification({ type: 'success', message: translate('imports.deleted', { name: fileName }) });
  };

  const question = asked !== null && (
    <ConfirmDialog
      title={translate(`imports.${asked.action}`)}
      confirmLabel={translate(`imports.${asked.action}.confirm`)}
      onClose={() => setAsked(null)}
      onConfirm={() => void act(asked.action, asked.plan)}
    >
      {translate(`imports.${asked.action}.question`, { name: asked.plan.fileName })}
    </ConfirmDialog>
  );
  return { ask, question };
};
