import type { Field } from '../api/guestAccess';
import type { RelatedRow } from '../rows/related';
import { inputOf, type FieldInput, type RelationInput } from './fieldInput';
import { readInput } from './readInput';
import { changedInputs } from './rowDraft';
import { initialInputs, readForm } from './rowForm';

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  required: false,
  writable: true,
  ...more,
});
const project = (many: boolean) =>
  field('project', 'relation', { target: { path: '/api/projects', labelField: 'name', many } });
const [one, two] = [
  { documentId: 'one', label: 'One' },
  { documentId: 'two', label: 'Two' },
];
const row = {
  documentId: 'r',
  subject: 'Old',
  urgent: true,
  due: '2026-11-22',
  at: '2026-11-22T13:30:00.000Z',
  project: { documentId: 'one', name: 'One' },
};
const fields = [
  field('subject', 'text', { required: true }),
  field('urgent', 'boolean'),
  field('due', 'date'),
  field('at', 'datetime'),
  project(false),
];

const reader = { locale: 'fr', timeZone: 'Europe/Paris' } as const;
const changing = { isNew: false, reader };
const adding = { isNew: true, reader };
const chosen = (...rows: RelatedRow[]): RelationInput => ({
  kind: 'relation',
  chosen: rows,
  typed: '',
  unmatched: null,
});

describe('a form', () => {
  const before = initialInputs(fields, row, reader);

  it('sends nothing where nothing was changed', () => {
    expect(readForm(fields, before, before, changing)).toEqual({ kind: 'unchanged' });
    expect(changedInputs(before, before)).toBeNull();
  });

  it('sends only what was changed, empty as null', () => {
    const now = { ...before, subject: ' New ', due: '' };
    expect(readForm(fields, before, now, changing)).toEqual({ kind: 'data', data: { subject: 'New', due: null } });
    expect(changedInputs(before, now)).not.toBeNull();
  });

  it('brings an instant back as it came', () => {
    const now = { ...before, at: before['at'] ?? '' };
    expect(readForm(fields, { ...before, at: '' }, now, changing)).toEqual({
      kind: 'data',
      data: { at: '2026-11-22T13:30:00.000Z' },
    });
  });

  it('names every field that is wrong and sends nothing', () => {
    const now = { ...before, subject: '  ', due: '2026-12-01' };
    expect(readForm(fields, before, now, changing)).toEqual({
      kind: 'invalid',
      errors: { subject: 'form.missingValue' },
    });
  });

  it('asks for what is required, and leaves an answer out that nobody gave', () => {
    const empty = initialInputs(fields, null, reader);
    expect(readForm(fields, empty, empty, adding)).toEqual({
      kind: 'invalid',
      errors: { subject: 'form.missingValue' },
    });
    expect(readForm(fields, empty, { ...empty, subject: 'A' }, adding)).toEqual({
      kind: 'data',
      data: { subject: 'A' },
    });
    expect(readForm(fields, empty, { ...empty, subject: 'A', urgent: 'false' }, adding)).toMatchObject({
      data: { urgent: false },
    });
  });
});

describe('the defaults of the schema', () => {
  const limits = { decimals: 0 };
  const typed = [
    field('state', 'enumeration', { options: ['open', 'done'], default: 'open' }),
    field('urgent', 'boolean', { default: true }),
    field('due', 'date', { default: '2026-01-15' }),
    field('floor', 'number', { default: 0, limits }),
    field('note', 'text', { default: 'to see' }),
    field('at', 'datetime', { default: '2026-01-15T12:00:00.000Z' }),
  ];
  const before = initialInputs(typed, null, reader);

  it('stand in a new form, which they do not make a changed one, and are sent as they stand there', () => {
    expect(before).toMatchObject({
      state: 'open',
      urgent: true,
      due: '2026-01-15',
      note: 'to see',
      at: '2026-01-15T13:00',
    });
    expect(changedInputs(before, before)).toBeNull();
    const data = { state: 'open', urgent: true, due: '2026-01-15', floor: 0, note: 'to see' };
    expect(readForm(typed, before, before, adding)).toMatchObject({ kind: 'data', data });
  });
  it('can be emptied, and a tick taken away', () => {
    const now = { ...before, due: '', note: '', urgent: false };
    expect(readForm(typed, before, now, adding)).toMatchObject({ data: { due: null, note: null, urgent: false } });
  });
  it('are not those of a row that holds nothing', () => {
    expect(initialInputs(typed, { documentId: 'r', urgent: null }, reader)).toMatchObject({ urgent: '', due: '' });
  });
});

describe('a yes or no that nobody has answered', () => {
  const agreed = field('agreed', 'boolean');
  it('is a third state, and becomes no where a person says so', () => {
    expect(inputOf(agreed, null, reader)).toBe('');
    expect(readInput(agreed, '', 'false', reader)).toEqual({ ok: true, value: false });
    expect(readInput(agreed, 'true', '', reader)).toEqual({ ok: true, value: null });
  });
  it('is asked for where the schema wants an answer', () => {
    expect(readInput({ ...agreed, required: true }, '', '', reader)).toEqual({ ok: false, error: 'form.missingValue' });
  });
});

describe('a relation', () => {
  const read = (many: boolean, had: RelatedRow[], now: RelationInput, more: Partial<Field> = {}) =>
    readInput({ ...project(many), ...more }, chosen(...had), now, reader);

  it('that holds one row is linked to another', () => {
    expect(read(false, [one], chosen(two))).toEqual({ ok: true, value: { connect: ['two'] } });
  });
  it('that holds one row is emptied by taking that one away', () => {
    expect(read(false, [one], chosen())).toEqual({ ok: true, value: { disconnect: ['one'] } });
  });
  it('that holds several keeps the links that this guest cannot see', () => {
    expect(read(true, [one], chosen(two))).toEqual({ ok: true, value: { connect: ['two'], disconnect: ['one'] } });
  });
  it('that the rule needs is required, and says why', () => {
    expect(read(false, [one], chosen(), { needed: true })).toEqual({ ok: false, error: 'form.missingNeeded' });
  });
  it('is not saved while words stand in it that name no row', () => {
    const typed = (unmatched: RelationInput['unmatched']) => read(true, [], { ...chosen(), typed: ' Alp ', unmatched });
    expect(typed('none')).toEqual({ ok: false, error: { key: 'relation.noMatch', values: { text: 'Alp' } } });
    expect(typed('several')).toMatchObject({ error: { key: 'relation.manyMatches' } });
    expect(typed('failed')).toMatchObject({ error: { key: 'relation.notLooked' } });
    expect(typed(null)).toMatchObject({ ok: false });
  });
});

describe('what is typed', () => {
  const read = (kind: Field['kind'], input: FieldInput, more: Partial<Field> = {}) =>
    readInput(field('x', kind, more), '', input, reader);
  const number = (text: string, limits: Field['limits'] = undefined) =>
    read('number', { kind: 'number', text, locale: 'fr', rounded: false }, { limits });
  const whole = { decimals: 0, min: '-2147483648', max: '2147483647' };
  const big = { decimals: 0, min: '-9223372036854775808', max: '9223372036854775807' };

  it.each([
    ['1\u202F234,5', undefined, 1234.5],
    ['−3', undefined, -3],
    ['12 345', whole, 12345],
    ['9007199254740993', big, '9007199254740993'],
    ['1e300', undefined, 1e300],
  ])('is the number %s', (text, limits, value) => {
    expect(number(text, limits)).toEqual({ ok: true, value });
  });
  it.each([
    ['1,2,3', undefined, 'form.badNumber', { example: '12\u202F345,67' }],
    ['abc', whole, 'form.badNumber', { example: '12\u202F345' }],
    ['12.345', undefined, 'form.ambiguousNumber', { text: '12.345', one: '12345', other: '12,345' }],
    ['12345678901', whole, 'form.tooMuch', { limit: 2147483647n }],
    ['-12345678901', whole, 'form.tooLittle', { limit: -2147483648n }],
    ['9223372036854775808', big, 'form.tooMuch', { limit: 9223372036854775807n }],
    ['-0,5', { min: '0', max: '24', decimals: 2 }, 'form.tooLittle', { limit: 0n }],
    ['1,234', { decimals: 2 }, 'form.tooManyDecimals', { count: 2 }],
  ])('is refused as a number: %s', (text, limits, key, values) => {
    expect(number(text, limits)).toEqual({ ok: false, error: { key, values } });
  });
  it.each([
    ['1,5', whole, 'form.notWhole'],
    ['0,12345678901234567890', undefined, 'form.tooManyDigits'],
    ['1e999', undefined, 'form.tooManyDigits'],
  ])('is no number that this column keeps: %s', (text, limits, error) => {
    expect(number(text, limits)).toEqual({ ok: false, error });
  });
  it.each([
    ['a', 'no-at'],
    ['a@b', 'domain'],
    ['a b@c.fr', 'space'],
    ['a@b@c.fr', 'several'],
    ['@c.fr', 'local-part'],
  ])('does not take %s for an address, and says why', (text, fault) => {
    expect(read('email', text)).toEqual({ ok: false, error: `form.badEmail.${fault}` });
  });
  it.each([
    ['Zoé <zoe@c.fr>', 'zoe@c.fr'],
    ['\u00a0zoe@c.fr\u200b', 'zoe@c.fr'],
    ['zoe@société.fr', 'zoe@xn--socit-esab.fr'],
  ])('takes the address in %j', (text, address) => {
    expect(read('email', text)).toEqual({ ok: true, value: address });
  });
  it('keeps to the lengths and the form that the schema asks for', () => {
    const limits = { minLength: 3, maxLength: 5, pattern: '^[a-z]+$' };
    expect(read('text', 'ab', { limits })).toMatchObject({ error: { key: 'form.tooShort', values: { count: 3 } } });
    expect(read('text', 'abcdef', { limits })).toMatchObject({ error: { key: 'form.tooLong', values: { count: 5 } } });
    expect(read('text', 'ABC', { limits })).toEqual({ ok: false, error: 'form.otherPattern' });
    expect(read('text', 'abc', { limits })).toEqual({ ok: true, value: 'abc' });
    expect(read('text', 'abc', { limits: { pattern: '(' } })).toEqual({ ok: true, value: 'abc' });
  });
  it('gives a time the seconds that Strapi wants', () => {
    expect(read('time', '09:30')).toEqual({ ok: true, value: '09:30:00.000' });
  });
  it('leaves the spaces of a long text alone', () => {
    expect(read('longtext', ' a\n')).toEqual({ ok: true, value: ' a\n' });
  });
  it('shows a time without its seconds, and nothing for an object', () => {
    expect(inputOf(field('x', 'time'), '09:30:00.000', reader)).toBe('09:30');
    expect(inputOf(field('x', 'text'), { a: 1 }, reader)).toBe('');
  });
  it('is no time that the clocks leave out, and the first of two that they show', () => {
    expect(read('datetime', '2026-03-29T02:30')).toEqual({ ok: false, error: 'form.noSuchTime' });
    expect(read('datetime', '2026-10-25T02:30')).toEqual({ ok: true, value: '2026-10-25T00:30:00.000Z' });
    expect(read('datetime', '12026-10-25T02:30')).toEqual({ ok: false, error: 'form.badYear' });
    expect(read('date', '12026-10-25')).toEqual({ ok: false, error: 'form.badYear' });
  });
});

describe('a number that came with fewer digits than it has', () => {
  const safe = { decimals: 0, max: '9007199254740991' };
  const rounded = (value: unknown, limits: Field['limits']) => inputOf(field('x', 'number', { limits }), value, reader);
  it('is shown and cannot be changed', () => {
    expect(rounded('9007199254740992', safe)).toMatchObject({ text: '9007199254740992', rounded: true });
    expect(rounded(2 ** 60, { decimals: 0, max: '9223372036854775807' })).toMatchObject({ rounded: true });
    expect(rounded('9007199254740993', { decimals: 0, max: '9223372036854775807' })).toMatchObject({ rounded: false });
    expect(rounded('12', safe)).toMatchObject({ rounded: false });
    expect(rounded(1e300, undefined)).toMatchObject({ rounded: false });
  });
});
