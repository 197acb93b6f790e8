import fc from 'fast-check';
import { locales, type Locale } from '../../../contract/constants';
import type { Field } from '../api/guestAccess';
import { formatValue } from '../rows/formatValue';
import { inputOf, numberIn, sameInput, type FieldInput } from './fieldInput';
import { readInput } from './readInput';

const integer = { decimals: 0, min: '-2147483648', max: '2147483647' };
const biginteger = { decimals: 0, min: '-9223372036854775808', max: '9223372036854775807' };
const decimal = { decimals: 2, min: '-99999999.99', max: '99999999.99' };
const minute = fc
  .date({ min: new Date('1972-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000).toISOString());

/** Every kind of field that can be edited, with the values that Strapi gives for it. */
const kinds: Readonly<Record<string, [Partial<Field> & Pick<Field, 'kind'>, fc.Arbitrary<unknown>]>> = {
  integer: [{ kind: 'number', limits: integer }, fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })],
  biginteger: [{ kind: 'number', limits: biginteger }, fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(String)],
  decimal: [
    { kind: 'number', limits: decimal },
    fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }).map((cents) => cents / 100),
  ],
  float: [{ kind: 'number' }, fc.double({ noNaN: true, noDefaultInfinity: true })],
  boolean: [{ kind: 'boolean' }, fc.boolean()],
  'boolean with a default': [{ kind: 'boolean', default: false }, fc.boolean()],
  date: [{ kind: 'date' }, minute.map((instant) => instant.slice(0, 10))],
  datetime: [{ kind: 'datetime' }, minute],
  time: [{ kind: 'time' }, minute.map((instant) => `${instant.slice(11, 16)}:00.000`)],
  enumeration: [{ kind: 'enumeration', options: ['a', 'b'] }, fc.constantFrom('a', 'b')],
  text: [{ kind: 'text' }, fc.string({ minLength: 1 }).filter((text) => text.trim() === text)],
  longtext: [{ kind: 'longtext' }, fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')],
  email: [{ kind: 'email' }, fc.constantFrom('a@b.cz', 'zoe@xn--socit-esab.fr')],
};

/** The same number, whether it came as one or as a text. */
const same = (value: unknown): string => (typeof value === 'string' ? value : String(value));
const zones = ['Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'UTC'];
const otherThan = (locale: Locale): Locale => (locale === 'en' ? 'fr' : 'en');

describe.each(Object.entries(kinds))('a field of kind %s', (_name, [more, values]) => {
  const field: Field = { name: 'x', required: false, writable: true, ...more };

  it.each(locales)('gives back in %s what stood in its form', (locale) => {
    fc.assert(
      fc.property(values, fc.constantFrom(...zones), (value, timeZone) => {
        const reader = { locale, timeZone };
        const reading = readInput(field, '', inputOf(field, value, reader), reader);
        if (field.kind !== 'datetime')
          return expect([reading.ok, reading.ok && same(reading.value)]).toEqual([true, same(value)]);
        // The one hour a year that the clocks show twice is its first.
        const read = reading.ok ? Date.parse(same(reading.value)) : NaN;
        expect([0, 3_600_000]).toContain(Date.parse(same(value)) - read);
      })
    );
  });

  if (more.kind !== 'number') return;
  it.each(locales)('takes in %s what its page shows, and never another number', (locale) => {
    fc.assert(
      fc.property(values, (value) => {
        const reader = { locale, timeZone: 'UTC' };
        const text = formatValue('number', value, { ...reader, t: (key) => key }) ?? '';
        const typed: FieldInput = { kind: 'number', text, locale, rounded: false };
        const reading = readInput(field, '', typed, reader);
        expect([reading.ok, reading.ok && same(reading.value)]).toEqual([true, same(Object.is(value, -0) ? 0 : value)]);
      })
    );
  });
  it.each(locales)('means the same when the page’s language changes from %s while it is typed', (locale) => {
    fc.assert(
      fc.property(values, (value) => {
        const other = { locale: otherThan(locale), timeZone: 'UTC' };
        const input = inputOf(field, value, { locale, timeZone: 'UTC' });
        if (typeof input !== 'object' || input.kind !== 'number') throw new Error('no number');
        const there: FieldInput = { ...input, text: numberIn(input, other.locale), locale: other.locale };
        expect(sameInput(input, there)).toBe(true);
        expect(readInput(field, '', there, other)).toEqual(readInput(field, '', input, other));
      })
    );
  });
});
