/** A private character before each value that may want an elision; it never leaves this file. */
const mark = '\uE000';
const unelided = new RegExp(`(?<!\\p{L})([Dd]|[Qq]u)e ${mark}`, 'gu');

/** H and Y are left alone: whether they are elided hangs on the word (d’Hélène, de Hongkong). */
const isVowel = (text: string): boolean => /^[aeiouœæ]/i.test(text.normalize('NFKD'));

/**
 * A French text with its values: «de» before Atelier Nord is «d’Atelier Nord». What stands inside of a value stays as it is.
 * @param format fills the values in as it gets them
 */
export const elide = <Value>(
  format: (values: Readonly<Record<string, Value | string>>) => string,
  values: Readonly<Record<string, Value>>
): string =>
  format(
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'string' && isVowel(value) ? mark + value : value,
      ])
    )
  )
    .replace(unelided, '$1’')
    .replaceAll(mark, '');
