import * as React from 'react';
import { Tabs } from '@strapi/design-system';
import { locales, type Locale } from '../../../../contract';
import { useTranslate } from '../../kernel/translate';

interface Props {
  label: string;
  value: Locale;
  onChange: (locale: Locale) => void;
  /** What stands behind a language's name: a mark. */
  mark?: (locale: Locale) => React.ReactNode;
  /** What is shown in the chosen language. */
  children: React.ReactNode;
}

/** One of the languages at a time. */
export const LanguageChoice = ({ label, value, onChange, mark, children }: Props) => {
  const translate = useTranslate();
  return (
    <Tabs.Root
      variant="simple"
      value={value}
      onValueChange={(chosen) => onChange(locales.find((one) => one === chosen) ?? value)}
    >
      <Tabs.List aria-label={label} style={{ flexWrap: 'wrap' }}>
        {locales.map((locale) => (
          <Tabs.Trigger key={locale} value={locale} type="button">
            {translate(`settings.language.${locale}`)}
            {mark?.(locale)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content value={value}>{children}</Tabs.Content>
    </Tabs.Root>
  );
};
