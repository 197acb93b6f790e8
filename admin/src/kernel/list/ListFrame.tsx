import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, Loader } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useErrorMessage } from '../errors';
import type { Loaded } from '../loaded';
import { Notice } from '../Notice';
import { useTranslate } from '../translate';

interface ListFrameProps<Page> {
  page: Loaded<Page>;
  isEmpty: (page: Page) => boolean;
  /** Why the list is empty: nothing is there yet, or the filter leaves nothing. */
  emptyText: string;
  /** Takes the filter away; null where nothing is filtered. */
  onClear: (() => void) | null;
  create: { label: string; run: () => void } | null;
  children: (page: Page) => React.ReactNode;
}

/** What stands around every list: its failure, its loading, its emptiness and what can be done about them. */
export const ListFrame = <Page,>({
  page,
  isEmpty,
  emptyText,
  onClear,
  create,
  children,
}: ListFrameProps<Page>): JSX.Element => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  if (page.error !== null) {
    return <Notice text={errorMessage(page.error)} action={{ label: translate('action.reload'), run: page.reload }} />;
  }
  if (page.value === null) {
    return (
      <Flex justifyContent="center" padding={10}>
        <Loader>{translate('loading')}</Loader>
      </Flex>
    );
  }
  if (!isEmpty(page.value)) return <Box aria-busy={page.isLoading}>{children(page.value)}</Box>;
  const action =
    onClear !== null ? (
      <Button variant="secondary" onClick={onClear}>
        {translate('list.clearFilters')}
      </Button>
    ) : (
      create !== null && (
        <Button variant="secondary" startIcon={<Plus aria-hidden />} onClick={create.run}>
          {create.label}
        </Button>
      )
    );
  return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={emptyText} action={action} />;
};
