import { ArraySchema, ObjectSchema, Schema, type AnyObject } from 'yup';

const fieldsOf = (schema: ObjectSchema<AnyObject>): [string, Schema][] =>
  Object.entries(schema.fields).flatMap(([name, field]) => (field instanceof Schema ? [[name, field]] : []));

/** Whether yup fills in where nothing is given. An answer is not filled in: what has a default has to be there. */
const isFilledIn = (schema: Schema): boolean => schema.getDefault() !== undefined;

/**
 * The schema that an answer is held against: unknown keys are an error at every depth, and so is a key left out that a request
 * might leave to its default.
 */
export const closed = (schema: Schema): Schema => {
  const whole = isFilledIn(schema) ? schema.defined() : schema;
  if (whole instanceof ObjectSchema) {
    const fields = Object.fromEntries(fieldsOf(whole).map(([name, field]) => [name, closed(field)]));
    return whole.shape(fields).noUnknown();
  }
  if (whole instanceof ArraySchema && whole.innerType instanceof Schema) return whole.of(closed(whole.innerType));
  return whole;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An answer without the keys that its schema does not have, at any depth. @param found is told of each, by its path */
export const cut = (schema: Schema, value: unknown, found: (path: string) => void, path = ''): unknown => {
  if (schema instanceof ArraySchema && schema.innerType instanceof Schema && Array.isArray(value)) {
    const { innerType } = schema;
    return value.map((item: unknown) => cut(innerType, item, found, `${path}[]`));
  }
  if (!(schema instanceof ObjectSchema) || !isRecord(value) || value instanceof Date) return value;
  const fields: Readonly<Record<string, unknown>> = schema.fields;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
      const here = path === '' ? name : `${path}.${name}`;
      if (!Object.hasOwn(fields, name)) {
        found(here);
        return [];
      }
      const field = fields[name];
      return [[name, field instanceof Schema ? cut(field, inner, found, here) : inner]];
    })
  );
};
