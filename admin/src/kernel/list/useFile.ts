import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { toApiError } from '../apiError';
import { useErrorMessage } from '../errors';
import { fetchFile } from '../strapi/files';
import { useTranslate } from '../translate';

/** Hands a file to the browser, which keeps it where it keeps files. */
const keep = (file: Blob, name: string): void => {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** Takes a file of the server's, and says where that does not work. */
export const useFile = (): { isBusy: boolean; take: (url: string, name: string) => Promise<void> } => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [isBusy, setBusy] = React.useState(false);

  const take = async (url: string, name: string): Promise<void> => {
    setBusy(true);
    try {
      const file = await fetchFile(url);
      if (file === null) toggleNotification({ type: 'warning', message: translate('export.tooOld') });
      else keep(file, name);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(toApiError(error)) });
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, take };
};
