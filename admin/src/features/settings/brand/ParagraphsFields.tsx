import { Grid } from '@strapi/design-system';
import { locales, type Locale, type Paragraphs } from '../../../../../contract';
import { useTranslate } from '../../../kernel/translate';
import { Group } from '../parts/Group';
import { LongTextField } from '../parts/LongTextField';
import { useSite } from '../site';

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
  const { mayEdit } = useSite();
  return (
    <Group legend={legend} hint={hint}>
      <Grid.Root gap={4}>
        {locales.map((locale) => (
          <Grid.Item key={locale} col={4} s={12} xs={12} direction="column" alignItems="stretch">
            <LongTextField
              name={`${name}.${locale}`}
              label={translate(`settings.language.${locale}`)}
              rows={4}
              value={value[locale]}
              error={errorAt(locale)}
              disabled={!mayEdit}
              onChange={(text) => onChange({ ...value, [locale]: text })}
            />
          </Grid.Item>
        ))}
      </Grid.Root>
    </Group>
  );
};
