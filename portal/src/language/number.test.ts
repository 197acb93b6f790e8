import fc from 'fast-check';
import { locales, type Locale } from '../../../contract/constants';
import { decimalOf, decimalText } from '../../../contract/decimal';
import { asDouble, readNumber, writeNumber } from './number';

const read = (text: string, locale: Locale): string => {
  const reading = readNumber(text, locale);
  if (reading.kind === 'none') return 'none';
  if (reading.kind === 'ambiguous') return `${decimalText(reading.one)} or ${decimalText(reading.other)}`;
  return decimalText(reading.decimal);
};

const wholes = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, -0, 999, 1000, 9999, 10_000, 12_345, -12_345, 2 ** 31 - 1, -(2 ** 31))
);
const values = fc.oneof(
  wholes.map(String),
  fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer({ min: -10_000_000, max: 10_000_000 }).map((cents) => String(cents / 100)),
  fc.constantFrom('0.001', '-0.5', '1e21', '1.5e-7', '1e-7', '5e-324', '1.7976931348623157e308', '12345.678')
);

describe.each(locales)('a number in %s', (locale) => {
  it.each([true, false])('is read as what it was, every digit of it (thousands apart: %s)', (grouping) => {
    fc.assert(
      fc.property(values, (value) => {
        const shown = writeNumber(value, locale, grouping) ?? '';
        expect(readNumber(shown, locale)).toEqual({ kind: 'number', decimal: decimalOf(value) });
      })
    );
  });

  it('is read in digits of any script, with spaces and minus signs of any kind', () => {
    const systems = Intl.supportedValuesOf('numberingSystem');
    const spaces = [' ', '\u00A0', '\u202F', '\u2009', '’', "'", ''];
    fc.assert(
      fc.property(
        fc.constantFrom(...systems),
        fc.constantFrom(...spaces),
        fc.constantFrom('-', '−', '–', '－', '\u200E-', '− '),
        fc.integer({ min: 10_000, max: 999_999 }),
        (numberingSystem, space, minus, number) => {
          const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
          const digits = format.format(number);
          // Some systems (Roman, Chinese) are no digits in a row of ten.
          if (!/^\p{Nd}+$/u.test(digits)) return;
          const points = [...digits];
          const text = minus + points.slice(0, -3).join('') + space + points.slice(-3).join('');
          expect(read(text, locale)).toBe(String(-number));
        }
      )
    );
  });

  it.each([
    '',
    ' ',
    '-',
    'abc',
    'NaN',
    'Infinity',
    '0x10',
    '--1',
    '1-2',
    '(5)',
    '10²',
    '½',
    '1,2,3',
    '1.2.3',
    '12 34',
    '1 2',
  ])('is not %j', (text) => {
    expect(read(text, locale)).toBe('none');
  });
});

describe('what is typed', () => {
  it.each([
    ['en', '12,345', '12345'],
    ['en', '12345', '12345'],
    ['en', '1,234', '1234'],
    ['en', '1,234,567.89', '1234567.89'],
    ['en', '12.345', '12.345'],
    ['en', '.5', '0.5'],
    ['en', '1,5', 'none'],
    ['en', '0,345', 'none'],
    ['en', '12,3456', 'none'],
    ['en', '1.234,5', 'none'],
    ['en', '1 234,567', 'none'],
    ['fr', '12,345', '12.345'],
    ['fr', '12 345', '12345'],
    ['fr', '12\u202F345,6', '12345.6'],
    ['fr', '12.5', '12.5'],
    ['fr', '12.345', '12345 or 12.345'],
    ['fr', '-1.234', '-1234 or -1.234'],
    ['fr', '0.345', '0.345'],
    ['fr', '1234.567', '1234.567'],
    ['fr', '12 345.678', '12345.678'],
    ['fr', '1.234.567', 'none'],
    ['fr', '1,234.5', 'none'],
    ['cs', '12.345', '12345 or 12.345'],
    ['cs', '12\u00A0345,6', '12345.6'],
    ['fr', '١٢٬٣٤٥٫٦', '12345.6'],
    ['en', '１２，３４５', '12345'],
    ['en', '+5', '5'],
    ['fr', '1,5e-7', '1.5e-7'],
    ['en', '-0', '0'],
    ['en', '007', '7'],
  ] as const)('in %s: %s is %s', (locale, text, number) => {
    expect(read(text, locale)).toBe(number);
  });

  it('keeps a number of more digits than a double from becoming another one', () => {
    const double = (text: string) => asDouble(decimalOf(text) ?? { sign: '', digits: '', exponent: 0 });
    expect(double('0.1')).toBe(0.1);
    expect(double('-12.50')).toBe(-12.5);
    expect(double('9007199254740993')).toBeNull();
    expect(double('0.12345678901234567890')).toBeNull();
    expect(double('1e999')).toBeNull();
  });
});
