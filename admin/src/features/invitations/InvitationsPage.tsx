import * as React from 'react';
import type { InvitationLink } from '../../../../contract/invitations';
import type { Permission } from '../../../../contract/routes';
import { ListFrame, ListPage } from '../../kernel/list';
import { useTranslate } from '../../kernel/translate';
import { ArrivalsDialog } from './ArrivalsDialog';
import { InvitationDialog } from './InvitationDialog';
import { LinksTable } from './LinksTable';
import { RevealDialog } from './RevealDialog';
import { useLinks } from './useLinks';
import { useRevoke } from './useRevoke';

/** The dialog that is open; one at a time. */
type Open = { kind: 'new' } | { kind: 'reveal' | 'arrivals'; link: InvitationLink } | null;

/** The page *Liens d'invitation* (P3). */
export const InvitationsPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const page = useLinks(may('access.read'));
  const { ask, question } = useRevoke();
  const [open, setOpen] = React.useState<Open>(null);
  const close = () => setOpen(null);
  const mayManage = may('invitations.manage');
  const create = mayManage ? { label: translate('invitations.create'), run: () => setOpen({ kind: 'new' }) } : null;
  const total = page.value?.links.length;

  return (
    <ListPage
      title={translate('invitations.title')}
      count={total === undefined ? undefined : translate('invitations.count', { count: total })}
      create={create}
    >
      <ListFrame
        page={page}
        isEmpty={({ links }) => links.length === 0}
        emptyText={translate('invitations.empty')}
        onClear={null}
        create={create}
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
      {question}
      {open?.kind === 'new' && <InvitationDialog may={may} onClose={close} />}
      {open?.kind === 'reveal' && <RevealDialog link={open.link} onClose={close} />}
      {open?.kind === 'arrivals' && <ArrivalsDialog link={open.link} onClose={close} />}
    </ListPage>
  );
};
