import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTranslate } from '../../kernel/translate';
import { statusKey } from './status';
import { useNewestBulk } from './useBulkAccess';

/** So long its report is offered on the page. */
const shownMs = 24 * 3_600_000;

/** The reader's newest bulk action, while it is done and for a day: how far it is, and the way to its report. */
export const NewestBulk = ({ onOpen }: { onOpen: (jobId: string) => void }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const newest = useNewestBulk(true);
  if (newest === null || Date.parse(newest.createdAt) < Date.now() - shownMs) return null;
  const { documentId, createdAt, done, total } = newest;
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={3} role="region" aria-label={translate('bulk.newest')}>
      <Typography variant="pi" textColor="neutral700">
        {translate('bulk.newestAt', { at: formatDate(createdAt, { dateStyle: 'short', timeStyle: 'short' }) })}{' '}
        {translate(statusKey(newest), { done, total })}
      </Typography>
      <Button size="S" variant="tertiary" onClick={() => onOpen(documentId)}>
        {translate('bulk.showReport')}
      </Button>
    </Flex>
  );
};
