import type { Field } from '../api/guestAccess';
import { changedInputs, inputsOfDraft, rowDraftName } from './rowDraft';

const field = (name: string, kind: Field['kind']): Field => ({ name, kind, required: false, writable: true });
const fields = [field('title', 'text'), field('done', 'boolean'), field('tags', 'relation')];
const before = { title: 'Avant', done: false, tags: [{ documentId: 'a', label: 'A' }] };

describe('the draft of a row', () => {
  it('holds what was changed alone, and is none where nothing was', () => {
    expect(changedInputs(before, { ...before, title: 'Après' })).toEqual({ title: 'Après' });
    expect(changedInputs(before, { ...before })).toBeNull();
  });

  it('is taken up on a newer row, whose other fields stay', () => {
    const newer = { ...before, done: true };
    expect(inputsOfDraft(fields, newer, { title: 'Après' })).toEqual({ title: 'Après' });
    expect(inputsOfDraft(fields, before, { tags: [] })).toEqual({ tags: [] });
  });

  it.each([
    [null],
    ['text'],
    [{ title: 7 }],
    [{ title: { a: 1 } }],
    [{ tags: ['a'] }],
    [{ tags: [{ documentId: 1, label: 'x' }] }],
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
