import * as React from 'react';
import { Flex, IconButton } from '@strapi/design-system';
import { Check, Eye, Pencil } from '@strapi/icons';
import type { Permission } from '../../../../contract/routes';
import type { GuestListRow, GuestSortField } from '../../../../contract/guests';
import { AccessBadge } from '../../kernel/AccessBadge';
import { Day, ListTable, Text, type Column } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { fullName } from '../contacts';
import { actionsFor, isBeyond, type GuestAction } from './actions';
import { GuestMenu } from './GuestMenu';

/** Nine columns: these two say enough with less. */
const narrow = 'clamp(7rem, 7.8vw, 16rem)';

interface RowProps {
  may: (permission: Permission) => boolean;
  onOpen: (guestId: string) => void;
  onAction: (action: GuestAction, guest: GuestListRow) => void;
}

const Buttons = ({ guest, may, onOpen, onAction }: RowProps & { guest: GuestListRow }) => {
  const translate = useTranslate();
  const name = fullName(guest);
  const actions = actionsFor(guest, may);
  const mayChange = may('guests.update');
  return (
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
  );
};

interface GuestsTableProps extends RowProps {
  guests: readonly GuestListRow[];
  sorting: React.ComponentProps<typeof ListTable<GuestListRow, GuestSortField>>['sorting'];
}

/** The guests: Nom, Entreprise, E-mail, Identifiant, État, Origine, Créé le, Vu le. */
export const GuestsTable = ({ guests, sorting, ...row }: GuestsTableProps) => {
  const translate = useTranslate();
  const columns: Column<GuestListRow, GuestSortField>[] = [
    {
      header: translate('guests.name'),
      sort: 'lastName',
      cell: (guest) => <Text maxWidth="clamp(10rem, 10vw, 24rem)">{fullName(guest)}</Text>,
    },
    {
      header: translate('contacts.company'),
      cell: ({ companyNames }) => <Text maxWidth={narrow}>{companyNames?.join(', ') ?? '—'}</Text>,
    },
    {
      header: translate('guests.email'),
      sort: 'email',
      cell: ({ email }) => <Text maxWidth="clamp(12rem, 12vw, 26rem)">{email}</Text>,
    },
    { header: translate('guests.login'), sort: 'login', cell: ({ login }) => <Text maxWidth={narrow}>{login}</Text> },
    { header: translate('guests.state'), cell: ({ state }) => <AccessBadge state={state} /> },
    {
      header: translate('guests.origin'),
      cell: ({ origin }) => <Text maxWidth={narrow}>{translate(`guests.origin.${origin}`)}</Text>,
    },
    { header: translate('guests.createdAt'), sort: 'createdAt', cell: ({ createdAt }) => <Day at={createdAt} /> },
    { header: translate('guests.lastSeenAt'), sort: 'lastSeenAt', cell: ({ lastSeenAt }) => <Day at={lastSeenAt} /> },
    {
      header: translate('contacts.actions'),
      isHeaderHidden: true,
      cell: (guest) => <Buttons guest={guest} {...row} />,
    },
  ];
  return (
    <ListTable
      label={translate('guests.title')}
      rows={guests}
      keyOf={({ documentId }) => documentId}
      columns={columns}
      sorting={sorting}
    />
  );
};
