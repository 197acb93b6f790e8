import type { Model } from '../../../kernel';
import type { Models } from './content';
import { pairParts, renameParts } from './parts';

const line: Model = {
  uid: 'shared.line',
  modelType: 'component',
  info: { displayName: 'Line' },
  attributes: { text: { type: 'string' } },
};
const box: Model = {
  ...line,
  uid: 'shared.box',
  attributes: { label: { type: 'string' }, lines: { type: 'component', component: 'shared.line', repeatable: true } },
};
const sheet: Model = {
  ...line,
  uid: 'api::sheet.sheet',
  modelType: 'contentType',
  attributes: {
    title: { type: 'string' },
    box: { type: 'component', component: 'shared.box' },
    parts: { type: 'dynamiczone', components: ['shared.box', 'shared.line'] },
  },
};
const models: Models = (uid) => [line, box, sheet].find((one) => one.uid === uid) ?? null;

const version = (from: number) => ({
  box: { id: from, lines: [{ id: from + 1 }, { id: from + 2 }] },
  parts: [
    { id: from, __component: 'shared.line' },
    { id: from + 5, __component: 'shared.box', lines: [{ id: from + 6 }] },
  ],
});
const ids = pairParts(models, sheet, version(10), version(100));

describe('components of two versions that say the same', () => {
  it('are named as the other version has them, at every depth, in any order and with the number as text', () => {
    const data = {
      title: 'x',
      box: { id: 10, label: 'b', lines: [{ id: '12', text: 'b' }, { text: 'new' }, { id: 11 }] },
      parts: [{ __component: 'shared.box', id: 15, lines: [{ id: 16 }] }],
    };
    expect(renameParts(models, sheet, data, ids)).toEqual({
      title: 'x',
      box: { id: 100, label: 'b', lines: [{ id: 102, text: 'b' }, { text: 'new' }, { id: 101 }] },
      parts: [{ __component: 'shared.box', id: 105, lines: [{ id: 106 }] }],
    });
  });

  it('keep a number that is none of theirs, to be refused, or drop it', () => {
    const data = { box: { id: 7, lines: [{ id: 8 }] } };
    expect(renameParts(models, sheet, data, ids)).toEqual(data);
    expect(renameParts(models, sheet, data, ids, 'drop')).toEqual({ box: { lines: [{}] } });
  });

  it('are left out where there are none', () => {
    for (const data of [{ box: null }, { parts: [] }, {}]) expect(renameParts(models, sheet, data, ids)).toEqual(data);
  });

  it('are in no pair where the two differ', () => {
    const other = { box: null, parts: [{ id: 1, __component: 'shared.box', lines: [] }] };
    expect(pairParts(models, sheet, version(10), other).size).toBe(0);
  });
});
