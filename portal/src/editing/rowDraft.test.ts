import type { Field } from '../api/guestAccess';
import type { Inputs } from './rowForm';
import { changedInputs, inputsOfDraft, rowDraftName } from './rowDraft';

const field = (name: string, kind: Field['kind']): Field => ({ name, kind, required: false, writable: true });
const fields = [
  field('title', 'text'),
  field('done', 'boolean'),
  field('tags', 'relation'),
  field('count', 'number'),
  field('serial', 'number'),
];
const tags = (chosen: unknown[], typed = '') => ({ kind: 'relation', chosen, typed, unmatched: null });
const number = (text: string, locale = 'fr', rounded = false) => ({ kind: 'number', text, locale, rounded });
const before: Inputs = {
  title: 'Avant',
  done: false,
  tags: { kind: 'relation', chosen: [{ documentId: 'a', label: 'A' }], typed: '', unmatched: null },
  count: { kind: 'number', text: '12,5', locale: 'fr', rounded: false },
  serial: { kind: 'number', text: '9007199254740992', locale: 'fr', rounded: true },
};

describe('the draft of a row', () => {
  it('holds what was changed alone, and is none where nothing was', () => {
    expect(changedInputs(before, { ...before, title: 'Après' })).toEqual({ title: 'Après' });
    expect(changedInputs(before, { ...before })).toBeNull();
  });

  it('is taken up on a newer row, whose other fields stay', () => {
    const newer = { ...before, done: true };
    expect(inputsOfDraft(fields, newer, { title: 'Après' })).toEqual({ title: 'Après' });
    expect(inputsOfDraft(fields, before, { tags: tags([]) })).toEqual({ tags: tags([]) });
  });

  it('keeps the language that a number was typed in, and words that name no row yet', () => {
    const kept = { count: number('12.345', 'en'), tags: tags([], 'boi') };
    expect(inputsOfDraft(fields, before, JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([
    [null],
    ['text'],
    [{ title: 7 }],
    [{ title: { a: 1 } }],
    [{ tags: [] }],
    [{ tags: tags(['a']) }],
    [{ tags: tags([{ documentId: 1, label: 'x' }]) }],
    [{ count: '12' }],
    [{ count: number('12', 'xx') }],
    [{ count: number('12.5', 'en') }],
    [{ serial: number('12') }],
    [{ done: 'yes' }],
    [{ gone: 'x' }],
    [{ title: 'Avant' }],
    [JSON.parse('{"__proto__":{"title":"x"}}')],
  ])('is none where nothing of it fits: %j', (kept: unknown) => {
    expect(inputsOfDraft(fields, before, kept)).toBeNull();
  });

  it('is another for each row, language and new row', () => {
    const names = [
      rowDraftName({ key: 'tasks' }, 'a', null),
      rowDraftName({ key: 'tasks' }, 'a', 'fr'),
      rowDraftName({ key: 'tasks' }, null, null),
      rowDraftName({ key: 'tags' }, 'a', null),
    ];
    expect(new Set(names).size).toBe(4);
  });
});
