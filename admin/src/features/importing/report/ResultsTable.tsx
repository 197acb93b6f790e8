import { Flex, Typography } from '@strapi/design-system';
import type { ImportResult, ImportRow } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';
import { BlockTable } from '../../../kernel/ui/BlockTable';
import { Tag, type Tone } from '../../../kernel/ui/Tag';
import { RowDetails } from '../check/RowDetails';
import { rowName } from '../words';

const tones = {
  added: 'good',
  merged: 'good',
  unchanged: 'neutral',
  skipped: 'neutral',
  incomplete: 'careful',
  appeared: 'careful',
  gone: 'careful',
  'access-decides': 'careful',
} as const satisfies Record<ImportResult, Tone>;

/** What came of each row. */
export const ResultsTable = ({ rows }: { rows: readonly ImportRow[] }) => {
  const translate = useTranslate();
  return (
    <BlockTable
      label={translate('imports.rows')}
      rows={rows}
      keyOf={({ rowId }) => String(rowId)}
      columns={[
        {
          name: 'person',
          header: translate('imports.row.person'),
          cell: (row) => (
            <Flex direction="column" alignItems="stretch">
              <Typography fontWeight="bold">{rowName(translate, row)}</Typography>
              <RowDetails row={row} />
            </Flex>
          ),
        },
        {
          name: 'result',
          header: translate('imports.row.result'),
          cell: ({ result }) =>
            result === null ? '—' : <Tag tone={tones[result]}>{translate(`imports.result.${result}`)}</Tag>,
        },
        {
          name: 'guest',
          header: translate('imports.row.guest'),
          cell: ({ guestResult }) =>
            guestResult === null ? (
              '—'
            ) : (
              <Tag tone={guestResult === 'created' ? 'good' : 'careful'}>
                {translate(`imports.guestResult.${guestResult}`)}
              </Tag>
            ),
        },
        ...(rows.some(({ undoResult }) => undoResult !== null)
          ? [
              {
                name: 'undo',
                header: translate('imports.row.undo'),
                cell: ({ undoResult }: ImportRow) =>
                  undoResult === null ? (
                    '—'
                  ) : (
                    <Tag tone={undoResult === 'undone' ? 'good' : 'careful'}>
                      {translate(`imports.undoResult.${undoResult}`)}
                    </Tag>
                  ),
              },
            ]
          : []),
      ]}
    />
  );
};
