import { Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useTranslate } from '../translate';

/** So long its report is offered on the page. */
const shownMs = 24 * 3_600_000;

interface NewestProps {
  /** The reader's newest action; null where there is none. */
  newest: { documentId: string; createdAt: string } | null;
  /** How it stands, in a sentence. */
  status: string;
  onOpen: (jobId: string) => void;
}

/** The reader's newest action on a selection, while it is done and for a day: how far it is, and the way to its report. */
export const Newest = ({ newest, status, onOpen }: NewestProps) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  if (newest === null || Date.parse(newest.createdAt) < Date.now() - shownMs) return null;
  const { documentId, createdAt } = newest;
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={3} role="region" aria-label={translate('bulk.newest')}>
      <Typography variant="pi" textColor="neutral700">
        {translate('bulk.newestAt', { at: formatDate(createdAt, { dateStyle: 'short', timeStyle: 'short' }) })} {status}
      </Typography>
      <Button size="S" variant="tertiary" onClick={() => onOpen(documentId)}>
        {translate('bulk.showReport')}
      </Button>
    </Flex>
  );
};
