import type { Field } from '../api/guestAccess';
import { partsOf } from './components';

const field = (name: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name,
  kind,
  required: false,
  writable: false,
  ...more,
});
const text = field('text', 'text', { label: 'Texte' });
const topic = field('topic', 'relation', { target: { path: '/api/topics', labelField: 'name', many: false } });
const components = [
  { uid: 'a.line', label: 'Ligne', fields: [text, topic] },
  { uid: 'a.note', label: 'Note', fields: [text] },
];
const one = field('line', 'component', { components: ['a.line'] });
const zone = field('parts', 'component', { components: ['a.line', 'a.note'], zone: true });

describe('the parts of a component', () => {
  it('are its fields in their order, and nothing that is none', () => {
    const value = { id: 7, topic: null, text: 'x', other: 1 };
    expect(partsOf(one, value, components)).toEqual([
      {
        label: null,
        values: [
          { field: text, value: 'x' },
          { field: topic, value: null },
        ],
      },
    ]);
  });
  it('are several where the field holds several', () => {
    expect(partsOf(one, [{ text: 'x' }, { text: 'y' }], components)).toHaveLength(2);
  });
  it('say in a zone which component each is', () => {
    const value = [
      { __component: 'a.note', id: 1, text: 'x' },
      { __component: 'a.line', id: 1, text: 'y' },
    ];
    expect(partsOf(zone, value, components).map(({ label }) => label)).toEqual(['Note', 'Ligne']);
  });
  it.each([null, 'x', [null], [{ __component: 'gone.away', text: 'x' }], [{ text: 'x' }], [{ __component: 7 }]])(
    'are none of %j',
    (value) => {
      expect(partsOf(zone, value, components)).toEqual([]);
    }
  );
});
