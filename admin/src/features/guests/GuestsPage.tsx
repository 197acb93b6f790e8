import * as React from 'react';
import { Box } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { guestStates } from '../../../../contract/contact-access';
import { guestOrigins, type AdminGuest } from '../../../../contract/guests';
import type { Permission } from '../../../../contract/routes';
import { FilterSelect, ImportLink, ListFrame, ListPage, Pages, useListQuery, usePages } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { Notice } from '../../kernel/ui/Notice';
import { useData } from '../../kernel/useData';
import { fullName } from '../contacts';
import { GuestDialog } from './form/GuestDialog';
import { GuestsTable } from './GuestsTable';
import { isFiltered, listOf, noFilter, readQuery, writeQuery } from './query';
import { useGuestActions } from './useGuestActions';

/** The page *Invités* (P1, D2–D6, A4). */
export const GuestsPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const { query, go, narrow, clear, sortBy, toPage } = useListQuery({ read: readQuery, write: writeQuery, noFilter });
  // A guest who is opened over the list is no other list.
  const { guest: _, ...listed } = query;
  const page = usePages(useData('ListGuests', { query: listed }), { query, toPage });
  const { start, question } = useGuestActions();
  const [isCreating, setCreating] = React.useState(false);
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
      filters={
        <>
          <FilterSelect
            label={translate('guests.state')}
            values={guestStates}
            value={query.state}
            nameOf={(state) => translate(`access.state.${state}`)}
            onChange={(state) => narrow({ state })}
          />
          <FilterSelect
            label={translate('guests.origin')}
            values={guestOrigins}
            value={query.origin}
            nameOf={(origin) => translate(`guests.origin.${origin}`)}
            onChange={(origin) => narrow({ origin })}
          />
          <FilterSelect
            label={translate('guests.usage')}
            values={['unused']}
            value={query.unused ? 'unused' : undefined}
            nameOf={() => translate('guests.usage.unused')}
            onChange={(usage) => narrow({ unused: usage === undefined ? undefined : true })}
          />
        </>
      }
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
      <ListFrame
        page={page}
        isEmpty={({ guests }) => guests.length === 0}
        emptyText={translate(onClear ? 'guests.nothingFound' : 'guests.empty')}
        onClear={onClear}
        create={create}
      >
        {({ guests, pagination }) => (
          <>
            <GuestsTable guests={guests} sorting={{ query, sortBy }} may={may} onOpen={show} onAction={start} />
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {question}
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
