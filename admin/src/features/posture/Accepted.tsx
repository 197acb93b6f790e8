import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { Finding } from '../../../../contract/posture';
import { useTranslate } from '../../kernel/translate';
import { Disclosure } from '../../kernel/ui/Disclosure';
import { Examples } from './Examples';
import { titleOf } from './words';

interface AcceptedProps {
  findings: readonly Finding[];
  /** Null where the reader may not. */
  onReopen: ((finding: Finding) => void) | null;
}

/** What somebody has decided to leave as it is, folded away. */
export const Accepted = ({ findings, onReopen }: AcceptedProps) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  if (findings.length === 0) return null;
  return (
    <Disclosure summary={<Typography>{translate('posture.accepted', { count: findings.length })}</Typography>}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {findings.map((finding) => {
          const { id, acceptance } = finding;
          const title = titleOf(translate, finding);
          const when = formatDate(acceptance?.at, { dateStyle: 'medium', timeStyle: 'short' });
          const name = acceptance?.byName ?? null;
          return (
            <Box key={id} tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
              <Flex direction="column" alignItems="stretch" gap={2}>
                <Typography tag="h2" variant="omega" fontWeight="bold">
                  {title}
                </Typography>
                <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
                  {acceptance?.reason}
                </Typography>
                <Examples finding={finding} />
                <Flex justifyContent="space-between" gap={2} wrap="wrap">
                  <Typography variant="pi" textColor="neutral600">
                    {name === null
                      ? translate('posture.acceptedAt', { when })
                      : translate('posture.acceptedBy', { name, when })}
                  </Typography>
                  {onReopen && (
                    <Button
                      size="S"
                      variant="tertiary"
                      aria-label={translate('posture.reopenOf', { name: title })}
                      onClick={() => onReopen(finding)}
                    >
                      {translate('posture.reopen')}
                    </Button>
                  )}
                </Flex>
              </Flex>
            </Box>
          );
        })}
      </Flex>
    </Disclosure>
  );
};
