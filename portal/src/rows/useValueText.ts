import { useCallback } from 'react';
import type { FieldKind } from '../../../contract/access';
import { useLanguage } from '../language/LanguageProvider';
import { useTimeZone } from '../session/useTimeZone';
import { formatValue } from './formatValue';

/** Writes a value as a short text, in the reader's language and time zone; null where there is none. */
export const useValueText = (): ((kind: FieldKind, value: unknown) => string | null) => {
  const { locale, t } = useLanguage();
  const timeZone = useTimeZone();
  return useCallback((kind, value) => formatValue(kind, value, { locale, t, timeZone }), [locale, t, timeZone]);
};
