import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import type { AdminGuest } from '../../../contract/guests';
import { fullName } from '../features/contacts';
import { GuestDialog, GuestsFilters, GuestsList, useGuestsPage, useGuestsQuery } from '../features/guests';
import { SearchBox } from '../kernel/list';
import { useTranslate } from '../kernel/translate';
import type { SubPageProps } from './subPages';

/** The page *Invités* (P1, D2–D6, A4). */
export const GuestsPage = ({ may }: SubPageProps) => {
  const translate = useTranslate();
  const { toggleNotification } = useNotification();
  const address = useGuestsQuery();
  const page = useGuestsPage(address);
  const [isCreating, setCreating] = React.useState(false);
  const { query, show } = address;
  const create = may('guests.create') ? () => setCreating(true) : null;
  const close = () => (isCreating ? setCreating(false) : show(undefined));

  const onSaved = (guest: AdminGuest, invited: boolean) => {
    const said = invited ? 'guests.savedInvited' : 'guests.saved';
    const values = { name: fullName(guest), email: guest.email ?? '' };
    toggleNotification({ type: 'success', message: translate(said, values) });
    page.reload();
  };

  return (
    <Page.Main>
      <Page.Title>{translate('guests.title')}</Page.Title>
      <Layouts.Header
        title={translate('guests.title')}
        subtitle={page.value === null ? '' : translate('guests.count', { count: page.value.pagination.total })}
        primaryAction={
          create !== null && (
            <Button startIcon={<Plus aria-hidden />} onClick={create}>
              {translate('guests.create')}
            </Button>
          )
        }
      />
      <Layouts.Action
        startActions={
          <Flex gap={2} wrap="wrap">
            <SearchBox
              text={query.q}
              label={translate('guests.search')}
              onSearch={(q) => address.narrow({ q }, true)}
            />
            <GuestsFilters {...address} />
          </Flex>
        }
      />
      <Layouts.Content>
        <GuestsList page={page} address={address} may={may} onCreate={create} />
      </Layouts.Content>
      {(isCreating || query.guest !== undefined) && (
        <GuestDialog
          key={isCreating ? 'new' : query.guest}
          guestId={isCreating ? null : (query.guest ?? null)}
          may={may}
          onSaved={onSaved}
          onClose={close}
        />
      )}
    </Page.Main>
  );
};
