import type { ImportedField } from '../../../../contract/importing';
import { locales } from '../../../../contract/locales';
import { oneOf } from '../list/address';
import { useTranslate } from '../translate';

/** A value as it is read: a language by its name, a dash where there is none. */
export const useValueName = (): ((field: ImportedField, value: string | null) => string) => {
  const translate = useTranslate();
  return (field, value) => {
    const locale = field === 'locale' ? oneOf(locales, value) : undefined;
    return locale === undefined ? (value ?? '—') : translate(`language.${locale}`);
  };
};
