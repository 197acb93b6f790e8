import * as React from 'react';
import { Box, Button, EmptyStateLayout } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useTranslate } from '../translate';
import { LoadedView } from '../ui/LoadedView';
import type { Loaded } from '../useData';

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
export const ListFrame = <Page,>(props: ListFrameProps<Page>): JSX.Element => {
  const { page, isEmpty, emptyText, onClear, create, children } = props;
  const translate = useTranslate();
  const action = onClear ? (
    <Button variant="secondary" onClick={onClear}>
      {translate('list.clearFilters')}
    </Button>
  ) : (
    create && (
      <Button variant="secondary" startIcon={<Plus aria-hidden />} onClick={create.run}>
        {create.label}
      </Button>
    )
  );
  return (
    // A list that could not be loaded again is not shown as if it were today's.
    <LoadedView loaded={page.error === null ? page : { ...page, value: null }}>
      {(value) =>
        isEmpty(value) ? (
          <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={emptyText} action={action} />
        ) : (
          <Box aria-busy={page.isLoading}>{children(value)}</Box>
        )
      }
    </LoadedView>
  );
};
