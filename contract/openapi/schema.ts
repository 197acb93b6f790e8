import type { Schema, SchemaFieldDescription } from 'yup';
import { closed } from '../answer';

/** The words of JSON Schema (2020-12, as OpenAPI 3.1 has it) that the contract needs. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: false;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
}

type Params = Readonly<Record<string, unknown>>;
type Words = (params: Params) => JsonSchema;

const numberIn = (params: Params, name: string): number => Number(params[name]);
const nothingMore: Words = () => ({});

/** What yup tests of each type are in JSON Schema. `required` of a text: it is not empty. */
const wordsOf: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  string: {
    required: nothingMore,
    min: (params) => ({ minLength: numberIn(params, 'min') }),
    max: (params) => ({ maxLength: numberIn(params, 'max') }),
    matches: ({ regex }) => ({ pattern: regex instanceof RegExp ? regex.source : '' }),
    uuid: () => ({ format: 'uuid' }),
    datetime: () => ({ format: 'date-time' }),
    datetime_offset: nothingMore,
    datetime_precision: nothingMore,
    trim: nothingMore,
  },
  number: {
    min: (params) => ({ minimum: numberIn(params, 'min') }),
    max: (params) => ({ maximum: numberIn(params, 'max') }),
    integer: () => ({ type: 'integer' }),
  },
  array: {
    min: (params) => ({ minItems: numberIn(params, 'min') }),
    max: (params) => ({ maxItems: numberIn(params, 'max') }),
  },
  object: { noUnknown: nothingMore },
};

/** Tests that JSON Schema has no words for: the server says what is wrong. */
const saidByTheServer: readonly string[] = [
  'distinct',
  'one-way-to-name-it',
  'something-to-do',
  'fits-action',
  'whole-table',
  'rows-or-filter',
  'address',
];

const typeOfValue = (value: unknown): string => (value === null ? 'null' : typeof value);

/** @throws where a schema takes anything: `.meta({ types: ['string', 'number'] })` has to say what */
const typesOf = ({ type, oneOf, meta }: Described): string[] => {
  if (type !== 'mixed') return [type];
  const said: unknown = meta?.['types'];
  const types = Array.isArray(said) ? said.map(String) : oneOf.map(typeOfValue);
  if (types.length === 0) throw new Error('what is `mixed` says nothing: name its types by .meta({ types: […] })');
  return [...new Set(types)];
};

interface Described {
  readonly type: string;
  readonly meta?: Params | undefined;
  readonly oneOf: readonly unknown[];
  readonly nullable: boolean;
  readonly optional: boolean;
  readonly default?: unknown;
  readonly tests: readonly { readonly name?: string | undefined; readonly params?: Params | undefined }[];
  readonly fields?: Readonly<Record<string, SchemaFieldDescription>>;
  readonly innerType?: SchemaFieldDescription | SchemaFieldDescription[];
}

const isDescribed = (field: SchemaFieldDescription): field is SchemaFieldDescription & Described =>
  'tests' in field && 'nullable' in field;

/** @throws for references and schemas that depend on the value, which the contract does without */
const described = (field: SchemaFieldDescription): Described => {
  if (!isDescribed(field)) throw new Error(`a schema of the kind ${field.type} has no form in the document`);
  return field;
};

/** @throws for a test that is neither in JSON Schema nor known to be the server's */
const testWords = ({ type, tests }: Described): JsonSchema =>
  tests.reduce<JsonSchema>((words, { name = '', params = {} }) => {
    if (saidByTheServer.includes(name)) return words;
    const say = wordsOf[type]?.[name];
    if (say === undefined) throw new Error(`the test ${name} of a ${type} has no words in JSON Schema`);
    return { ...words, ...say(params) };
  }, {});

/** `in` what is asked: unknown keys are refused, defaults filled in. `out` what is answered: more keys may come some day. */
type Direction = 'in' | 'out';

const objectWords = (fields: Readonly<Record<string, SchemaFieldDescription>>, direction: Direction): JsonSchema => {
  const all = Object.entries(fields).map(([name, field]) => [name, described(field)] as const);
  const required = all.filter(([, { optional }]) => !optional).map(([name]) => name);
  return {
    properties: Object.fromEntries(all.map(([name, field]) => [name, convert(field, direction)])),
    ...(required.length === 0 ? {} : { required }),
    ...(direction === 'in' ? { additionalProperties: false } : {}),
  };
};

const convert = (field: Described, direction: Direction): JsonSchema => {
  const { type: _, ...words } = testWords(field);
  const isInteger = field.tests.some(({ name }) => name === 'integer');
  const named = isInteger ? ['integer'] : typesOf(field);
  const types = field.nullable && !named.includes('null') ? [...named, 'null'] : named;
  const [only, second] = types;
  const inner = Array.isArray(field.innerType) ? undefined : field.innerType;
  const isFilledIn = direction === 'in' && field.default !== undefined && field.type !== 'object';
  return {
    type: second === undefined ? only : types,
    ...(field.oneOf.length === 0 ? {} : { enum: types.includes('null') ? [...field.oneOf, null] : field.oneOf }),
    ...(field.type === 'string' && field.tests.some(({ name }) => name === 'required') ? { minLength: 1 } : {}),
    ...words,
    ...(field.fields === undefined ? {} : objectWords(field.fields, direction)),
    ...(inner === undefined ? {} : { items: convert(described(inner), direction) }),
    ...(isFilledIn ? { default: field.default } : {}),
  };
};

/** What a caller may send. @throws where a part of it cannot be said: nothing is left out in silence */
export const requestSchema = (schema: Schema): JsonSchema => convert(described(schema.describe()), 'in');

/** What a caller gets. A key that a request may leave to its default is there. @throws as `requestSchema` */
export const responseSchema = (schema: Schema): JsonSchema => convert(described(closed(schema).describe()), 'out');
