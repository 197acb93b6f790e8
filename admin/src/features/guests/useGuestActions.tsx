import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { refresh } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';
import { ConfirmDialog } from '../../kernel/ui/ConfirmDialog';
import { fullName } from '../../kernel/fullName';
import { isAsked, type ActedOn, type AskedAction, type GuestAction } from './actions';
import { runAction } from './runAction';

/**
 * Does what is chosen in a guest's menu, after a question where it ends something, and says what came of it.
 *
 * @param onDone told what was done
 * @returns `start`, and the question to render.
 */
export const useGuestActions = (onDone: (action: GuestAction) => void = () => undefined) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [asked, ask] = React.useState<{ action: AskedAction; guest: ActedOn } | null>(null);

  const run = async (action: GuestAction, guest: ActedOn) => {
    const values = { name: fullName(guest), email: guest.email ?? '' };
    try {
      await runAction(action, guest.documentId);
      toggleNotification({ type: 'success', message: translate(`guests.done.${action}`, values) });
      onDone(action);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
      // The row may have changed under the editor.
      refresh(['guests']);
    }
  };
  const start = (action: GuestAction, guest: ActedOn) =>
    isAsked(action) ? ask({ action, guest }) : void run(action, guest);

  const question = asked !== null && (
    <ConfirmDialog
      title={translate(`guests.action.${asked.action}`)}
      confirmLabel={translate(`guests.action.${asked.action}`)}
      onClose={() => ask(null)}
      onConfirm={() => void run(asked.action, asked.guest)}
    >
      {translate(`guests.question.${asked.action}`, {
        name: fullName(asked.guest),
        email: asked.guest.email ?? '',
      })}
    </ConfirmDialog>
  );
  return { start, question };
};
