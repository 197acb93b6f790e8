import * as React from 'react';
import { ApiError } from './api';
import { useTranslate } from './translate';

/** Says in the reader's language why something failed. */
export const useErrorMessage = (): ((error: unknown) => string) => {
  const translate = useTranslate();
  return React.useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return translate('errors.unknown');
      if (error.code === 'unknown' && error.status === 403) return translate('errors.forbidden');
      return translate(`errors.${error.code}`);
    },
    [translate]
  );
};
