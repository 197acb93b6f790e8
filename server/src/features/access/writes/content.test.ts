import type { Model } from '../../../kernel';
import { isSameContent, isStoredValue, type Models } from './content';

const model = (uid: string, attributes: Model['attributes']): Model => ({
  uid,
  modelType: uid.includes('::') ? 'contentType' : 'component',
  info: { displayName: uid },
  attributes,
});

const line = model('shared.line', {
  text: { type: 'string' },
  remark: { type: 'string', private: true },
  topic: { type: 'relation', relation: 'oneToOne', target: 'api::topic.topic' },
});
const sheet = model('api::sheet.sheet', {
  title: { type: 'string' },
  facts: { type: 'json' },
  lines: { type: 'component', component: 'shared.line', repeatable: true },
  box: { type: 'component', component: 'shared.line' },
  parts: { type: 'dynamiczone', components: ['shared.line'] },
  picture: { type: 'media' },
  topics: { type: 'relation', relation: 'manyToMany', target: 'api::topic.topic' },
  sheets: { type: 'relation', relation: 'oneToMany', target: 'api::sheet.sheet', mappedBy: 'above' },
});
const models: Models = (uid) => [line, sheet].find((one) => one.uid === uid) ?? null;
const topic = (documentId: string, id: number, locale: string | null = null) => ({ id, documentId, locale });

describe('isSameContent', () => {
  it.each<[string, unknown, unknown]>([
    ['title', 'a', 'a'],
    ['title', null, undefined],
    ['facts', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['lines', [{ id: 1, text: 'a', topic: topic('x', 1) }], [{ id: 2, text: 'a', topic: topic('x', 2) }]],
    ['lines', null, []],
    ['box', { id: 1, text: 'a' }, { id: 2, text: 'a', remark: null }],
    ['parts', [{ id: 1, __component: 'shared.line', text: 'a' }], [{ id: 2, __component: 'shared.line', text: 'a' }]],
    ['picture', { id: 1 }, { id: 1 }],
    ['topics', [topic('x', 1), topic('y', 3)], [topic('x', 2), topic('y', 4)]],
    ['sheets', [topic('x', 1), topic('y', 3)], [topic('y', 4), topic('x', 2)]],
    ['nothing of that name', 1, 2],
  ])('takes %s of a draft and of what is published for the same: %j, %j', (name, one, other) => {
    expect(isSameContent(models, sheet, name, { [name]: one }, { [name]: other })).toBe(true);
  });

  it.each<[string, unknown, unknown]>([
    ['title', 'a', 'A'],
    ['title', '', null],
    ['facts', [1, 2], [2, 1]],
    ['lines', [{ id: 1, text: 'a' }], [{ id: 1, text: 'b' }]],
    ['lines', [{ id: 1, text: 'a', remark: 'x' }], [{ id: 2, text: 'a', remark: 'y' }]],
    ['lines', [{ id: 1, text: 'a', topic: topic('x', 1) }], [{ id: 2, text: 'a', topic: topic('y', 1) }]],
    ['lines', [{ id: 1, text: 'a' }], []],
    ['parts', [{ id: 1, __component: 'shared.line' }], [{ id: 1, __component: 'shared.other' }]],
    ['picture', { id: 1 }, { id: 2 }],
    ['topics', [topic('x', 1), topic('y', 3)], [topic('y', 4), topic('x', 2)]],
    ['topics', [topic('x', 1, 'fr')], [topic('x', 2, 'en')]],
    ['sheets', [topic('x', 1)], []],
  ])('tells %s apart: %j, %j', (name, one, other) => {
    expect(isSameContent(models, sheet, name, { [name]: one }, { [name]: other })).toBe(false);
  });
});

describe('isStoredValue', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['string', 'a', 'a', true],
    ['string', 'a', 'b', false],
    ['string', null, null, true],
    ['string', '', null, false],
    ['integer', '12', 12, true],
    ['integer', 0, null, false],
    ['decimal', 1.5, '1.50', true],
    ['biginteger', 9007199254740993n, '9007199254740993', true],
    ['datetime', '2026-03-01T11:00:00+01:00', '2026-03-01T10:00:00.000Z', true],
    ['datetime', 'no day', '2026-03-01T10:00:00.000Z', false],
    ['time', '10:00', '10:00:00.000', true],
    ['json', { a: [1] }, { a: [1] }, true],
    ['relation', [], [], false],
    ['component', null, null, false],
  ])('says of a %s %j, where %j is stored: %s', (type, given, stored, same) => {
    expect(isStoredValue({ type }, given, stored)).toBe(same);
  });
});
