import type { Field } from '../api/guestAccess';
import type { Row, RowData } from '../api/rows';
import type { MessageKey } from '../language/translations';
import { inputOf, readInput, sameInput, type FieldInput } from './fieldInput';

export type Inputs = Readonly<Record<string, FieldInput>>;
export type FieldErrors = Readonly<Record<string, MessageKey>>;

/** What a form begins with: the row's values, or nothing for a new row. */
export const initialInputs = (fields: readonly Field[], row: Row | null): Inputs =>
  Object.fromEntries(fields.map((field) => [field.name, inputOf(field, row?.[field.name])]));

export type FormReading =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'invalid'; readonly errors: FieldErrors }
  | { readonly kind: 'data'; readonly data: RowData };

/**
 * Reads the whole form. Only what was changed is sent, so that two people who change different fields do not undo each
 * other; a new row sends what was filled in, and every tick, since an empty box is an answer too.
 */
export const readForm = (fields: readonly Field[], before: Inputs, now: Inputs, isNew: boolean): FormReading => {
  const data: Record<string, unknown> = {};
  const errors: Record<string, MessageKey> = {};
  for (const field of fields) {
    const [had, has] = [before[field.name] ?? '', now[field.name] ?? ''];
    const changed = !sameInput(had, has);
    if (!changed && !(isNew && (field.required || field.kind === 'boolean'))) continue;
    const reading = readInput(field, had, has);
    if (reading.ok) data[field.name] = reading.value;
    else errors[field.name] = reading.error;
  }
  if (Object.keys(errors).length > 0) return { kind: 'invalid', errors };
  return Object.keys(data).length === 0 ? { kind: 'unchanged' } : { kind: 'data', data };
};
