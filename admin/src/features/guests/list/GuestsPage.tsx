import * as React from 'react';
import { Box } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { AdminGuest, GuestListRow } from '../../../../../contract/guests';
import type { Permission } from '../../../../../contract/routes';
import { callApi } from '../../../kernel/api';
import {
  ImportLink,
  ListFrame,
  ListPage,
  Pages,
  SelectionBar,
  useListQuery,
  usePages,
  useSelection,
} from '../../../kernel/list';
import { useTranslate } from '../../../kernel/translate';
import { Notice } from '../../../kernel/ui/Notice';
import { useData } from '../../../kernel/useData';
import { actionsFor, BulkGuestsDialog, BulkGuestsMenu, NewestOnGuests, type OnGuests } from '../../bulk-guests';
import { useAccessTypes } from '../../contact-access';
import { fullName } from '../../../kernel/fullName';
import { GuestDialog } from '../form/GuestDialog';
import { useGuestActions } from '../useGuestActions';
import { useGuestTools } from '../useGuestTools';
import { GuestFilters } from './GuestFilters';
import { GuestsTable } from './GuestsTable';
import { filterOf, isFiltered, listOf, noFilter, readQuery, writeQuery } from './query';
import { Views } from './Views';

/** The page *Invités* (P1, D2–D6, A4). */
export const GuestsPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const { query, go, narrow, clear, sortBy, toPage } = useListQuery({ read: readQuery, write: writeQuery, noFilter });
  // A guest who is opened over the list is no other list.
  const { guest: _, ...listed } = query;
  const page = usePages(useData('ListGuests', { query: listed }), { query, toPage });
  const filter = filterOf(query);
  const selection = useSelection(filter, async () => {
    const { guestIds: ids, total } = await callApi('ListGuestIds', { query: { ...filter } });
    return { ids, total };
  });
  const accessTypes = useAccessTypes(may('access.read')).value ?? [];
  const { start, question } = useGuestActions();
  const tools = useGuestTools(may);
  const shown = ({ documentId, state, holds }: GuestListRow) => {
    const contactId = holds?.contactId ?? null;
    return { documentId, state, contactId };
  };
  const [isCreating, setCreating] = React.useState(false);
  const [onGuests, setOnGuests] = React.useState<OnGuests | null>(null);
  const bulkActions = actionsFor(may);
  const show = (guest: string | undefined) => go({ guest }, true);
  const create = may('guests.create') ? { label: translate('guests.create'), run: () => setCreating(true) } : null;
  const onClear = isFiltered(query) ? clear : null;
  const waiting = page.value?.waitingTotal ?? 0;

  const onSaved = (guest: AdminGuest, invited: boolean) => {
    const said = invited ? 'guests.savedInvited' : 'guests.saved';
    const values = { name: fullName(guest), email: guest.email ?? '' };
    toggleNotification({ type: 'success', message: translate(said, values) });
  };

  return (
    <ListPage
      title={translate('guests.title')}
      count={page.value ? translate('guests.count', { count: page.value.pagination.total }) : undefined}
      create={create}
      actions={may('contacts.create') && <ImportLink />}
      exported={{ endpoint: 'ExportGuests', query: listOf(query), name: translate('guests.file') }}
      search={{ text: query.q, label: translate('guests.search'), run: (q) => narrow({ q }, true) }}
      onClear={onClear}
      filters={<GuestFilters filter={query} accessTypes={accessTypes} may={may} onNarrow={narrow} />}
    >
      {waiting > 0 && (
        <Box marginBottom={5}>
          <Notice
            tone="warning"
            role="status"
            action={
              query.state === 'waiting'
                ? null
                : { label: translate('guests.showWaiting'), run: () => narrow({ state: 'waiting' }) }
            }
          >
            {translate('guests.waiting', { count: waiting })}
          </Notice>
        </Box>
      )}
      <Views query={query} waiting={waiting} may={may} />
      {bulkActions.length > 0 && (
        <NewestOnGuests onOpen={(jobId) => setOnGuests({ action: null, guestIds: null, jobId })} />
      )}
      <ListFrame
        page={page}
        isEmpty={({ guests }) => guests.length === 0}
        emptyText={translate(onClear ? 'guests.nothingFound' : 'guests.empty')}
        onClear={onClear}
        create={create}
      >
        {({ guests, pagination }) => (
          <>
            <GuestsTable
              guests={guests}
              accessTypes={accessTypes}
              selection={bulkActions.length > 0 ? selection : null}
              sorting={{ query, sortBy }}
              may={may}
              onOpen={show}
              onAction={start}
              toolsFor={(guest) => tools.toolsFor(shown(guest))}
              onTool={(tool, guest) => tools.open(tool, shown(guest))}
            />
            {bulkActions.length > 0 && (
              <SelectionBar selection={selection} of="guests" total={pagination.total}>
                <BulkGuestsMenu
                  actions={bulkActions}
                  isDisabled={selection.ids.size === 0}
                  onChoose={(action) => setOnGuests({ action, guestIds: [...selection.ids], jobId: null })}
                />
              </SelectionBar>
            )}
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {question}
      {tools.window}
      {onGuests !== null && <BulkGuestsDialog on={onGuests} may={may} onClose={() => setOnGuests(null)} />}
      {(isCreating || query.guest !== undefined) && (
        <GuestDialog
          key={isCreating ? 'new' : query.guest}
          guestId={isCreating ? null : (query.guest ?? null)}
          may={may}
          onSaved={onSaved}
          onClose={() => (isCreating ? setCreating(false) : show(undefined))}
        />
      )}
    </ListPage>
  );
};
