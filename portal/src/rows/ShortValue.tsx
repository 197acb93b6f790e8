import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { relatedRows } from './related';
import { useValueText } from './useValueText';

interface ShortValueProps {
  readonly field: Field;
  readonly value: unknown;
}

/** A value in one line, for a table or a card. */
export const ShortValue = ({ field, value }: ShortValueProps) => {
  const { t } = useLanguage();
  const valueText = useValueText();
  const text =
    field.kind === 'relation'
      ? relatedRows(field, value)
          .map(({ label }) => label)
          .join(', ')
      : valueText(field.kind, value);
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
