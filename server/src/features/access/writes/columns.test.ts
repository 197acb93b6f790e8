import { columnFault, limitsOf } from './columns';

const databases = [
  ['SQLite', true],
  ['PostgreSQL and MariaDB', false],
] as const;

describe('what a field of a form keeps to', () => {
  it.each([
    [{ type: 'integer' }, true, { min: '-2147483648', max: '2147483647', decimals: 0 }],
    [{ type: 'integer', min: 0, max: 10 }, false, { min: '0', max: '10', decimals: 0 }],
    [{ type: 'integer', max: 1e12 }, false, { min: '-2147483648', max: '2147483647', decimals: 0 }],
    [{ type: 'biginteger' }, true, { min: '-9007199254740991', max: '9007199254740991', decimals: 0 }],
    [{ type: 'biginteger', min: '5' }, false, { min: '5', max: '9223372036854775807', decimals: 0 }],
    [{ type: 'decimal', min: 0, max: 24 }, false, { min: '0', max: '24', decimals: 2 }],
    [{ type: 'decimal' }, true, undefined],
    [{ type: 'float', min: -0.5 }, false, { min: '-0.5' }],
    [{ type: 'string' }, true, { maxLength: 255 }],
    [
      { type: 'string', minLength: 2, maxLength: 120, regex: '^A' },
      true,
      { minLength: 2, maxLength: 120, pattern: '^A' },
    ],
    [{ type: 'text', regex: /^a+$/ }, true, { pattern: '^a+$' }],
    [{ type: 'boolean' }, true, undefined],
  ] as const)('%j, on SQLite %s: %j', (attribute, isSqlite, limits) => {
    expect(limitsOf(attribute, isSqlite)).toEqual(limits);
  });
});

describe.each(databases)('what a column of %s would refuse or round', (_name, isSqlite) => {
  it.each([
    ['integer', 12345678901, 'must be less than or equal to 2147483647'],
    ['integer', '12345678901', 'must be less than or equal to 2147483647'],
    ['integer', -2147483649, 'must be greater than or equal to -2147483648'],
    ['integer', 1e300, 'must be less than or equal to 2147483647'],
    ['biginteger', '9223372036854775808', /^must be less than/],
    ['biginteger', 2 ** 60, isSqlite ? /^must be less than/ : /^must be sent as a text/],
    ['integer', 2147483647, null],
    ['integer', 'no number', null],
    ['integer', null, null],
    ['float', 1e300, null],
    ['decimal', 12.34, null],
  ])('%s %j: %s', (type, value, fault) => {
    const found = columnFault({ type }, value, isSqlite);
    if (fault instanceof RegExp) expect(found).toMatch(fault);
    else expect(found).toBe(fault);
  });
});

it('holds what fits 64 bits only where the driver gives it back unrounded', () => {
  const big = { type: 'biginteger' };
  expect(columnFault(big, '9007199254740993', true)).toBe('must be less than or equal to 9007199254740991');
  expect(columnFault(big, '9007199254740993', false)).toBeNull();
  expect(columnFault({ type: 'decimal' }, 12.345, true)).toBeNull();
  expect(columnFault({ type: 'decimal' }, 12.345, false)).toBe('must have at most 2 decimals');
  expect(columnFault({ type: 'decimal' }, 123456789, false)).toBe('must be less than or equal to 99999999.99');
});

it.each([
  ['123456789012345678901234567890', true],
  ['0.12345678901234567890', true],
  ['1e400', true],
  ['12345678901234567890', true],
  ['12.34', false],
  ['-0.1', false],
  ['1e21', false],
  ['100000000000000000000', false],
  ['9007199254740991', false],
])('keeps every digit of a text in a column of floating point, or refuses it: %s', (text, isRefused) => {
  const fault = isRefused ? 'has more digits than the column keeps' : null;
  expect(columnFault({ type: 'float' }, text, false)).toBe(fault);
  expect(columnFault({ type: 'decimal' }, text, true)).toBe(fault);
});

it('cuts no text off', () => {
  const fault = (type: string, length: number) => columnFault({ type }, 'a'.repeat(length), false);
  expect(fault('email', 255)).toBeNull();
  expect(fault('email', 256)).toBe('must be at most 255 characters');
  expect(fault('uid', 256)).toBe('must be at most 255 characters');
  expect(fault('text', 10_000)).toBeNull();
});
