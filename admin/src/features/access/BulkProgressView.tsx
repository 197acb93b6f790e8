import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useTranslate } from '../../kernel/translate';
import { bulkOutcomes } from '../../../../contract/access';
import type { BulkProgress } from './bulk';

/** The design system's bar is white on a dark ground, is made for cards of media, and does not tell its value to screen readers. */
const Bar = styled.progress`
  width: 100%;
  height: 0.8rem;
  accent-color: ${({ theme }) => theme.colors.primary600};
`;

/** How far the bulk action is, and what came of the contacts so far. */
export const BulkProgressView = ({ progress, isRunning }: { progress: BulkProgress; isRunning: boolean }) => {
  const translate = useTranslate();
  const { done, total, counts } = progress;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Bar aria-label={translate('bulk.title')} value={done} max={total} />
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
