import { Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowClockwise, Trash } from '@strapi/icons';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ImportPlan, ImportState } from '../../../../contract/importing';
import type { Permission } from '../../../../contract/routes';
import { Moment } from '../../kernel/list';
import { importsPath } from '../../kernel/plugin';
import { useTranslate } from '../../kernel/translate';
import { BlockTable } from '../../kernel/ui/BlockTable';
import { Tag, type Tone } from '../../kernel/ui/Tag';
import { ReportCounts } from './report/ReportCounts';
import { mayUndo } from './report/undo';
import { isMoving } from './steps';

const tones = {
  receiving: 'careful',
  checking: 'busy',
  checked: 'careful',
  applying: 'busy',
  applied: 'good',
  undoing: 'busy',
  undone: 'neutral',
  refused: 'bad',
} as const satisfies Record<ImportState, Tone>;

const FileLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: 600;
  overflow-wrap: anywhere;
`;

const Counts = ({ plan: { counts, state } }: { plan: ImportPlan }) => {
  const translate = useTranslate();
  if (counts === null) return <Typography textColor="neutral800">—</Typography>;
  if (state === 'applied' || state === 'undone') return <ReportCounts counts={counts} isUndone={state === 'undone'} />;
  return <Typography textColor="neutral800">{translate('imports.rowCount', { count: counts.rows })}</Typography>;
};

interface ImportsTableProps {
  imports: readonly ImportPlan[];
  may: (permission: Permission) => boolean;
  onAction: (action: 'undo' | 'delete', plan: ImportPlan) => void;
}

/** The imports, the newest first; the name of each leads to where it stands. */
export const ImportsTable = ({ imports, may, onAction }: ImportsTableProps) => {
  const translate = useTranslate();
  const operationsOf = (plan: ImportPlan) => (
    <Flex gap={1} justifyContent={{ initial: 'flex-start', large: 'flex-end' }}>
      {mayUndo(plan, may) && (
        <IconButton
          variant="ghost"
          label={translate('imports.undo.of', { name: plan.fileName })}
          onClick={() => onAction('undo', plan)}
        >
          <ArrowClockwise aria-hidden style={{ transform: 'scaleX(-1)' }} />
        </IconButton>
      )}
      {!isMoving(plan) && (
        <IconButton
          variant="ghost"
          label={translate('imports.delete.of', { name: plan.fileName })}
          onClick={() => onAction('delete', plan)}
        >
          <Trash aria-hidden />
        </IconButton>
      )}
    </Flex>
  );
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 4, medium: 6 }}>
      <BlockTable
        label={translate('imports.title')}
        rows={imports}
        keyOf={({ documentId }) => documentId}
        columns={[
          {
            name: 'file',
            header: translate('imports.file'),
            cell: ({ documentId, fileName }) => <FileLink to={`/${importsPath}/${documentId}`}>{fileName}</FileLink>,
          },
          {
            name: 'state',
            header: translate('jobs.state'),
            cell: ({ state }) => <Tag tone={tones[state]}>{translate(`imports.state.${state}`)}</Tag>,
          },
          { name: 'counts', header: translate('imports.counts'), cell: (plan) => <Counts plan={plan} /> },
          { name: 'begun', header: translate('imports.begun'), cell: ({ createdAt }) => <Moment at={createdAt} /> },
        ]}
        operations={{ header: translate('contacts.actions'), cell: operationsOf }}
      />
    </Box>
  );
};
