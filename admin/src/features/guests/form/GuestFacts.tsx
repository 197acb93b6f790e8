import { Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import type { AdminGuest } from '../../../../../contract/guests';
import { useTranslate } from '../../../kernel/translate';
import { AccessBadge } from '../../../kernel/AccessBadge';

/** How they stand and what happened so far. */
export const GuestFacts = ({ guest }: { guest: AdminGuest }) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  const when = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [
    translate(`guests.origin.${guest.origin}`),
    translate('guests.fact.created', { when: when(guest.createdAt) }),
    guest.lastSeenAt === null
      ? translate('guests.fact.neverSeen')
      : translate('guests.fact.seen', { when: when(guest.lastSeenAt) }),
    ...(guest.mail === null ? [] : [translate(`guests.mail.${guest.mail.status}`, { when: when(guest.mail.at) })]),
    ...(guest.mustChangePassword ? [translate('guests.fact.mustChangePassword')] : []),
  ];
  return (
    <Flex gap={3} wrap="wrap">
      <AccessBadge state={guest.state} />
      <Typography variant="pi" textColor="neutral600">
        {facts.join(' · ')}
      </Typography>
    </Flex>
  );
};
