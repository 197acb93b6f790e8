import * as React from 'react';
import { useIntl } from 'react-intl';
import { elide } from '../../../contract/elision';
import type translations from '../translations/en.json';
import { pluginId } from './plugin';

/** Every text of the panel's side, by the key it has in `translations/*.json`. */
export type TextKey = keyof typeof translations;
export type TextValues = Record<string, string | number>;
export type Translate = (key: TextKey, values?: TextValues) => string;

/** The key as the panel knows it, among the texts of all plugins. */
export const textId = (key: TextKey): string => `${pluginId}.${key}`;

/** Translates into the language of the reader. */
export const useTranslate = (): Translate => {
  const { formatMessage, locale } = useIntl();
  return React.useCallback(
    (key, values = {}) => {
      const format = (given: TextValues) => formatMessage({ id: textId(key) }, given);
      return locale.startsWith('fr') ? elide<string | number>(format, values) : format(values);
    },
    [formatMessage, locale]
  );
};
