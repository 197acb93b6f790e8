import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import type { AdminGuest } from '../../../../../contract/guests';
import type { GuestSession } from '../../../../../contract/sessions';
import type { Permission } from '../../../../../contract/routes';
import { callApi } from '../../../kernel/api';
import { useErrorMessage } from '../../../kernel/errors';
import { ListTable, Moment, Text, type Column } from '../../../kernel/list';
import { useTranslate } from '../../../kernel/translate';
import { ConfirmDialog } from '../../../kernel/ui/ConfirmDialog';
import { LoadedView } from '../../../kernel/ui/LoadedView';
import { useData } from '../../../kernel/useData';
import { Facts, type Fact } from './Facts';

/** What a session's browser says of itself, as far as it is known. */
const deviceName = ({ device: { browser, system } }: GuestSession): string | null =>
  [browser, system].filter(Boolean).join(' · ') || null;

const Sessions = ({ sessions }: { sessions: readonly GuestSession[] }) => {
  const translate = useTranslate();
  const columns: Column<GuestSession>[] = [
    { header: translate('guests.session.device'), cell: (session) => <Text>{deviceName(session)}</Text> },
    { header: translate('guests.session.door'), cell: ({ door }) => <Text>{translate(`guests.door.${door}`)}</Text> },
    { header: translate('guests.session.startedAt'), cell: ({ startedAt }) => <Moment at={startedAt} /> },
    { header: translate('guests.session.lastSeenAt'), cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
  ];
  if (sessions.length === 0) return <Typography textColor="neutral600">{translate('guests.session.none')}</Typography>;
  return (
    <ListTable label={translate('guests.sessions')} rows={sessions} keyOf={({ id }) => id} columns={columns} hasCards />
  );
};

interface EntranceTabProps {
  guest: AdminGuest;
  may: (permission: Permission) => boolean;
  /** Opens the window with their key; null where there is none to open. */
  onKey: (() => void) | null;
}

/** What they come in by, and where they are logged in now. */
export const EntranceTab = ({ guest, may, onKey }: EntranceTabProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const { formatDate } = useIntl();
  const [isAsking, setAsking] = React.useState(false);
  const sessions = useData('ListGuestSessions', { params: { guestId: guest.documentId } });
  const when = (at: string) => formatDate(at, { dateStyle: 'medium', timeStyle: 'short' });
  const { key } = guest;

  const end = async () => {
    try {
      await callApi('EndGuestSessions', { params: { guestId: guest.documentId } });
      toggleNotification({ type: 'success', message: translate('guests.session.ended') });
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
  };
  const password = guest.mustChangePassword ? 'temporary' : guest.hasPassword ? 'own' : 'none';
  const facts: Fact[] = [
    {
      label: translate('key.title'),
      value: key === null ? translate(guest.hasKey ? 'guests.key.there' : 'key.none') : `gak_…${key.lastFour}`,
    },
    ...(key === null
      ? []
      : [
          {
            label: translate('guests.key.lastDay'),
            value: key.expiresAt === null ? translate('guests.key.openEnded') : when(key.expiresAt),
          },
          {
            label: translate('guests.key.lastUsed'),
            value: key.lastUsedAt === null ? translate('key.neverUsed') : when(key.lastUsedAt),
          },
        ]),
    { label: translate('guests.password'), value: translate(`guests.password.${password}`) },
    {
      label: translate('guests.invitation'),
      value: guest.mail && translate(`guests.mail.${guest.mail.status}`, { when: when(guest.mail.at) }),
    },
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Facts facts={facts} />
      {onKey !== null && (
        <Flex>
          <Button variant="secondary" onClick={onKey}>
            {translate('guests.tool.access')}
          </Button>
        </Flex>
      )}
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography tag="h3" variant="delta">
          {translate('guests.sessions')}
        </Typography>
        {may('guests.update') && (sessions.value?.sessions.length ?? 0) > 0 && (
          <Button variant="danger-light" size="S" onClick={() => setAsking(true)}>
            {translate('guests.session.endAll')}
          </Button>
        )}
      </Flex>
      <LoadedView loaded={sessions}>{(loaded) => <Sessions sessions={loaded.sessions} />}</LoadedView>
      {isAsking && (
        <ConfirmDialog
          title={translate('guests.session.endAll')}
          confirmLabel={translate('guests.session.endAll')}
          onClose={() => setAsking(false)}
          onConfirm={() => void end()}
        >
          {translate('guests.session.endQuestion')}
        </ConfirmDialog>
      )}
    </Flex>
  );
};
