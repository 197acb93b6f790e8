import { Grid } from '@strapi/design-system';
import { locales, type Labels } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { Cell, TextField } from '../../../kernel/ui/fields';

interface Props {
  labels: Labels;
  onChange: (labels: Labels) => void;
  errorAt: (place: string) => string | undefined;
}

/** The name of an entry in every language; the French one stands in where another is empty. */
export const LabelsFields = ({ labels, onChange, errorAt }: Props) => {
  const translate = useTranslate();
  return (
    <Grid.Root gap={4}>
      {locales.map((locale) => (
        <Cell key={locale} col={4}>
          <TextField
            name={`labels.${locale}`}
            label={translate(`settings.labels.${locale}`)}
            required={locale === 'fr'}
            placeholder={locale === 'fr' ? undefined : labels.fr}
            value={labels[locale]}
            error={errorAt(`labels.${locale}`)}
            onChange={(text) => onChange({ ...labels, [locale]: text })}
          />
        </Cell>
      ))}
    </Grid.Root>
  );
};
