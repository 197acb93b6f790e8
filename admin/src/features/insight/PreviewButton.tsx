import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { previewMinutes } from '../../../../contract/sessions';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { useTranslate } from '../../kernel/translate';

interface PreviewButtonProps {
  guestId: string;
  /** A guest whose access is closed sees nothing, and neither does who looks as them. */
  isClosed: boolean;
}

/** "Voir comme cet invité": opens the portal as this guest in a new tab (N3). */
export const PreviewButton = ({ guestId, isClosed }: PreviewButtonProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [isStarting, setStarting] = React.useState(false);
  const hint = React.useId();
  const start = async () => {
    setStarting(true);
    try {
      const { link } = await callApi('StartPreview', { params: { guestId } });
      window.open(link, '_blank', 'noopener');
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
    setStarting(false);
  };
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Button
        type="button"
        variant="secondary"
        startIcon={<Eye aria-hidden />}
        loading={isStarting}
        disabled={isClosed}
        aria-describedby={hint}
        onClick={() => void start()}
      >
        {translate('insight.preview')}
      </Button>
      <Typography id={hint} variant="pi" textColor="neutral600">
        {isClosed
          ? translate('insight.preview.closed')
          : translate('insight.preview.hint', { minutes: previewMinutes })}
      </Typography>
    </Flex>
  );
};
