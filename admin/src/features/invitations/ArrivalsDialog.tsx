import * as React from 'react';
import { Flex, Link, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { GuestListRow } from '../../../../contract/guests';
import type { InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { Day, PlainHeader, Text } from '../../kernel/list';
import { useLoaded } from '../../kernel/loaded';
import { contactsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { fullName } from '../contacts';
import { AccessBadge } from '../../kernel/AccessBadge';

const ArrivalsTable = ({ guests }: { guests: readonly GuestListRow[] }) => {
  const translate = useTranslate();
  return (
    <Table colCount={4} rowCount={guests.length + 1} aria-label={translate('invitations.arrivals')}>
      <Thead>
        <Tr>
          <PlainHeader>{translate('guests.name')}</PlainHeader>
          <PlainHeader>{translate('guests.email')}</PlainHeader>
          <PlainHeader>{translate('guests.state')}</PlainHeader>
          <PlainHeader>{translate('invitations.cameAt')}</PlainHeader>
        </Tr>
      </Thead>
      <Tbody>
        {guests.map((guest) => (
          <Tr key={guest.documentId}>
            <Td>
              <Text maxWidth="20rem">{fullName(guest)}</Text>
            </Td>
            <Td>
              <Text maxWidth="24rem">{guest.email}</Text>
            </Td>
            <Td>
              <AccessBadge state={guest.state} />
            </Td>
            <Td>
              <Day at={guest.createdAt} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
};

interface ArrivalsDialogProps {
  link: InvitationLink;
  onClose: () => void;
}

/** Who came by a link, or how many where the reader may not see guests. Rendered only while open. */
export const ArrivalsDialog = ({ link, onClose }: ArrivalsDialogProps) => {
  const translate = useTranslate();
  const { documentId, name } = link;
  const loaded = useLoaded(
    React.useCallback(
      (signal: AbortSignal) => callApi('ListArrivals', { params: { linkId: documentId }, signal }),
      [documentId]
    )
  );
  return (
    <Modal title={translate('invitations.arrivalsOf', { name })} onClose={onClose}>
      <ModalPart>
        <LoadedView loaded={loaded}>
          {({ guests }) =>
            guests === null ? (
              <Typography>{translate('invitations.arrivalsHidden', { count: link.placesTaken })}</Typography>
            ) : guests.length === 0 ? (
              <Typography>{translate('invitations.noArrivals')}</Typography>
            ) : (
              <Flex direction="column" alignItems="stretch" gap={4}>
                <ArrivalsTable guests={guests} />
                <Typography>
                  <Link tag={NavLink} to={`/${contactsPath}/guests?link=${documentId}`}>
                    {translate('invitations.showGuests')}
                  </Link>
                </Typography>
              </Flex>
            )
          }
        </LoadedView>
      </ModalPart>
    </Modal>
  );
};
