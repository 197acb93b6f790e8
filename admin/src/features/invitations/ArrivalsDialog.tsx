import { Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { GuestListRow } from '../../../../contract/guests';
import type { InvitationLink } from '../../../../contract/invitations';
import { Day, ListTable, Text } from '../../kernel/list';
import { contactsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';
import { fullName } from '../../kernel/fullName';
import { AccessBadge } from '../../kernel/AccessBadge';

const ArrivalsTable = ({ guests }: { guests: readonly GuestListRow[] }) => {
  const translate = useTranslate();
  return (
    <ListTable
      label={translate('invitations.arrivals')}
      rows={guests}
      keyOf={({ documentId }) => documentId}
      columns={[
        { header: translate('guests.sort.lastName'), cell: (guest) => <Text maxWidth="20rem">{fullName(guest)}</Text> },
        { header: translate('guests.email'), cell: ({ email }) => <Text maxWidth="24rem">{email}</Text> },
        { header: translate('guests.state'), cell: ({ state }) => <AccessBadge state={state} /> },
        { header: translate('invitations.cameAt'), cell: ({ createdAt }) => <Day at={createdAt} /> },
      ]}
    />
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
  const loaded = useData('ListArrivals', { params: { linkId: documentId } });
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
