import * as React from 'react';
import { Button, Flex, TextButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useTranslate } from '../translate';
import { ExportMenu, type Exported } from './ExportMenu';
import { SearchBox } from './SearchBox';

interface ListPageProps {
  title: string;
  /** How many there are; left out while nobody knows. */
  count?: string;
  create: { label: string; run: () => void } | null;
  /** What stands before the buttons: another way to new entries. */
  actions?: React.ReactNode;
  /** What of it can be had as a file. */
  exported?: Exported;
  search?: { text: string; label: string; run: (text: string) => void };
  /** What else narrows the list, and what takes it all away; null where nothing is narrowed. */
  filters?: React.ReactNode;
  onClear?: (() => void) | null;
  /** The list, and the windows over it. */
  children: React.ReactNode;
}

/** A page with a list: its title, the button for a new entry, search box and filters. */
export const ListPage = ({
  title,
  count = '',
  create,
  actions,
  exported,
  search,
  filters,
  onClear,
  children,
}: ListPageProps) => {
  const translate = useTranslate();
  return (
    <Page.Main>
      <Page.Title>{title}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={count}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            {actions}
            {exported && <ExportMenu {...exported} />}
            {create !== null && (
              <Button startIcon={<Plus aria-hidden />} onClick={create.run}>
                {create.label}
              </Button>
            )}
          </Flex>
        }
      />
      {(search || filters) && (
        <Layouts.Action
          startActions={
            <Flex gap={2} wrap="wrap">
              {search && <SearchBox text={search.text} label={search.label} onSearch={search.run} />}
              {filters}
              {onClear && <TextButton onClick={onClear}>{translate('list.clearFilters')}</TextButton>}
            </Flex>
          }
        />
      )}
      <Layouts.Content>{children}</Layouts.Content>
    </Page.Main>
  );
};
