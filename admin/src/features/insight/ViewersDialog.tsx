import * as React from 'react';
import { Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';
import type { Viewer } from '../../../../contract/insight';
import type { Pagination } from '../../../../contract/pagination';
import { AccessBadge } from '../../kernel/AccessBadge';
import { useLanguage } from '../../kernel/language';
import { useTranslate } from '../../kernel/translate';
import { BlockTable, type BlockColumn } from '../../kernel/ui/BlockTable';
import { Modal, ModalPart } from '../../kernel/ui/FormModal';
import { LoadedView } from '../../kernel/ui/LoadedView';
import { useData } from '../../kernel/useData';
import { actionsText, nameOf, throughText } from './viewers';

const pageSize = 25;

interface PagerProps {
  pagination: Pagination;
  toPage: (page: number) => void;
}

/** One page back or on. The address is the content manager's: the page stands in no link. */
const Pager = ({ pagination: { page, pageCount }, toPage }: PagerProps) => {
  const translate = useTranslate();
  if (pageCount <= 1) return null;
  return (
    <Flex gap={2} justifyContent="center">
      <IconButton label={translate('insight.viewers.previous')} disabled={page <= 1} onClick={() => toPage(page - 1)}>
        <ChevronLeft aria-hidden />
      </IconButton>
      <Typography role="status" variant="pi">
        {translate('insight.viewers.page', { page, count: pageCount })}
      </Typography>
      <IconButton
        label={translate('insight.viewers.next')}
        disabled={page >= pageCount}
        onClick={() => toPage(page + 1)}
      >
        <ChevronRight aria-hidden />
      </IconButton>
    </Flex>
  );
};

export interface ViewersDialogProps {
  contentType: string;
  documentId: string;
  /** Opens the access of a contact above this window. */
  onOpen: (contactId: string) => void;
  onClose: () => void;
}

/** All the guests who see a row. Rendered only while open. */
export const ViewersDialog = ({ contentType, documentId, onOpen, onClose }: ViewersDialogProps) => {
  const translate = useTranslate();
  const language = useLanguage();
  const [page, toPage] = React.useState(1);
  const loaded = useData('ListViewers', { query: { contentType, documentId, page, pageSize } });
  const columns: BlockColumn<Viewer>[] = [
    { name: 'guest', header: translate('insight.viewers.guest'), cell: (viewer) => nameOf(translate, viewer) },
    {
      name: 'state',
      header: translate('access.action'),
      cell: ({ state }) => <AccessBadge state={state} />,
    },
    {
      name: 'through',
      header: translate('insight.viewers.through'),
      cell: (viewer) => throughText(translate, language, viewer),
    },
    {
      name: 'actions',
      header: translate('insight.viewers.actions'),
      cell: ({ actions }) => actionsText(translate, actions),
    },
  ];
  const openButton = ({ guest }: Viewer) => {
    const contactId = guest?.contactId ?? null;
    if (guest === null || contactId === null) return null;
    return (
      <Button type="button" variant="tertiary" size="S" onClick={() => onOpen(contactId)}>
        {translate('insight.viewers.open', { name: guest.name })}
      </Button>
    );
  };
  return (
    <Modal title={translate('insight.viewers')} onClose={onClose}>
      <ModalPart>
        <LoadedView loaded={loaded}>
          {({ viewers, pagination, closedTotal }) => (
            <Flex direction="column" alignItems="stretch" gap={4} aria-busy={loaded.isLoading}>
              <Typography>{translate('insight.viewers.total', { count: pagination.total })}</Typography>
              <BlockTable
                label={translate('insight.viewers')}
                columns={columns}
                rows={viewers.map((viewer, index) => ({ ...viewer, index }))}
                keyOf={({ guest, index }) => guest?.documentId ?? String(index)}
                operations={{ header: translate('access.action'), cell: openButton }}
              />
              <Pager pagination={pagination} toPage={toPage} />
              {closedTotal > 0 && (
                <Typography variant="pi" textColor="neutral600">
                  {translate('insight.viewers.closed', { count: closedTotal })}
                </Typography>
              )}
            </Flex>
          )}
        </LoadedView>
      </ModalPart>
    </Modal>
  );
};
