import * as React from 'react';
import { Box, Button, Flex, IconButton, Popover } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { savedViewsMax, type SavedView } from '../../../../../contract/saved-views';
import type { Permission } from '../../../../../contract/routes';
import { callApi } from '../../../kernel/api';
import { useErrorMessage } from '../../../kernel/errors';
import { useTranslate } from '../../../kernel/translate';
import { TextField } from '../../../kernel/ui/fields';
import { Notice } from '../../../kernel/ui/Notice';
import { useData } from '../../../kernel/useData';
import { isFiltered, type GuestsQuery } from './query';
import { addressOf, filterIn, isSaved, isView, namedViews, namedViewsFor, searchOf } from './views';

const Chip = styled(Link)`
  display: inline-flex;
  align-items: center;
  padding: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 2rem;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.2rem;
  line-height: 1.5;
  text-decoration: none;
  overflow-wrap: anywhere;
  &[aria-current] {
    background: ${({ theme }) => theme.colors.primary100};
    border-color: ${({ theme }) => theme.colors.primary200};
    color: ${({ theme }) => theme.colors.primary700};
    font-weight: 600;
  }
  &:hover {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface KeepProps {
  onKeep: (name: string) => Promise<unknown>;
}

/** Keeps what is shown under a name. */
const Keep = ({ onKeep }: KeepProps) => {
  const translate = useTranslate();
  const errorMessage = useErrorMessage();
  const [isOpen, setOpen] = React.useState(false);
  const [name, setName] = React.useState('');
  const [error, setError] = React.useState<unknown>(null);
  const keep = async (event: React.FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    try {
      await onKeep(name.trim());
      setName('');
      setOpen(false);
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <Button size="S" variant="ghost" startIcon={<Plus aria-hidden />}>
          {translate('guests.views.keep')}
        </Button>
      </Popover.Trigger>
      <Popover.Content>
        <Box tag="form" padding={4} width="28rem" onSubmit={(event: React.FormEvent) => void keep(event)}>
          <Flex direction="column" alignItems="stretch" gap={3}>
            {error !== null && <Notice>{errorMessage(error)}</Notice>}
            <TextField
              name="viewName"
              label={translate('guests.views.name')}
              maxLength={60}
              value={name}
              onChange={setName}
            />
            <Button type="submit" disabled={name.trim() === ''}>
              {translate('action.save')}
            </Button>
          </Flex>
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
};

interface ViewsProps {
  query: GuestsQuery;
  waiting: number;
  may: (permission: Permission) => boolean;
}

/** The usual views of the list, and those that its reader has kept: each is an address, which can be sent and bookmarked. */
export const Views = ({ query, waiting, may }: ViewsProps) => {
  const translate = useTranslate();
  const kept = useData('GetSavedViews', { query: { list: 'guests' } }).value?.views ?? null;
  const save = (views: SavedView[]) => callApi('SaveViews', { body: { list: 'guests', views } });
  const named = namedViewsFor(may);
  const isKnown =
    named.some((view) => isView(query, namedViews[view])) || (kept ?? []).some((view) => isSaved(query, view));
  const current = (isShown: boolean) => (isShown ? { 'aria-current': 'true' as const } : {});
  return (
    <Flex tag="nav" gap={2} wrap="wrap" paddingBottom={4} aria-label={translate('guests.views')}>
      {named.map((view) => (
        <Chip key={view} to={addressOf(namedViews[view])} {...current(isView(query, namedViews[view]))}>
          {translate(`guests.views.${view}`, { count: waiting })}
        </Chip>
      ))}
      {kept?.map((view, index) => (
        <Flex key={`${view.name} ${view.search}`} inline gap={0}>
          <Chip to={addressOf(filterIn(view))} {...current(isSaved(query, view))}>
            {view.name}
          </Chip>
          <IconButton
            size="XS"
            variant="ghost"
            label={translate('guests.views.forget', { name: view.name })}
            onClick={() => void save(kept.filter((_, other) => other !== index))}
          >
            <Cross aria-hidden />
          </IconButton>
        </Flex>
      ))}
      {kept !== null && kept.length < savedViewsMax && isFiltered(query) && !isKnown && (
        <Keep onKeep={(name) => save([...kept, { name, search: searchOf(query) }])} />
      )}
    </Flex>
  );
};
