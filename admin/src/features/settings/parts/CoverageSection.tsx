import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Settings } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { byType } from '../coverage';
import { useCoverage } from '../useCoverage';
import { CoverageTable } from './CoverageTable';
import { OpenWays } from './OpenWays';
import { Notice } from '../../../kernel/ui/Notice';
import { Section } from '../../../kernel/ui/Section';

/** The self-check's findings (N1): each content type that guests may be given, by each way into it. */
export const CoverageSection = ({ saved }: { saved: Settings }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const { value, error, isLoading, reload } = useCoverage(saved);
  if (value === null && error === null) return null;
  return (
    <Section title={translate('settings.coverage')} hint={translate('settings.coverage.hint')}>
      <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isLoading}>
        {error !== null && (
          <Notice action={{ label: translate('settings.retry'), run: reload }}>
            {translate('settings.coverage.failed')}
          </Notice>
        )}
        {value !== null && (
          <>
            <OpenWays coverage={value} />
            {value.rows.length === 0 ? (
              <Typography>{translate('settings.coverage.nothing')}</Typography>
            ) : (
              <CoverageTable rows={byType(value.rows)} />
            )}
            <Box>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {translate('settings.coverage.legend')}
              </Typography>
              <Typography tag="p" variant="pi" textColor="neutral600">
                {translate('settings.coverage.checkedAt', {
                  when: formatDate(value.checkedAt, { dateStyle: 'short', timeStyle: 'medium' }),
                })}
              </Typography>
            </Box>
          </>
        )}
      </Flex>
    </Section>
  );
};
