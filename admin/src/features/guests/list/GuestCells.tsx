import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { GuestListRow } from '../../../../../contract/guests';
import { AccessBadge } from '../../../kernel/AccessBadge';
import type { Option } from '../../../kernel/dual-list';
import { Address, Day, Text, Whole } from '../../../kernel/list';
import { guestPath } from '../../../kernel/plugin';
import { useTranslate } from '../../../kernel/translate';
import { fullName } from '../../../kernel/fullName';

interface CellProps {
  guest: GuestListRow;
}

const NameLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
  font-weight: 600;
  text-decoration: none;
  overflow-wrap: anywhere;
  &:hover {
    text-decoration: underline;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** The name, which leads to the guest's page, and the companies of their contacts. */
export const NameCell = ({ guest }: CellProps) => (
  <Box minWidth="10rem">
    <NameLink to={guestPath(guest.documentId)}>{fullName(guest)}</NameLink>
    <Whole textColor="neutral600">{guest.companyNames?.join(', ')}</Whole>
  </Box>
);

/** What they log in by, or where their contact is reached for one without an address of their own. */
export const ReachCell = ({ guest: { email, contactEmail, login } }: CellProps) => {
  const translate = useTranslate();
  return (
    <Box minWidth="12rem">
      {email !== null && (
        <Whole textColor="neutral800">
          <Address email={email} />
        </Whole>
      )}
      {email === null && contactEmail !== null && (
        <>
          <Whole textColor="neutral800">
            <Address email={contactEmail} />
          </Whole>
          <Typography variant="pi" textColor="neutral600">
            {translate('guests.contactAddress')}
          </Typography>
        </>
      )}
      {email === null && contactEmail === null && <Whole textColor="neutral800">—</Whole>}
      {login !== null && (
        <Typography tag="div" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {login}
        </Typography>
      )}
    </Box>
  );
};

/** How long the key they have is good, in a few words; null without one. */
export const useKeyTerm = (): ((key: { expiresAt: string | null } | null) => string | null) => {
  const translate = useTranslate();
  const { formatDate } = useIntl();
  return (key) => {
    if (key === null) return null;
    if (key.expiresAt === null) return translate('guests.key.openEnded');
    const day = formatDate(key.expiresAt, { day: '2-digit', month: '2-digit', year: 'numeric' });
    return translate(new Date(key.expiresAt) > new Date() ? 'guests.key.until' : 'guests.key.expired', { day });
  };
};

export const StateCell = ({ guest: { state, holds } }: CellProps) => {
  const term = useKeyTerm()(holds?.key ?? null);
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <AccessBadge state={state} />
      {term !== null && (
        <Typography variant="pi" textColor="neutral600">
          {term}
        </Typography>
      )}
    </Flex>
  );
};

/** What they hold: access types by name, and how many rows of their own. */
export const HoldsCell = ({ guest: { holds }, accessTypes }: CellProps & { accessTypes: readonly Option[] }) => {
  const translate = useTranslate();
  if (holds === null) return <Typography textColor="neutral800">—</Typography>;
  const names = holds.accessTypes.map((key) => accessTypes.find(({ id }) => id === key)?.label ?? key);
  return (
    <Box minWidth="9rem">
      <Text maxWidth="clamp(10rem, 14vw, 26rem)">{names.join(', ')}</Text>
      {holds.resources > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {translate('guests.holds.resources', { count: holds.resources })}
        </Typography>
      )}
    </Box>
  );
};

/** When they were here last, and since when and by what way there is this guest. */
export const SinceCell = ({ guest: { lastSeenAt, createdAt, origin } }: CellProps) => {
  const translate = useTranslate();
  return (
    <Box minWidth="8rem">
      {lastSeenAt === null ? (
        <Typography tag="div" textColor="neutral800">
          {translate('guests.neverSeen')}
        </Typography>
      ) : (
        <Day at={lastSeenAt} />
      )}
      <Flex gap={1} wrap="wrap">
        <Day at={createdAt} isMinor />
        <Typography variant="pi" textColor="neutral600">
          {translate(`guests.origin.${origin}`)}
        </Typography>
      </Flex>
    </Box>
  );
};
