import { locales } from '../../../contract/constants';
import type { Message } from './message';
import { translations } from './translations';

const textsOf = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message).map(String);
const namesIn = (message: Message): string[] => [
  ...new Set(textsOf(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name)))),
];
const keys = Object.keys(translations.fr).sort();

describe.each(locales)('the texts in %s', (locale) => {
  const messages: ReadonlyMap<string, Message> = new Map(Object.entries(translations[locale]));
  const french: ReadonlyMap<string, Message> = new Map(Object.entries(translations.fr));

  it('are as many as in French, and none is empty', () => {
    expect([...messages.keys()].sort()).toEqual(keys);
    expect([...messages.values()].flatMap(textsOf).filter((text) => text.trim() === '')).toEqual([]);
  });

  it('take the same values as in French', () => {
    for (const [key, message] of messages)
      expect([key, namesIn(message).sort()]).toEqual([key, namesIn(french.get(key) ?? '').sort()]);
  });

  it('have every plural form that the language knows', () => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.slice().sort();
    for (const message of messages.values()) {
      if (typeof message !== 'string') expect(Object.keys(message).sort()).toEqual(forms);
    }
  });
});
