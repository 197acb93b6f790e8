import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Settings } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { byType } from '../coverage';
import { useCoverage } from '../useCoverage';
import { CoverageTable } from './CoverageTable';
import { OpenWays } from './OpenWays';
import { Section } from './Section';

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
          <Flex role="alert" gap={3} wrap="wrap">
            <Typography textColor="danger700">{translate('settings.coverage.failed')}</Typography>
            <Button type="button" variant="tertiary" size="S" onClick={reload}>
              {translate('settings.retry')}
            </Button>
          </Flex>
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
