import * as React from 'react';
import { Field, Flex, TextButton, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useTranslate } from '../translate';
import { Listbox } from './Listbox';
import { selectAll } from './selection';
import type { Pane } from './usePane';

interface ListPaneProps {
  caption: string;
  label: string;
  pane: Pane;
  onMove: (ids: ReadonlySet<string>) => void;
  rows: number;
  disabled: boolean;
}

/** One of the two lists with its search box, its count and "select all". */
export const ListPane = ({ caption, label, pane, onMove, rows, disabled }: ListPaneProps) => {
  const translate = useTranslate();
  const { shown, selection, setSelection, search, setSearch, total } = pane;
  const id = React.useId();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name={`${id}-search`}>
        <Field.Input
          type="search"
          size="S"
          aria-label={translate('dualList.searchIn', { label })}
          placeholder={translate('dualList.search')}
          startAction={<Search aria-hidden fill="neutral500" />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          // Enter in the search box must not send the form around the lists.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field.Root>
      <Listbox
        ref={pane.listRef}
        id={`${id}-list`}
        label={label}
        emptyText={translate(total === 0 ? 'dualList.empty' : 'dualList.nothingFound')}
        options={shown}
        selection={selection}
        onSelect={setSelection}
        onMove={onMove}
        rows={rows}
        disabled={disabled}
      />
      {/* The focus ring of the text button stands out by some pixels; without room for it the dialog would scroll sideways. */}
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingRight={1}>
        <Typography variant="pi" textColor="neutral600">
          {selection.ids.size === 0 ? caption : translate('dualList.selected', { count: selection.ids.size, caption })}
        </Typography>
        <TextButton
          type="button"
          disabled={disabled || shown.length === 0}
          onClick={() =>
            setSelection(
              selectAll(
                selection,
                shown.map((option) => option.id)
              )
            )
          }
        >
          {translate('dualList.selectAll')}
        </TextButton>
      </Flex>
    </Flex>
  );
};
