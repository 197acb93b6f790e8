import { Grid } from '@strapi/design-system';
import {
  importEncodings,
  importSeparators,
  nameOrders,
  type ImportFormat,
  type ImportMapping,
  type ImportSeparator,
} from '../../../../../contract/importing';
import { useTranslate, type TextKey } from '../../../kernel/translate';
import { Cell, SelectField } from '../../../kernel/ui/fields';

const separatorNames: Readonly<Record<ImportSeparator, TextKey>> = {
  ',': 'imports.separator.comma',
  ';': 'imports.separator.semicolon',
  '\t': 'imports.separator.tab',
  '|': 'imports.separator.bar',
};

interface FormatFieldsProps {
  format: ImportFormat;
  /** Null of an address book. */
  mapping: ImportMapping | null;
  onFormat: (format: ImportFormat) => void;
  onMapping: (mapping: ImportMapping) => void;
}

/** Encoding, separator, header, and how whole names are written. */
export const FormatFields = ({ format, mapping, onFormat, onMapping }: FormatFieldsProps) => {
  const translate = useTranslate();
  return (
    <Grid.Root gap={4}>
      <Cell>
        <SelectField
          name="encoding"
          label={translate('imports.encoding')}
          hint={translate('imports.encoding.hint')}
          value={format.encoding}
          options={importEncodings.map((one) => ({ value: one, label: translate(`imports.encoding.${one}`) }))}
          onChange={(encoding) => onFormat({ ...format, encoding })}
        />
      </Cell>
      {format.kind === 'csv' && (
        <>
          <Cell>
            <SelectField
              name="separator"
              label={translate('imports.separator')}
              value={format.separator ?? null}
              options={importSeparators.map((one) => ({ value: one, label: translate(separatorNames[one]) }))}
              onChange={(separator) => onFormat({ ...format, separator })}
            />
          </Cell>
          <Cell>
            <SelectField
              name="hasHeader"
              label={translate('imports.header')}
              value={format.hasHeader === true ? 'yes' : 'no'}
              options={(['yes', 'no'] as const).map((one) => ({
                value: one,
                label: translate(`imports.header.${one}`),
              }))}
              onChange={(answer) => onFormat({ ...format, hasHeader: answer === 'yes' })}
            />
          </Cell>
        </>
      )}
      {mapping?.fields.includes('fullName') === true && (
        <Cell>
          <SelectField
            name="nameOrder"
            label={translate('imports.nameOrder')}
            hint={translate('imports.nameOrder.hint')}
            value={mapping.nameOrder}
            options={nameOrders.map((one) => ({ value: one, label: translate(`imports.nameOrder.${one}`) }))}
            onChange={(nameOrder) => onMapping({ ...mapping, nameOrder })}
          />
        </Cell>
      )}
    </Grid.Root>
  );
};
