import { Box, Typography } from '@strapi/design-system';
import { importFields, type ImportField, type ImportMapping } from '../../../../../contract/importing';
import { oneOf } from '../../../kernel/list/address';
import { useTranslate } from '../../../kernel/translate';
import { InlineSelect } from '../../../kernel/ui/InlineSelect';
import { WideTable } from '../WideTable';
import { useFieldName } from '../words';
import { withField } from './mapping';
import type { Sample } from './useSample';

const nothing = 'nothing';
const rowsShown = 5;

interface SampleTableProps {
  sample: Pick<Sample, 'header' | 'cells'> & { mapping: ImportMapping };
  onMapping: (mapping: ImportMapping) => void;
}

/** The first rows as they stand in the file, with what each column holds over it. */
export const SampleTable = ({ sample: { header, cells, mapping }, onMapping }: SampleTableProps) => {
  const translate = useTranslate();
  const fieldName = useFieldName();
  const options: { value: ImportField | typeof nothing; label: string }[] = [
    { value: nothing, label: translate('imports.columns.nothing') },
    ...importFields.map((field) => ({ value: field, label: fieldName(field) })),
  ];
  const nameOf = (column: number) => header?.[column] || translate('imports.columns.number', { number: column + 1 });
  return (
    <WideTable label={translate('imports.columns.example')}>
      <thead>
        <tr>
          {mapping.fields.map((field, column) => (
            // Columns have no name but their place.
            <th key={column} scope="col">
              <Box paddingBottom={2}>
                <Typography variant="pi" fontWeight="bold" textColor="neutral800">
                  {nameOf(column)}
                </Typography>
              </Box>
              <Box minWidth="16rem">
                <InlineSelect
                  label={translate('imports.columns.holds', { column: nameOf(column) })}
                  value={field ?? nothing}
                  options={options}
                  onChange={(chosen) => onMapping(withField(mapping, column, oneOf(importFields, chosen) ?? null))}
                />
              </Box>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cells.slice(0, rowsShown).map((row, index) => (
          <tr key={index}>
            {mapping.fields.map((field, column) => (
              <td key={column} style={{ padding: '0.8rem', maxWidth: '28rem', overflowWrap: 'anywhere' }}>
                <Typography variant="pi" textColor={field === null ? 'neutral600' : 'neutral800'}>
                  {row[column] ?? ''}
                </Typography>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
};
