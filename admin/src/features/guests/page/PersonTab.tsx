import { useIntl } from 'react-intl';
import type { AdminGuest } from '../../../../../contract/guests';
import { useTranslate } from '../../../kernel/translate';
import { Facts } from './Facts';

/** Who they are. */
export const PersonTab = ({ guest }: { guest: AdminGuest }) => {
  const translate = useTranslate();
  const { formatDate, formatDisplayName } = useIntl();
  const when = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const named = (code: string | null, type: 'region' | 'language') =>
    code && (formatDisplayName(code, { type }) ?? code);
  return (
    <Facts
      facts={[
        { label: translate('contacts.lastName'), value: guest.lastName },
        { label: translate('contacts.firstName'), value: guest.firstName },
        { label: translate('guests.email'), value: guest.email },
        { label: translate('guests.titleField'), value: guest.title },
        { label: translate('guests.login'), value: guest.login },
        { label: translate('contacts.mobile'), value: guest.mobile },
        { label: translate('guests.language'), value: named(guest.locale, 'language') },
        { label: translate('guests.country'), value: named(guest.country, 'region') },
        { label: translate('guests.timeZone'), value: guest.timeZone },
        { label: translate('guests.origin'), value: translate(`guests.origin.${guest.origin}`) },
        { label: translate('guests.createdAt'), value: when(guest.createdAt) },
        {
          label: translate('guests.lastSeenAt'),
          value: guest.lastSeenAt === null ? translate('guests.neverSeen') : when(guest.lastSeenAt),
        },
        { label: translate('guests.description'), value: guest.description, isLong: true },
        { label: translate('guests.details'), value: guest.details, isLong: true },
      ]}
    />
  );
};
