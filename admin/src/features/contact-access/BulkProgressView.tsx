import { Box, Flex, Typography } from '@strapi/design-system';
import { useTranslate } from '../../kernel/translate';
import { ProgressBar } from '../../kernel/ui/ProgressBar';
import { bulkOutcomes } from '../../../../contract/contact-access';
import type { BulkProgress } from './bulk';

/** How far the bulk action is, and what came of the contacts so far. */
export const BulkProgressView = ({ progress, isRunning }: { progress: BulkProgress; isRunning: boolean }) => {
  const translate = useTranslate();
  const { done, total, counts } = progress;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <ProgressBar aria-label={translate('bulk.title')} value={done} max={total} />
      <Typography role="status">
        {translate(isRunning ? 'bulk.progress' : done < total ? 'bulk.stopped' : 'bulk.finished', { done, total })}
      </Typography>
      <Box tag="ul">
        {bulkOutcomes
          .filter((outcome) => counts[outcome] > 0)
          .map((outcome) => (
            <Typography key={outcome} tag="li" textColor={outcome === 'unknown-contact' ? 'danger600' : 'neutral800'}>
              {translate(`bulk.outcome.${outcome}`, { count: counts[outcome] })}
            </Typography>
          ))}
      </Box>
    </Flex>
  );
};
