import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import type { ImportPlan, ImportRow, ImportRowFilter } from '../../../../../contract/importing';
import type { Permission } from '../../../../../contract/routes';
import { ListFrame, Pages } from '../../../kernel/list';
import { useTranslate } from '../../../kernel/translate';
import { Section } from '../../../kernel/ui/Section';
import { FilterChips } from '../FilterChips';
import { StepButtons } from '../StepButtons';
import { BulkBar } from './BulkBar';
import type { Choice } from './choices';
import { CompareDialog } from './CompareDialog';
import { CorrectDialog } from './CorrectDialog';
import { MergeDialog } from './MergeDialog';
import { RowsTable } from './RowsTable';
import { useDecisions } from './useDecisions';
import { useRows } from './useRows';
import { useRowSelection } from './useRowSelection';

type Open = { kind: 'correct' | 'compare'; row: ImportRow } | { kind: 'merge' } | null;
type Counts = NonNullable<ImportPlan['counts']>;

/** The kinds of rows before they are applied, in the order of their buttons. */
const filters = ['all', 'problems', 'incomplete', 'email', 'name', 'phone', 'guests', 'skipped'] as const;

const countOf = (counts: Counts, show: (typeof filters)[number]): number =>
  show === 'all' ? counts.rows : show === 'skipped' ? counts.skip : counts[show];

interface CheckStepProps {
  importId: string;
  counts: Counts;
  may: (permission: Permission) => boolean;
  /** Back to the columns; left out where there are none. */
  onBack?: () => void;
  onDone: () => void;
}

/** The rows with what is wrong with them: corrected, joined or left out, one by one or together. */
export const CheckStep = ({ importId, counts, may, onBack, onDone }: CheckStepProps) => {
  const translate = useTranslate();
  const { query, given, page, filter } = useRows(importId);
  const { show } = query;
  const selection = useRowSelection(show);
  const decisions = useDecisions({ importId, show, given, page: page.value });
  const [open, setOpen] = React.useState<Open>(null);
  const close = () => setOpen(null);
  const decideOnTicked = async (choice: Choice) => {
    await decisions.decideOn(selection.selected, choice);
    // They may have left the list, and what is not seen must not be decided on.
    if (show !== 'all') selection.clear();
  };
  const count = selection.selected.kind === 'all' ? (page.value?.pagination.total ?? 0) : selection.selected.ids.size;
  const other = open?.kind === 'compare' ? (open.row.match?.person ?? null) : null;
  const compared =
    open?.kind === 'compare' && open.row.person !== null ? { ...open.row, person: open.row.person } : null;
  const showAll = (all: ImportRowFilter) => () => filter(all);

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Section title={translate('imports.check')} hint={translate('imports.check.hint')}>
        <FilterChips
          label={translate('imports.filter')}
          value={show}
          options={filters.map((one) => ({
            value: one,
            label: translate(`imports.filter.${one}`),
            count: countOf(counts, one),
          }))}
          onChange={filter}
        />
        <ListFrame
          page={page}
          isEmpty={({ rows }) => rows.length === 0}
          emptyText={translate('imports.rows.none')}
          onClear={show === 'all' ? null : showAll('all')}
          create={null}
        >
          {({ rows, pagination }) => (
            <Flex direction="column" alignItems="stretch" gap={4}>
              <BulkBar
                selection={selection}
                pageIds={rows.map(({ rowId }) => rowId)}
                total={pagination.total}
                isBusy={decisions.isBusy}
                may={may}
                onChoose={(choice) => void decisions.run(() => decideOnTicked(choice))}
                onMerge={() => setOpen({ kind: 'merge' })}
              />
              <RowsTable
                rows={rows}
                selection={selection}
                may={may}
                onChoose={(row, choice) => void decisions.decideOne(row, choice)}
                onCorrect={(row) => setOpen({ kind: 'correct', row })}
                onCompare={(row) => setOpen({ kind: 'compare', row })}
              />
              <Pages pagination={pagination} />
            </Flex>
          )}
        </ListFrame>
      </Section>
      <Typography role="status">{translate('imports.check.sum', { ...counts })}</Typography>
      <StepButtons
        back={onBack && { label: translate('imports.check.reread'), run: onBack }}
        next={{ label: translate('imports.next'), run: onDone, isBusy: decisions.isBusy }}
      />
      {open?.kind === 'correct' && <CorrectDialog importId={importId} row={open.row} onClose={close} />}
      {compared !== null && other !== null && (
        <CompareDialog
          row={compared}
          other={other}
          onChoose={(choice) => decisions.decideOn({ kind: 'some', ids: new Set([compared.rowId]) }, choice)}
          onClose={close}
        />
      )}
      {open?.kind === 'merge' && <MergeDialog count={count} onChoose={decideOnTicked} onClose={close} />}
    </Flex>
  );
};
