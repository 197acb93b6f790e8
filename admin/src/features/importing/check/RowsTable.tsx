import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import type { ImportRow } from '../../../../../contract/importing';
import type { Permission } from '../../../../../contract/routes';
import { useTranslate } from '../../../kernel/translate';
import { BlockTable, type BlockColumn } from '../../../kernel/ui/BlockTable';
import { CheckboxField } from '../../../kernel/ui/fields';
import { InlineSelect } from '../../../kernel/ui/InlineSelect';
import { RowProblems } from '../RowProblems';
import { personName, rowName } from '../words';
import { decisionsFor, hasLastName, type Choice } from './choices';
import { RowDetails } from './RowDetails';
import { RowMatch } from './RowMatch';
import type { RowSelection } from './useRowSelection';

interface RowsTableProps {
  rows: readonly ImportRow[];
  selection: RowSelection;
  may: (permission: Permission) => boolean;
  onChoose: (row: ImportRow, choice: Choice) => void;
  onCorrect: (row: ImportRow) => void;
  onCompare: (row: ImportRow) => void;
}

/** The rows of a file, each with what is wrong with it, who it is already, and what becomes of it. */
export const RowsTable = ({ rows, selection, may, onChoose, onCorrect, onCompare }: RowsTableProps) => {
  const translate = useTranslate();
  const ids = rows.map(({ rowId }) => rowId);
  const labelOf = (row: ImportRow) => personName(row.person) ?? translate('imports.nobody');
  const columns: BlockColumn<ImportRow>[] = [
    {
      name: 'person',
      header: translate('imports.row.person'),
      cell: (row) => (
        <Flex direction="column" alignItems="stretch" gap={1}>
          <CheckboxField
            label={labelOf(row)}
            checked={selection.isTicked(row.rowId)}
            onChange={(isTicked) => selection.tick([row.rowId], isTicked, ids)}
          />
          <RowDetails row={row} />
        </Flex>
      ),
    },
    {
      name: 'found',
      header: translate('imports.row.found'),
      cell: ({ problems, match }) => (
        <Flex direction="column" alignItems="stretch" gap={2}>
          {problems.length > 0 && <RowProblems problems={problems} />}
          {match !== null && <RowMatch match={match} />}
          {problems.length === 0 && match === null && (
            <Typography variant="pi" textColor="neutral600">
              {translate('imports.row.fine')}
            </Typography>
          )}
        </Flex>
      ),
    },
    {
      name: 'decision',
      header: translate('imports.row.decision'),
      cell: (row) => (
        <InlineSelect
          label={translate('imports.row.decisionOf', { name: rowName(translate, row) })}
          value={row.decision}
          disabled={!hasLastName(row)}
          options={decisionsFor(row, may).map((one) => ({ value: one, label: translate(`imports.decision.${one}`) }))}
          onChange={(decision) => onChoose(row, { decision })}
        />
      ),
    },
  ];
  if (may('guests.create')) {
    columns.push({
      name: 'guest',
      header: translate('imports.row.guest'),
      cell: (row) => (
        <Checkbox
          aria-label={translate('imports.row.guestOf', { name: rowName(translate, row) })}
          checked={row.isGuest}
          disabled={row.decision === 'skip'}
          onCheckedChange={(isGuest) => onChoose(row, { isGuest: isGuest === true })}
        />
      ),
    });
  }
  const operationsOf = (row: ImportRow) => {
    const name = rowName(translate, row);
    return (
      <Flex gap={2} direction={{ initial: 'row', large: 'column' }} alignItems="stretch">
        <Button
          type="button"
          variant="tertiary"
          size="S"
          aria-label={translate('imports.correct.of', { name })}
          onClick={() => onCorrect(row)}
        >
          {translate('imports.correct')}
        </Button>
        {row.match !== null && row.match.person !== null && row.person !== null && may('contacts.update') && (
          <Button
            type="button"
            variant="tertiary"
            size="S"
            aria-label={translate('imports.compare.of', { name })}
            onClick={() => onCompare(row)}
          >
            {translate('imports.compare')}
          </Button>
        )}
      </Flex>
    );
  };
  return (
    <BlockTable
      label={translate('imports.rows')}
      rows={rows}
      keyOf={({ rowId }) => String(rowId)}
      columns={columns}
      operations={{ header: translate('contacts.actions'), cell: operationsOf }}
    />
  );
};
