import { Button, Flex, Typography } from '@strapi/design-system';
import { ApiError } from '../../../kernel/api';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { ProgressBar } from '../../../kernel/ui/ProgressBar';
import { Section } from '../../../kernel/ui/Section';
import { useFileSize } from '../source/useFileSize';
import { useLeaveWarning } from '../useLeaveWarning';
import { useImportError } from '../useTask';
import type { Sending } from './useSending';

interface SendingViewProps {
  sending: Sending;
  /** Whether an import was begun; otherwise the first call was refused. */
  isBegun: boolean;
  onRetry: () => void;
  onCancel: () => void;
}

/** How far a file is on its way. */
export const SendingView = ({ sending: { done, total, error }, isBegun, onRetry, onCancel }: SendingViewProps) => {
  const translate = useTranslate();
  const sizeOf = useFileSize();
  const messageOf = useImportError();
  // What was sent is kept, but the rest of the file is only here.
  useLeaveWarning(done < total);
  const isFull = !isBegun && error instanceof ApiError && error.code === 'conflict';
  return (
    <Section title={translate('imports.sending')} hint={translate('imports.sending.hint')}>
      <ProgressBar aria-label={translate('imports.sending')} value={done} max={Math.max(total, 1)} />
      <Typography role="status">
        {translate('imports.sending.done', { done: sizeOf(done), total: sizeOf(total) })}
      </Typography>
      {error !== null && (
        <Notice action={isFull ? null : { label: translate('imports.retry'), run: onRetry }}>
          {isFull ? translate('imports.tooMany') : messageOf(error)}
        </Notice>
      )}
      <Flex>
        <Button type="button" variant="tertiary" onClick={onCancel}>
          {translate('action.cancel')}
        </Button>
      </Flex>
    </Section>
  );
};
