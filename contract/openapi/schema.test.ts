import { array, lazy, mixed, number, object, string } from 'yup';
import { requestSchema, responseSchema } from './schema';

describe('a schema', () => {
  const shape = object({
    name: string().max(20).required(),
    kind: mixed<'a' | 'b'>().oneOf(['a', 'b']).nullable().defined(),
    places: number().integer().min(1).nullable().default(null),
    ids: array(string().uuid().required()).min(1).optional(),
    at: string().datetime(),
  }).noUnknown();

  it('says what may be sent', () => {
    expect(requestSchema(shape)).toEqual({
      type: 'object',
      properties: {
        name: { type: 'string', minLength: 1, maxLength: 20 },
        kind: { type: ['string', 'null'], enum: ['a', 'b', null] },
        places: { type: ['integer', 'null'], minimum: 1, default: null },
        ids: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1, format: 'uuid' } },
        at: { type: 'string', format: 'date-time' },
      },
      required: ['name', 'kind'],
      additionalProperties: false,
    });
  });

  it('says what is answered: what has a default is there, and more may come', () => {
    const { required, additionalProperties, properties } = responseSchema(shape);
    expect([required, additionalProperties]).toEqual([['name', 'kind', 'places'], undefined]);
    expect(properties?.['places']).toEqual({ type: ['integer', 'null'], minimum: 1 });
  });

  it('that cannot be said is an error', () => {
    expect(() => requestSchema(object({ any: mixed() }))).toThrow('name its types');
    expect(() => requestSchema(object({ odd: string().test('odd', 'odd', () => true) }))).toThrow('the test odd');
    expect(() => requestSchema(object({ later: lazy(() => string()) }))).toThrow('no form');
  });
});
