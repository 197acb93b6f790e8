import * as React from 'react';
import { useNotification } from '@strapi/strapi/admin';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';

/** Opens the portal as a guest in a new tab (N3). */
export const usePreview = (): { isStarting: boolean; start: (guestId: string) => Promise<void> } => {
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [isStarting, setStarting] = React.useState(false);
  const start = async (guestId: string) => {
    setStarting(true);
    try {
      const { link } = await callApi('StartPreview', { params: { guestId } });
      window.open(link, '_blank', 'noopener');
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
    setStarting(false);
  };
  return { isStarting, start };
};
