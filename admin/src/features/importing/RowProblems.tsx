import type { ImportedRow } from '../../../../contract/importing';
import { useTranslate } from '../../kernel/translate';
import { Notes } from '../../kernel/ui/Notice';
import { useFieldName } from './words';

/** What is wrong with a row, a line each. */
export const RowProblems = ({ problems }: Pick<ImportedRow, 'problems'>) => {
  const translate = useTranslate();
  const fieldName = useFieldName();
  return (
    <Notes
      notes={problems.map(({ code, field, value }) => ({
        tone: code === 'no-name' || code === 'unreadable-row' ? 'danger' : 'warning',
        text: translate(`imports.problem.${code}`, { field: field === null ? '' : fieldName(field), value }),
      }))}
    />
  );
};
