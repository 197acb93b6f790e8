import type { Explanation } from '../language/explain';
import type { MessageKey } from '../language/translations';

/** A bound as a message shows it, with every digit it has. */
export const bound = (text: string): number | bigint | string => {
  if (/^-?\d+$/.test(text)) return BigInt(text);
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
};

const plainly = (key: MessageKey) => (): Explanation => key;
const counted = (key: MessageKey) => (count: string) => ({ key, values: { count: Number(count) } });
const bounded = (key: MessageKey) => (limit: string) => ({ key, values: { limit: bound(limit) } });

/** What the validators of Strapi (yup's words, `@strapi/core` services/entity-validator) and of this plugin say of a value. */
const messages: readonly (readonly [RegExp, (value: string) => Explanation])[] = [
  [/ must be at most (\d+) characters?$/, counted('form.tooLong')],
  [/ must be at least (\d+) characters?$/, counted('form.tooShort')],
  [/ must be less than or equal to (\S+)$/, bounded('form.tooMuch')],
  [/ must be greater than or equal to (\S+)$/, bounded('form.tooLittle')],
  [/ must have at most (\d+) decimals$/, counted('form.tooManyDecimals')],
  [/ must be an? (valid )?integer$/, plainly('form.notWhole')],
  [/ must be sent as a text/, plainly('form.tooManyDigits')],
  [/ must match the following: /, plainly('form.otherPattern')],
  [/ must be unique$/, plainly('form.taken')],
  [/ must be a valid email$/, plainly('form.badEmail')],
  [/ must be one of the following values: /, plainly('form.noChoice')],
  [
    / must be defined\.?$| is a required field$| cannot be (null|empty)$|final value was: `?null/,
    plainly('form.missingValue'),
  ],
  [/^there is no such row$/, plainly('relation.gone')],
  [/cannot be written$/, plainly('problem.field')],
];

/** What the words of a server's validation say, in ours. What nobody here knows is told to be refused, and no more. */
export const faultOf = (message: unknown): Explanation => {
  const text = typeof message === 'string' ? message : '';
  for (const [pattern, explanation] of messages) {
    const match = pattern.exec(text);
    if (match !== null) return explanation(match[1] ?? '');
  }
  return 'form.refusedValue';
};
