import * as React from 'react';
import { Button, Flex, Link, Table, Tbody, Td, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { ListArrivals, type InvitationLink } from '../../../../contract/invitations';
import { callApi } from '../../kernel/api';
import { Day, ListFrame, PlainHeader, Text } from '../../kernel/list';
import { useLoaded } from '../../kernel/loaded';
import { contactsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Window } from '../../kernel/Window';
import { fullName } from '../contacts';
import { StateBadge } from '../guests';

interface ArrivalsDialogProps {
  link: InvitationLink;
  /** Whether the reader may see the page of the guests. */
  mayReadGuests: boolean;
  onClose: () => void;
}

/** Who came by a link. Rendered only while open. */
export const ArrivalsDialog = ({ link, mayReadGuests, onClose }: ArrivalsDialogProps) => {
  const translate = useTranslate();
  const { documentId, name } = link;
  const page = useLoaded(
    React.useCallback(
      (signal: AbortSignal) => callApi(ListArrivals, { params: { linkId: documentId }, signal }),
      [documentId]
    )
  );
  return (
    <Window
      title={translate('invitations.arrivalsOf', { name })}
      onClose={onClose}
      footer={(close) => (
        <Button type="button" variant="tertiary" onClick={close}>
          {translate('action.close')}
        </Button>
      )}
    >
      <ListFrame
        page={page}
        isEmpty={({ guests }) => guests.length === 0}
        emptyText={translate('invitations.noArrivals')}
        onClear={null}
        create={null}
      >
        {({ guests }) => (
          <Flex direction="column" alignItems="stretch" gap={4}>
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
                      <StateBadge state={guest.state} />
                    </Td>
                    <Td>
                      <Day at={guest.createdAt} />
                    </Td>
                  </Tr>
                ))}
              </Tbody>
            </Table>
            {mayReadGuests && (
              <Typography>
                <Link tag={NavLink} to={`/${contactsPath}/guests?link=${documentId}`}>
                  {translate('invitations.showGuests')}
                </Link>
              </Typography>
            )}
          </Flex>
        )}
      </ListFrame>
    </Window>
  );
};
