import type { Locale } from '../../../contract/constants';
import type { FieldKind } from '../../../contract/access';
import { writeNumber } from '../language/number';
import type { MessageKey } from '../language/translations';
import { wordsOf } from './words';

const dateText = (value: string, locale: Locale): string => {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  // A day is the same day everywhere: no time zone may move it.
  return Number.isNaN(date.getTime())
    ? value
    : date.toLocaleDateString(locale, { dateStyle: 'medium', timeZone: 'UTC' });
};

const instantText = (value: string, locale: Locale, timeZone: string): string => {
  const date = new Date(value);
  return Number.isNaN(date.getTime())
    ? value
    : date.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
};

const timeText = (value: string, locale: Locale): string => {
  const date = new Date(`1970-01-01T${value}Z`);
  return Number.isNaN(date.getTime())
    ? value
    : date.toLocaleTimeString(locale, { timeStyle: 'short', timeZone: 'UTC' });
};

/** How a value is written: in which language, in whose words, by the clocks of which place. */
export interface Writing {
  readonly locale: Locale;
  readonly t: (key: MessageKey) => string;
  readonly timeZone: string;
}

/**
 * A value of the row itself as a short text in the reader's language; null where there is none, or where the kind is not
 * one of short texts (a relation, a medium, a component).
 */
export const formatValue = (kind: FieldKind, value: unknown, { locale, t, timeZone }: Writing): string | null => {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return t(value ? 'value.yes' : 'value.no');
  if (typeof value === 'number') return writeNumber(value, locale);
  if (typeof value !== 'string') return null;
  switch (kind) {
    case 'number':
      // Big integers come as texts.
      return writeNumber(value, locale) ?? value;
    case 'date':
      return dateText(value, locale);
    case 'datetime':
      return instantText(value, locale, timeZone);
    case 'time':
      return timeText(value, locale);
    case 'enumeration':
      return wordsOf(value);
    default:
      return value;
  }
};
