import * as React from 'react';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useTranslate } from '../../../kernel/translate';
import { Section } from '../../../kernel/ui/Section';
import { StepButtons } from '../StepButtons';
import { useLeaveWarning } from '../useLeaveWarning';
import { emptyRows, filledRows, type GridRow } from './grid';
import { GridTable } from './GridTable';
import { GridPages, gridPageSize } from './GridPages';

interface TypedGridProps {
  rows: readonly GridRow[];
  onChange: (rows: readonly GridRow[]) => void;
  onDone: () => void;
}

/** People typed by hand, or pasted from a spreadsheet. */
export const TypedGrid = ({ rows, onChange, onDone }: TypedGridProps) => {
  const translate = useTranslate();
  const [page, setPage] = React.useState(0);
  const count = React.useMemo(() => filledRows(rows).length, [rows]);
  const add = () => {
    onChange([...rows, ...emptyRows(1)]);
    setPage(Math.floor(rows.length / gridPageSize));
  };
  useLeaveWarning(count > 0);
  return (
    <Section title={translate('imports.source.typed')} hint={translate('imports.typed.hint')}>
      <GridTable rows={rows} page={page} onChange={onChange} onPage={setPage} />
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={3} wrap="wrap">
          <Button type="button" variant="tertiary" size="S" startIcon={<Plus aria-hidden />} onClick={add}>
            {translate('imports.typed.add')}
          </Button>
          <Typography role="status" variant="pi" textColor="neutral600">
            {translate('imports.typed.count', { count })}
          </Typography>
        </Flex>
        <GridPages page={page} total={rows.length} onPage={setPage} />
      </Flex>
      <StepButtons next={{ label: translate('imports.typed.done'), run: onDone, disabled: count === 0 }} />
    </Section>
  );
};
