import { Box, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AdminKey, ContactAccess } from '../../../../contract/access';
import { useTranslate } from '../../kernel/translate';

interface KeyFactsProps {
  keyFacts: AdminKey | null;
  mail: ContactAccess['mail'];
}

/** When the key was made, used and mailed. */
export const KeyFacts = ({ keyFacts, mail }: KeyFactsProps) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const when = (instant: string) => formatDate(instant, { dateStyle: 'short', timeStyle: 'short' });
  const facts: string[] = [];
  if (keyFacts !== null) {
    facts.push(translate('key.createdAt', { when: when(keyFacts.createdAt) }));
    facts.push(
      keyFacts.lastUsedAt === null
        ? translate('key.neverUsed')
        : translate('key.lastUsedAt', { when: when(keyFacts.lastUsedAt) })
    );
    if (keyFacts.expiresAt !== null) facts.push(translate('key.expiresAt', { when: when(keyFacts.expiresAt) }));
  }
  return (
    <Box>
      {facts.length > 0 && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {facts.join(' · ')}
        </Typography>
      )}
      <Typography
        tag="p"
        variant="pi"
        role="status"
        textColor={mail?.status === 'failed' ? 'danger600' : mail?.status === 'sent' ? 'success700' : 'neutral600'}
      >
        {mail === null ? '' : translate(`key.mail.${mail.status}`, { when: when(mail.at) })}
      </Typography>
    </Box>
  );
};
