import * as React from 'react';
import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { InvitationLink } from '../../../contract/invitations';
import {
  ArrivalsDialog,
  InvitationDialog,
  LinksTable,
  RevealDialog,
  useLinks,
  useRevoke,
} from '../features/invitations';
import { useLanguage } from '../kernel/language';
import { ListFrame } from '../kernel/list';
import { useTranslate } from '../kernel/translate';
import type { SubPageProps } from './subPages';

/** The dialog that is open; one at a time. */
type Open = { kind: 'new' } | { kind: 'reveal' | 'arrivals'; link: InvitationLink } | null;

/** The page *Liens d'invitation* (P3). */
export const InvitationsPage = ({ may }: SubPageProps) => {
  const translate = useTranslate();
  const page = useLinks(useLanguage(), may('access.read'));
  const { ask, question } = useRevoke(page.reload);
  const [open, setOpen] = React.useState<Open>(null);
  const close = () => setOpen(null);
  const mayManage = may('invitations.manage');
  const create = mayManage ? () => setOpen({ kind: 'new' }) : null;
  const total = page.value?.links.length;

  return (
    <Page.Main>
      <Page.Title>{translate('invitations.title')}</Page.Title>
      <Layouts.Header
        title={translate('invitations.title')}
        subtitle={total === undefined ? '' : translate('invitations.count', { count: total })}
        primaryAction={
          create !== null && (
            <Button startIcon={<Plus aria-hidden />} onClick={create}>
              {translate('invitations.create')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <ListFrame
          page={page}
          isEmpty={({ links }) => links.length === 0}
          emptyText={translate('invitations.empty')}
          onClear={null}
          create={create === null ? null : { label: translate('invitations.create'), run: create }}
        >
          {(all) => (
            <LinksTable
              {...all}
              arrivals={(link) => setOpen({ kind: 'arrivals', link })}
              reveal={mayManage ? (link) => setOpen({ kind: 'reveal', link }) : null}
              revoke={mayManage ? ask : null}
              mayGrant={may('access.manage')}
            />
          )}
        </ListFrame>
      </Layouts.Content>
      {question}
      {open?.kind === 'new' && <InvitationDialog may={may} onCreated={page.reload} onClose={close} />}
      {open?.kind === 'reveal' && <RevealDialog link={open.link} onClose={close} />}
      {open?.kind === 'arrivals' && <ArrivalsDialog link={open.link} onClose={close} />}
    </Page.Main>
  );
};
