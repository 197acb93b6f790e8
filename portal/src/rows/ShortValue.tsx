import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { formatValue } from './formatValue';
import { relatedRows } from './related';

interface ShortValueProps {
  readonly field: Field;
  readonly value: unknown;
}

/** A value in one line, for a table or a card. */
export const ShortValue = ({ field, value }: ShortValueProps) => {
  const { locale, t } = useLanguage();
  const text =
    field.kind === 'relation'
      ? relatedRows(field, value)
          .map(({ label }) => label)
          .join(', ')
      : formatValue(field.kind, value, { locale, t });
  if (text === null || text === '') {
    return (
      <span className="none">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">{t('value.none')}</span>
      </span>
    );
  }
  if (field.kind === 'enumeration') return <span className="tag">{text}</span>;
  return <>{text}</>;
};
