import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { FindingId } from '../../../../contract/posture';
import type { Answer } from '../../kernel/api';
import { useTranslate } from '../../kernel/translate';
import { Disclosure } from '../../kernel/ui/Disclosure';
import { Notice } from '../../kernel/ui/Notice';
import { titleOf } from './words';

const Names = ({ ids }: { ids: readonly FindingId[] }) => {
  const translate = useTranslate();
  return (
    <Box tag="ul" paddingLeft={5} style={{ listStyle: 'disc' }}>
      {ids.map((id) => (
        <li key={id}>
          <Typography tag="span">{titleOf(translate, { id, count: 1 })}</Typography>
        </li>
      ))}
    </Box>
  );
};

/** What could not be looked at: not the same as nothing found. */
export const Unknown = ({ unknown }: Pick<Answer<'GetPosture'>, 'unknown'>) => {
  const translate = useTranslate();
  if (unknown.length === 0) return null;
  return (
    <Notice tone="warning" role="status">
      <Typography tag="p" fontWeight="bold">
        {translate('posture.unknown', { count: unknown.length })}
      </Typography>
      <Names ids={unknown} />
      <p>{translate('posture.unknownHint')}</p>
    </Notice>
  );
};

/** What was looked at and is fine, folded away; and what is known of the version that runs. */
export const Fine = ({
  fine,
  strapiVersion: { running, knownUntil },
}: Pick<Answer<'GetPosture'>, 'fine' | 'strapiVersion'>) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const date = formatDate(knownUntil, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {fine.length > 0 && (
        <Disclosure summary={<Typography>{translate('posture.fine', { count: fine.length })}</Typography>}>
          <Names ids={fine} />
        </Disclosure>
      )}
      {fine.includes('strapi-version') && running !== null && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {translate('posture.version', { version: running, date })}
        </Typography>
      )}
    </Flex>
  );
};
