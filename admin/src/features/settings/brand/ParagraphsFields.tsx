import { Grid } from '@strapi/design-system';
import { locales, type Locale, type Paragraphs } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { FieldGroup } from '../../../kernel/ui/choices';
import { Cell, LongTextField } from '../../../kernel/ui/fields';

interface Props {
  name: string;
  legend: string;
  hint: string;
  value: Paragraphs;
  errorAt: (locale: Locale) => string | undefined;
  onChange: (value: Paragraphs) => void;
}

/** A text in every language; what is empty is not shown. */
export const ParagraphsFields = ({ name, legend, hint, value, errorAt, onChange }: Props) => {
  const translate = useTranslate();
  return (
    <FieldGroup legend={legend} hint={hint}>
      <Grid.Root gap={4}>
        {locales.map((locale) => (
          <Cell key={locale} col={4}>
            <LongTextField
              name={`${name}.${locale}`}
              label={translate(`settings.language.${locale}`)}
              rows={4}
              value={value[locale]}
              error={errorAt(locale)}
              onChange={(text) => onChange({ ...value, [locale]: text })}
            />
          </Cell>
        ))}
      </Grid.Root>
    </FieldGroup>
  );
};
