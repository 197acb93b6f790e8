import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locales } from '../../contract';
import { root } from './sources';

type Texts = Record<string, string>;
interface Tree {
  [key: string]: string | Tree;
}

/** Every text by its whole key, whether the file nests them or not. */
const flat = (tree: Tree, prefix = ''): Texts =>
  Object.entries(tree).reduce<Texts>(
    (texts, [key, value]) => ({
      ...texts,
      ...(typeof value === 'string' ? { [prefix + key]: value } : flat(value, `${prefix}${key}.`)),
    }),
    {}
  );

const read = (folder: string, locale: string): Texts =>
  flat(JSON.parse(readFileSync(join(root, folder, `${locale}.json`), 'utf8')));

/** The placeholders of a text: `{count}`, and `{count, plural, …}` by its name. */
const placeholders = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\s*([a-zA-Z]\w*)\s*[,}]/g)].map(([, name]) => name ?? ''))].sort();

const pluralEnding = /\.(zero|one|two|few|many|other)$/;
/** A text by its key without the plural form, for keys that stand for a number: `rows.one`, `rows.other`. */
const withoutPlural = (key: string): string => key.replace(pluralEnding, '.#');

/** What of the texts must be the same in every language: each key once, with the placeholders of all its plural forms. */
const shapeOf = (texts: Texts): Record<string, string[]> => {
  const shape: Record<string, Set<string>> = {};
  for (const [key, text] of Object.entries(texts)) {
    const names = (shape[withoutPlural(key)] ??= new Set());
    for (const name of placeholders(text)) names.add(name);
  }
  return Object.fromEntries(Object.entries(shape).map(([key, names]) => [key, [...names].sort()]));
};

/** The plural forms of each key that has any: in the ends of its keys, or in the text, `{count, plural, one {…} other {…}}`. */
const formsOf = (texts: Texts): Record<string, string[]> => {
  const forms: Record<string, string[]> = {};
  for (const [key, text] of Object.entries(texts)) {
    const form = pluralEnding.exec(key)?.[1];
    if (form !== undefined) (forms[withoutPlural(key)] ??= []).push(form);
    for (const [, said = ''] of text.matchAll(/\{\w+, plural,((?:\s*[\w=]+ *\{[^{}]*\})+)/g)) {
      forms[key] = [...said.matchAll(/([a-z]+) *\{/g)].map(([, one = '']) => one);
    }
  }
  return forms;
};

describe('one thing has one word in French', () => {
  it.each(['admin/src/translations', 'portal/src/translations'])('%s says «entreprise», never «société»', (folder) => {
    expect(Object.entries(read(folder, 'fr')).filter(([, text]) => /sociétés?\b(?!\.)/i.test(text))).toEqual([]);
  });
});

it('says «sauvegarder» in the panel’s dialogs of contacts and guests, as their button does', () => {
  const texts = Object.entries(read('admin/src/translations', 'fr'));
  const own = texts.filter(([key]) => /^(contacts|guests|access)\./.test(key));
  expect(own.filter(([, text]) => /enregistr/i.test(text))).toEqual([]);
});

describe.each(['admin/src/translations', 'portal/src/translations'])('%s', (folder) => {
  it.each(locales.slice(1))(`has the same keys and placeholders in ${locales[0]} and %s`, (locale) => {
    expect(shapeOf(read(folder, locale))).toEqual(shapeOf(read(folder, locales[0])));
  });

  it.each([...locales])('has the plural forms of the language in %s', (locale) => {
    const rules = new Intl.PluralRules(locale);
    // The panel counts rows: no fractions, which Czech has `many` for, and no millions, which French has it for.
    const ofRows = Array.from({ length: 1_000 }, (_none, amount) => rules.select(amount));
    const wanted = [...new Set(folder.startsWith('admin') ? ofRows : rules.resolvedOptions().pluralCategories)].sort();
    const found = Object.entries(formsOf(read(folder, locale)));
    expect(found.length).toBeGreaterThan(0);
    for (const [key, forms] of found) expect([key, forms.sort()]).toEqual([key, wanted]);
  });

  it.each([...locales])('has no empty text in %s', (locale) => {
    expect(Object.entries(read(folder, locale)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
