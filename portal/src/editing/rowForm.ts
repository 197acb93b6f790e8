import type { Field } from '../api/guestAccess';
import type { Row, RowData } from '../api/rows';
import type { Explanation } from '../language/explain';
import { inputOf, isEmptyInput, sameInput, type FieldInput, type Reader } from './fieldInput';
import { isRequired, readInput } from './readInput';

export type Inputs = Readonly<Record<string, FieldInput>>;
export type FieldErrors = Readonly<Record<string, Explanation>>;

/** What a form begins with: the row's values, or the defaults of the schema for a new row. */
export const initialInputs = (fields: readonly Field[], row: Row | null, reader: Reader): Inputs =>
  Object.fromEntries(
    fields.map((field) => [field.name, inputOf(field, row === null ? field.default : row[field.name], reader)])
  );

export type FormReading =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'invalid'; readonly errors: FieldErrors }
  | { readonly kind: 'data'; readonly data: RowData };

/**
 * Reads the whole form. Only what was changed is sent, so that two people who change different fields do not undo each
 * other; a new row sends what stands in the form, also what stood there at first, and what was emptied.
 */
export const readForm = (
  fields: readonly Field[],
  before: Inputs,
  now: Inputs,
  { isNew, reader }: { readonly isNew: boolean; readonly reader: Reader }
): FormReading => {
  const data: Record<string, unknown> = {};
  const errors: Record<string, Explanation> = {};
  for (const field of fields) {
    const [had, has] = [before[field.name] ?? '', now[field.name] ?? ''];
    const counts = !sameInput(had, has) || (isNew && (isRequired(field) || !isEmptyInput(has)));
    if (!counts) continue;
    const reading = readInput(field, had, has, reader);
    if (reading.ok) data[field.name] = reading.value;
    else errors[field.name] = reading.error;
  }
  if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
  return Object.keys(data).length === 0 ? { kind: 'unchanged' } : { kind: 'data', data };
};
