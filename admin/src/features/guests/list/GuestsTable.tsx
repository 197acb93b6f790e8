import * as React from 'react';
import { Flex, IconButton } from '@strapi/design-system';
import { Check, Eye, Pencil } from '@strapi/icons';
import type { GuestListRow, GuestSortField } from '../../../../../contract/guests';
import type { Permission } from '../../../../../contract/routes';
import type { Option } from '../../../kernel/dual-list';
import { ListTable, selectionColumn, type Column, type Selection } from '../../../kernel/list';
import { useTranslate } from '../../../kernel/translate';
import { fullName } from '../../../kernel/fullName';
import { actionsFor, isBeyond, type GuestAction } from '../actions';
import { HoldsCell, NameCell, ReachCell, SinceCell, StateCell } from './GuestCells';
import { GuestMenu, type GuestTool } from '../GuestMenu';

interface RowProps {
  may: (permission: Permission) => boolean;
  onOpen: (guestId: string) => void;
  onAction: (action: GuestAction, guest: GuestListRow) => void;
  toolsFor: (guest: GuestListRow) => GuestTool[];
  onTool: (tool: GuestTool, guest: GuestListRow) => void;
}

const Buttons = ({ guest, may, onOpen, onAction, toolsFor, onTool }: RowProps & { guest: GuestListRow }) => {
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
        tools={toolsFor(guest)}
        onTool={(tool) => onTool(tool, guest)}
        actions={actions.filter((action) => action !== 'approve' || isBeyond(action, may))}
        may={may}
        onChoose={(action) => onAction(action, guest)}
      />
    </Flex>
  );
};

interface GuestsTableProps extends RowProps {
  guests: readonly GuestListRow[];
  accessTypes: readonly Option[];
  /** Null where nothing can be done with a selection. */
  selection: Selection | null;
  sorting: React.ComponentProps<typeof ListTable<GuestListRow, GuestSortField>>['sorting'];
}

const keyOf = ({ documentId }: GuestListRow) => documentId;

/**
 * The guests: Nom, Entreprise, E-mail, Identifiant, État, Clé, Accès, Vu le, Créé le, Origine. Two of them stand below each other in a
 * column, so that on a screen of 1280 pixels all is read as it is.
 */
export const GuestsTable = ({ guests, accessTypes, selection, sorting, ...row }: GuestsTableProps) => {
  const translate = useTranslate();
  const sorts = (...fields: GuestSortField[]) => ({
    name: fields.join(' '),
    sorts: fields.map((field) => ({ field, label: translate(`guests.sort.${field}`) })),
  });
  const columns: Column<GuestListRow, GuestSortField>[] = [
    ...(selection === null
      ? []
      : [
          selectionColumn<GuestListRow, GuestSortField>(translate, {
            ...{ selection, rows: guests, keyOf, nameOf: fullName, of: 'guests' },
          }),
        ]),
    { header: sorts('lastName'), cell: (guest) => <NameCell guest={guest} /> },
    { header: sorts('email', 'login'), cell: (guest) => <ReachCell guest={guest} /> },
    { header: translate('guests.state'), cell: (guest) => <StateCell guest={guest} /> },
    ...(row.may('access.read')
      ? [
          {
            header: translate('guests.access'),
            cell: (guest: GuestListRow) => <HoldsCell guest={guest} accessTypes={accessTypes} />,
          },
        ]
      : []),
    { header: sorts('lastSeenAt', 'createdAt'), cell: (guest) => <SinceCell guest={guest} /> },
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
      keyOf={keyOf}
      columns={columns}
      sorting={sorting}
      hasCards
    />
  );
};
