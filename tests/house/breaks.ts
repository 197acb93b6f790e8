import type { JsonSchema, OpenApiDocument, Operation } from '../../contract/openapi';

/*
 * What a caller who keeps to an older document would meet in a newer one. What is asked may grow looser, what is answered
 * tighter, and never the other way round.
 */

const typesOf = ({ type }: JsonSchema): string[] => {
  const types = type === undefined ? [] : [type].flat();
  // Every integer is a number.
  return types.includes('number') ? [...types, 'integer'] : types;
};
const without = <T>(all: readonly T[], taken: readonly T[]): T[] => all.filter((one) => !taken.includes(one));
const valuesOf = ({ enum: values }: JsonSchema): string[] => (values ?? []).map((value) => JSON.stringify(value));
const child = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

type Compare = (path: string, older: JsonSchema, newer: JsonSchema) => string[];

/** Goes on with the keys and items that both have. */
const deeper =
  (compare: Compare): Compare =>
  (path, older, newer) => [
    ...Object.entries(older.properties ?? {}).flatMap(([name, inner]) => {
      const other = newer.properties?.[name];
      return other === undefined ? [] : compare(child(path, name), inner, other);
    }),
    ...(older.items !== undefined && newer.items !== undefined ? compare(`${path}[]`, older.items, newer.items) : []),
  ];

/** `mayGrow`: a list of values that callers were told will grow, the codes of refusals. */
const answered =
  ({ mayGrow }: { mayGrow: boolean }): Compare =>
  (path, older, newer) => [
    ...without(typesOf(newer), typesOf(older)).map((type) => `${path}: may be ${type}`),
    ...(older.enum !== undefined && newer.enum === undefined ? [`${path}: may be any value`] : []),
    ...(older.enum === undefined || mayGrow ? [] : without(valuesOf(newer), valuesOf(older))).map(
      (value) => `${path}: may be ${value}`
    ),
    ...without(Object.keys(older.properties ?? {}), Object.keys(newer.properties ?? {})).map(
      (name) => `${child(path, name)}: is gone`
    ),
    ...without(older.required ?? [], newer.required ?? [])
      .filter((name) => newer.properties?.[name] !== undefined)
      .map((name) => `${child(path, name)}: may be missing`),
    ...deeper(answered({ mayGrow }))(path, older, newer),
  ];

const lowest = ['minLength', 'minItems', 'minimum'] as const;
const highest = ['maxLength', 'maxItems', 'maximum'] as const;

const limits: Compare = (path, older, newer) => [
  ...lowest
    .filter((word) => (newer[word] ?? -Infinity) > (older[word] ?? -Infinity))
    .map((word) => `${path}: ${word} is ${newer[word]}`),
  ...highest
    .filter((word) => (newer[word] ?? Infinity) < (older[word] ?? Infinity))
    .map((word) => `${path}: ${word} is ${newer[word]}`),
  ...(['pattern', 'format'] as const)
    .filter((word) => newer[word] !== undefined && newer[word] !== older[word])
    .map((word) => `${path}: ${word} is another`),
];

const asked: Compare = (path, older, newer) => [
  ...without(typesOf(older), typesOf(newer)).map((type) => `${path}: may not be ${type}`),
  ...(newer.enum !== undefined && older.enum === undefined ? [`${path}: may be some values only`] : []),
  ...(newer.enum === undefined ? [] : without(valuesOf(older), valuesOf(newer))).map(
    (value) => `${path}: may not be ${value}`
  ),
  ...without(Object.keys(older.properties ?? {}), Object.keys(newer.properties ?? {})).map(
    (name) => `${child(path, name)}: is not taken`
  ),
  ...without(newer.required ?? [], older.required ?? []).map((name) => `${child(path, name)}: has to be there`),
  ...limits(path, older, newer),
  ...deeper(asked)(path, older, newer),
];

const nothing: JsonSchema = { type: 'object' };

/** Path, query and headers as one object: the same is asked of it as of a body. */
const parametersOf = ({ parameters = [] }: Operation): JsonSchema => {
  const named = parameters.flatMap(({ name, in: place, required, schema }) =>
    name === undefined || schema === undefined ? [] : [{ name: `${place} ${name}`, required, schema }]
  );
  return {
    type: 'object',
    properties: Object.fromEntries(named.map(({ name, schema }) => [name, schema])),
    required: named.filter(({ required }) => required).map(({ name }) => name),
  };
};

const bodyOf = ({ requestBody }: Operation): JsonSchema => requestBody?.content['application/json']?.schema ?? nothing;

const successesOf = ({ responses }: Operation): [string, JsonSchema][] =>
  Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, { content }]) => [status, content?.['application/json']?.schema ?? nothing]);

const callerOf = (operation: Operation): string => JSON.stringify([operation.security, operation['x-permission']]);

const operationBreaks = (older: Operation, newer: Operation): string[] => {
  const [before, after] = [new Map(successesOf(older)), new Map(successesOf(newer))];
  return [
    ...(newer.security.length > 0 && callerOf(older) !== callerOf(newer) ? ['is for other callers'] : []),
    ...asked('', parametersOf(older), parametersOf(newer)),
    ...asked('body', bodyOf(older), bodyOf(newer)),
    ...without([...after.keys()], [...before.keys()]).map((status) => `answers ${status}`),
    ...[...before].flatMap(([status, schema]) =>
      answered({ mayGrow: false })(status, schema, after.get(status) ?? schema)
    ),
  ];
};

const operationsOf = ({ paths }: OpenApiDocument): [string, Operation][] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ])
  );

/** A line for each thing in the newer document that would break who keeps to the older one. */
export const breaksOf = (older: OpenApiDocument, newer: OpenApiDocument): string[] => {
  const now = new Map(operationsOf(newer));
  const [before = nothing, after = nothing] = [older, newer].map(({ components }) => components.schemas['Error']);
  return [
    ...operationsOf(older).flatMap(([call, operation]) => {
      const other = now.get(call);
      if (other === undefined) return [`${call}: is gone`];
      return operationBreaks(operation, other).map((broken) => `${call} ${broken}`);
    }),
    ...answered({ mayGrow: true })('Error', before, after),
  ];
};
