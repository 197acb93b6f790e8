import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ImportPlan } from '../../../../../contract/importing';
import { pathTo, type Permission } from '../../../../../contract/routes';
import { searchOf } from '../../../kernel/api';
import { useLanguage } from '../../../kernel/language';
import { ListFrame, Pages, useFile } from '../../../kernel/list';
import { contactsPath } from '../../../kernel/plugin';
import { useTranslate } from '../../../kernel/translate';
import { Section } from '../../../kernel/ui/Section';
import { useRows } from '../check/useRows';
import { FilterChips } from '../FilterChips';
import { ReportCounts } from './ReportCounts';
import { ResultsTable } from './ResultsTable';
import { mayUndo } from './undo';
import { useImportActions } from './useImportActions';

const filters = ['all', 'done', 'not-done'] as const;

interface ReportViewProps {
  plan: ImportPlan;
  counts: NonNullable<ImportPlan['counts']>;
  may: (permission: Permission) => boolean;
}

/** What came of an import: by numbers, row by row, and as a file; and the way to take it back. */
export const ReportView = ({ plan, counts, may }: ReportViewProps) => {
  const translate = useTranslate();
  const locale = useLanguage();
  const { isBusy, take } = useFile();
  const { ask, question } = useImportActions();
  const { documentId: importId } = plan;
  const { query, page, filter } = useRows(importId);
  const isUndone = plan.state === 'undone';
  const countOf = { all: counts.rows, done: counts.rows - counts.notDone, 'not-done': counts.notDone };
  return (
    <Section
      title={translate(isUndone ? 'imports.report.titleUndone' : 'imports.report')}
      hint={translate(isUndone ? 'imports.report.hintUndone' : 'imports.report.hint')}
      action={
        <Flex gap={2} wrap="wrap">
          <Button
            variant="secondary"
            loading={isBusy}
            onClick={() =>
              void take(
                pathTo('ExportImportReport') + searchOf({ importId, locale }),
                `${translate('imports.report.file')}.csv`
              )
            }
          >
            {translate('imports.report.download')}
          </Button>
          {mayUndo(plan, may) && (
            <Button variant="danger-light" onClick={() => ask('undo', plan)}>
              {translate('imports.undo')}
            </Button>
          )}
          {may('contacts.read') && (
            <LinkButton tag={Link} to={`/${contactsPath}`} variant="tertiary">
              {translate('imports.report.contacts')}
            </LinkButton>
          )}
        </Flex>
      }
    >
      <ReportCounts counts={counts} isUndone={isUndone} />
      <FilterChips
        label={translate('imports.filter')}
        value={query.show}
        options={filters.map((one) => ({
          value: one,
          label: translate(`imports.filter.${one}`),
          count: countOf[one],
        }))}
        onChange={filter}
      />
      <ListFrame
        page={page}
        isEmpty={({ rows }) => rows.length === 0}
        emptyText={translate('imports.rows.none')}
        onClear={query.show === 'all' ? null : () => filter('all')}
        create={null}
      >
        {({ rows, pagination }) => (
          <>
            <ResultsTable rows={rows} />
            <Pages pagination={pagination} />
          </>
        )}
      </ListFrame>
      {question}
    </Section>
  );
};
