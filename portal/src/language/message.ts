import type { Locale } from '../../../contract/constants';
import { elide } from '../../../contract/elision';

/** One text, or one text for each plural form that its language has. */
export type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type MessageValues = Readonly<Record<string, string | number | bigint>>;

const rulesByLocale = new Map<Locale, Intl.PluralRules>();
const rulesOf = (locale: Locale): Intl.PluralRules => {
  const rules = rulesByLocale.get(locale) ?? new Intl.PluralRules(locale);
  rulesByLocale.set(locale, rules);
  return rules;
};

const textOf = (message: Message, locale: Locale, count: string | number | bigint | undefined): string => {
  if (typeof message === 'string') return message;
  const form = typeof count === 'number' ? rulesOf(locale).select(count) : 'other';
  return message[form] ?? message.other ?? '';
};

const fill = (text: string, locale: Locale, values: MessageValues): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'string' ? value : value.toLocaleString(locale, { maximumFractionDigits: 20 });
  });

/**
 * The text with each `{name}` replaced by its value, numbers in the language's own way. `{count}` chooses the plural form.
 * A name without a value stands as it is, so that a mistake is seen.
 */
export const formatMessage = (message: Message, locale: Locale, values: MessageValues = {}): string => {
  const text = textOf(message, locale, values['count']);
  return locale === 'fr' ? elide((marked) => fill(text, locale, marked), values) : fill(text, locale, values);
};
