import { Typography } from '@strapi/design-system';
import type { ImportedRow } from '../../../../../contract/importing';
import { useTranslate } from '../../../kernel/translate';
import { BlockTable } from '../../../kernel/ui/BlockTable';
import { Section } from '../../../kernel/ui/Section';
import { RowProblems } from '../RowProblems';
import { gridFields } from '../source/grid';
import { useFieldName } from '../words';

const rowsShown = 5;

/** The first rows as the people they will be. */
export const PeoplePreview = ({ rows }: { rows: readonly ImportedRow[] }) => {
  const translate = useTranslate();
  const fieldName = useFieldName();
  return (
    <Section title={translate('imports.preview')} hint={translate('imports.preview.hint')}>
      {rows.length === 0 ? (
        <Typography>{translate('imports.preview.nobody')}</Typography>
      ) : (
        <BlockTable
          label={translate('imports.preview')}
          rows={rows.slice(0, rowsShown)}
          keyOf={({ line }) => String(line)}
          columns={gridFields.map((field) => ({
            name: field,
            header: fieldName(field),
            cell: ({ person }: ImportedRow) => (
              <Typography variant="pi" textColor="neutral800">
                {person?.[field] ?? '—'}
              </Typography>
            ),
          }))}
          note={({ problems }) => problems.length > 0 && <RowProblems problems={problems} />}
        />
      )}
    </Section>
  );
};
