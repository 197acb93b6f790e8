import * as React from 'react';
import { Box, Flex, LinkButton } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { Link, useSearchParams } from 'react-router-dom';
import type { Duplicate } from '../../../../contract/duplicates';
import type { Permission } from '../../../../contract/routes';
import { callApi } from '../../kernel/api';
import { useErrorMessage } from '../../kernel/errors';
import { fullName } from '../../kernel/fullName';
import { ListFrame, ListPage, Pages, usePages } from '../../kernel/list';
import { readPage } from '../../kernel/list/address';
import { contactsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { Notice } from '../../kernel/ui/Notice';
import { useData } from '../../kernel/useData';
import { DuplicateCard } from './DuplicateCard';
import { mayMerge } from './mayMerge';
import { MergeContactsDialog } from './MergeContactsDialog';

/** The page *Doublons*: contacts that may be there twice, to be merged or told apart. */
export const DuplicatesPage = ({ may }: { may: (permission: Permission) => boolean }) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const [search, setSearch] = useSearchParams();
  const query = readPage(search);
  const toPage = (page: number) =>
    setSearch({ page: String(page), pageSize: String(query.pageSize) }, { replace: true });
  const page = usePages(useData('ListDuplicates', { query }), { query, toPage });
  const [merging, setMerging] = React.useState<Duplicate | null>(null);
  /** Who was told apart last: it can be taken back. */
  const [apart, setApart] = React.useState<Duplicate | null>(null);

  const tellApart = async (duplicate: Duplicate, isApart: boolean) => {
    const { older, newer } = duplicate;
    try {
      await callApi('TellApart', { body: { one: older.documentId, other: newer.documentId, apart: isApart } });
      setApart(isApart ? duplicate : null);
    } catch (error) {
      toggleNotification({ type: 'danger', message: errorMessage(error) });
    }
  };
  const namesOf = ({ older, newer }: Duplicate) => ({ name: fullName(older), other: fullName(newer) });

  return (
    <ListPage
      title={translate('duplicates.title')}
      count={page.value ? translate('duplicates.count', { count: page.value.pagination.total }) : undefined}
      create={null}
      actions={
        <LinkButton tag={Link} to={`/${contactsPath}`} variant="tertiary" startIcon={<ArrowLeft aria-hidden />}>
          {translate('contacts.title')}
        </LinkButton>
      }
    >
      {apart && (
        <Box paddingBottom={4}>
          <Notice
            tone="warning"
            role="status"
            action={{ label: translate('duplicates.together'), run: () => void tellApart(apart, false) }}
          >
            {translate('duplicates.toldApart', namesOf(apart))}
          </Notice>
        </Box>
      )}
      <ListFrame
        page={page}
        isEmpty={({ duplicates }) => duplicates.length === 0}
        emptyText={translate('duplicates.empty')}
        onClear={null}
        create={null}
      >
        {({ duplicates, pagination }) => (
          <>
            <Flex direction="column" alignItems="stretch" gap={4} aria-busy={page.isLoading}>
              {duplicates.map((duplicate) => (
                <DuplicateCard
                  key={`${duplicate.older.documentId} ${duplicate.newer.documentId}`}
                  duplicate={duplicate}
                  onMerge={mayMerge(may) ? () => setMerging(duplicate) : null}
                  onTellApart={may('contacts.update') ? () => void tellApart(duplicate, true) : null}
                />
              ))}
            </Flex>
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {merging && (
        <MergeContactsDialog
          contactIds={[merging.older.documentId, merging.newer.documentId]}
          onClose={() => setMerging(null)}
        />
      )}
    </ListPage>
  );
};
