import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Eye } from '@strapi/icons';
import { previewMinutes } from '../../../../contract/sessions';
import { useTranslate } from '../../kernel/translate';
import { usePreview } from './usePreview';

interface PreviewButtonProps {
  guestId: string;
  /** A guest whose access is closed sees nothing, and neither does who looks as them. */
  isClosed: boolean;
}

/** "Voir comme cet invité": opens the portal as this guest in a new tab (N3). */
export const PreviewButton = ({ guestId, isClosed }: PreviewButtonProps) => {
  const translate = useTranslate();
  const { isStarting, start } = usePreview();
  const hint = React.useId();
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Button
        type="button"
        variant="secondary"
        startIcon={<Eye aria-hidden />}
        loading={isStarting}
        disabled={isClosed}
        aria-describedby={hint}
        onClick={() => void start(guestId)}
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
