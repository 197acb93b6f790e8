import { existsSync, readFileSync } from 'node:fs';
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

describe.each(['admin/src/translations', 'portal/src/translations'])('%s', (folder) => {
  it('exists', () => expect(existsSync(join(root, folder))).toBe(true));

  it.each(locales.slice(1))(`has the same keys in ${locales[0]} and %s`, (locale) => {
    expect(Object.keys(read(folder, locale)).sort()).toEqual(Object.keys(read(folder, locales[0])).sort());
  });

  it.each(locales.slice(1))(`has the same placeholders in ${locales[0]} and %s`, (locale) => {
    const [first, other] = [read(folder, locales[0]), read(folder, locale)];
    const names = (texts: Texts) =>
      Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, placeholders(text)]));
    expect(names(other)).toEqual(names(first));
  });

  it.each([...locales])('has no empty text in %s', (locale) => {
    expect(Object.entries(read(folder, locale)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
