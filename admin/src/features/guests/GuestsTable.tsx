import { Flex, IconButton, Tbody, Td, Thead, Tr } from '@strapi/design-system';
import { Check, Eye, Pencil } from '@strapi/icons';
import type { Permission } from '../../../../contract/routes';
import type { GuestListRow } from '../../../../contract/guests';
import { Day, DenseTable, PlainHeader, SortHeader, Text } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { AccessBadge } from '../../kernel/AccessBadge';
import { fullName } from '../contacts';
import { actionsFor, isBeyond, type GuestAction } from './actions';
import { GuestMenu } from './GuestMenu';
import type { GuestsAddress } from './useGuestsQuery';

/** Nine columns: these two say enough with less. */
const narrow = 'clamp(7rem, 7.8vw, 16rem)';

interface RowProps {
  guest: GuestListRow;
  may: (permission: Permission) => boolean;
  onOpen: (guestId: string) => void;
  onAction: (action: GuestAction, guest: GuestListRow) => void;
}

const Row = ({ guest, may, onOpen, onAction }: RowProps) => {
  const translate = useTranslate();
  const name = fullName(guest);
  const actions = actionsFor(guest, may);
  const mayChange = may('guests.update');
  return (
    <Tr>
      <Td>
        <Text maxWidth="clamp(10rem, 10vw, 24rem)">{name}</Text>
      </Td>
      <Td>
        <Text maxWidth={narrow}>{guest.companyNames?.join(', ') ?? '—'}</Text>
      </Td>
      <Td>
        <Text maxWidth="clamp(12rem, 12vw, 26rem)">{guest.email}</Text>
      </Td>
      <Td>
        <Text maxWidth={narrow}>{guest.login}</Text>
      </Td>
      <Td>
        <AccessBadge state={guest.state} />
      </Td>
      <Td>
        <Text maxWidth={narrow}>{translate(`guests.origin.${guest.origin}`)}</Text>
      </Td>
      <Td>
        <Day at={guest.createdAt} />
      </Td>
      <Td>
        <Day at={guest.lastSeenAt} />
      </Td>
      <Td>
        <Flex gap={1} justifyContent="flex-end">
          {actions.includes('approve') && !isBeyond('approve', may) && (
            <IconButton
              variant="ghost"
              label={translate('guests.approveName', { name })}
              onClick={() => onAction('approve', guest)}
            >
              <Check aria-hidden />
            </IconButton>
          )}
          <IconButton
            variant="ghost"
            label={translate(mayChange ? 'contacts.edit' : 'guests.view', { name })}
            onClick={() => onOpen(guest.documentId)}
          >
            {mayChange ? <Pencil aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
          <GuestMenu
            name={name}
            actions={actions.filter((action) => action !== 'approve' || isBeyond(action, may))}
            may={may}
            onChoose={(action) => onAction(action, guest)}
          />
        </Flex>
      </Td>
    </Tr>
  );
};

interface GuestsTableProps extends Omit<RowProps, 'guest'> {
  guests: readonly GuestListRow[];
  address: GuestsAddress;
}

/** The guests: Nom, Entreprise, E-mail, Identifiant, État, Origine, Créé le, Vu le. */
export const GuestsTable = ({ guests, address, ...row }: GuestsTableProps) => {
  const translate = useTranslate();
  const sort = { query: address.query, onSort: address.sortBy };
  return (
    <DenseTable colCount={9} rowCount={guests.length + 1} aria-label={translate('guests.title')}>
      <Thead>
        <Tr>
          <SortHeader field="lastName" label={translate('guests.name')} {...sort} />
          <PlainHeader>{translate('contacts.company')}</PlainHeader>
          <SortHeader field="email" label={translate('guests.email')} {...sort} />
          <SortHeader field="login" label={translate('guests.login')} {...sort} />
          <PlainHeader>{translate('guests.state')}</PlainHeader>
          <PlainHeader>{translate('guests.origin')}</PlainHeader>
          <SortHeader field="createdAt" label={translate('guests.createdAt')} {...sort} />
          <SortHeader field="lastSeenAt" label={translate('guests.lastSeenAt')} {...sort} />
          <PlainHeader hidden>{translate('contacts.actions')}</PlainHeader>
        </Tr>
      </Thead>
      <Tbody>
        {guests.map((guest) => (
          <Row key={guest.documentId} guest={guest} {...row} />
        ))}
      </Tbody>
    </DenseTable>
  );
};
