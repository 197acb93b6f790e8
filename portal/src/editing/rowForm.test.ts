import type { Field } from '../api/guestAccess';
import { inputOf, readInput } from './fieldInput';
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

describe('a form', () => {
  const before = initialInputs(fields, row);

  it('sends nothing where nothing was changed', () => {
    expect(readForm(fields, before, before, false)).toEqual({ kind: 'unchanged' });
    expect(changedInputs(before, before)).toBeNull();
  });

  it('sends only what was changed, empty as null', () => {
    const now = { ...before, subject: ' New ', due: '' };
    expect(readForm(fields, before, now, false)).toEqual({ kind: 'data', data: { subject: 'New', due: null } });
    expect(changedInputs(before, now)).not.toBeNull();
  });

  it('brings an instant back as it came', () => {
    const now = { ...before, at: before['at'] ?? '' };
    expect(readForm(fields, { ...before, at: '' }, now, false)).toEqual({
      kind: 'data',
      data: { at: '2026-11-22T13:30:00.000Z' },
    });
  });

  it('names every field that is wrong and sends nothing', () => {
    const now = { ...before, subject: '  ', due: '2026-12-01' };
    expect(readForm(fields, before, now, false)).toEqual({ kind: 'invalid', errors: { subject: 'form.missingValue' } });
  });

  it('sends the ticks of a new row, and asks for what is required', () => {
    const empty = initialInputs(fields, null);
    expect(readForm(fields, empty, empty, true)).toEqual({ kind: 'invalid', errors: { subject: 'form.missingValue' } });
    expect(readForm(fields, empty, { ...empty, subject: 'A' }, true)).toEqual({
      kind: 'data',
      data: { subject: 'A', urgent: false },
    });
  });
});

describe('a relation', () => {
  it('that holds one row is linked to another', () => {
    expect(readInput(project(false), [one], [two])).toEqual({ ok: true, value: { connect: ['two'] } });
  });
  it('that holds one row is emptied by taking that one away', () => {
    expect(readInput(project(false), [one], [])).toEqual({ ok: true, value: { disconnect: ['one'] } });
  });
  it('that holds several keeps the links that this guest cannot see', () => {
    expect(readInput(project(true), [one], [two])).toEqual({
      ok: true,
      value: { connect: ['two'], disconnect: ['one'] },
    });
  });
});

describe('what is typed', () => {
  const read = (kind: Field['kind'], text: string) => readInput(field('x', kind), '', text);

  it.each([
    ['1 234,5', 1234.5],
    ['-3', -3],
    ['9007199254740993', '9007199254740993'],
  ])('reads %s as a number', (text, value) => {
    expect(read('number', text)).toEqual({ ok: true, value });
  });
  it.each(['1,2,3', '0x10', '1e9', 'abc', 'NaN', '--1'])('does not read %s as a number', (text) => {
    expect(read('number', text)).toEqual({ ok: false, error: 'form.badNumber' });
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
  it('gives a time the seconds that Strapi wants', () => {
    expect(read('time', '09:30')).toEqual({ ok: true, value: '09:30:00.000' });
  });
  it('leaves the spaces of a long text alone', () => {
    expect(read('longtext', ' a\n')).toEqual({ ok: true, value: ' a\n' });
  });
  it('shows a time without its seconds, and nothing for an object', () => {
    expect(inputOf(field('x', 'time'), '09:30:00.000')).toBe('09:30');
    expect(inputOf(field('x', 'text'), { a: 1 })).toBe('');
  });
});
