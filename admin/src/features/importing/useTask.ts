import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { ApiError } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate, type TextKey } from '../../kernel/translate';

/** Says why something of an import failed; a conflict is that it stands otherwise by now, where nothing else is said. */
export const useImportError = (): ((error: unknown, conflict?: TextKey) => string) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  return React.useCallback(
    (error, conflict = 'imports.conflict') =>
      error instanceof ApiError && error.code === 'conflict' ? translate(conflict) : errorMessage(error),
    [translate, errorMessage]
  );
};

/** Does one thing at a time, and says where it failed. */
export const useTask = () => {
  const messageOf = useImportError();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = React.useState(false);
  /** @returns whether it went well */
  const run = async (task: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    try {
      await task();
      return true;
    } catch (error) {
      toggleNotification({ type: 'danger', message: messageOf(error) });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, run };
};
