import type { Field, Section } from '../api/guestAccess';
import type { FieldInput } from './fieldInput';
import { sameInput } from './fieldInput';
import type { Inputs } from './rowForm';

/** What the draft of a row's form is called; of a new row's, where there is no row yet. */
export const rowDraftName = (section: Pick<Section, 'key'>, documentId: string | null, locale: string | null): string =>
  `${documentId === null ? 'new' : 'row'}:${section.key}/${documentId ?? ''}?${locale ?? ''}`;

/** What was typed, without what is as it was: a draft that is taken up later leaves alone what others changed meanwhile. */
export const changedInputs = (before: Inputs, now: Inputs): Inputs | null => {
  const changed = Object.entries(now).filter(([name, input]) => !sameInput(before[name] ?? '', input));
  return changed.length === 0 ? null : Object.fromEntries(changed);
};

const isRelatedRow = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'documentId' in value &&
  typeof value.documentId === 'string' &&
  'label' in value &&
  typeof value.label === 'string';

/** Whether a field's editor can hold what was kept: the settings may have made another of it since. */
const fits = (value: unknown, before: FieldInput): value is FieldInput =>
  Array.isArray(value)
    ? Array.isArray(before) && value.every(isRelatedRow)
    : !Array.isArray(before) && typeof value === typeof before;

/** What a draft changes of a form, as far as the form has its fields. */
export const inputsOfDraft = (fields: readonly Field[], before: Inputs, kept: unknown): Inputs | null => {
  if (typeof kept !== 'object' || kept === null) return null;
  const values = new Map<string, unknown>(Object.entries(kept));
  const taken = fields.flatMap(({ name }): [string, FieldInput][] => {
    const [value, had] = [values.get(name), before[name] ?? ''];
    return values.has(name) && fits(value, had) ? [[name, value]] : [];
  });
  return changedInputs(before, { ...before, ...Object.fromEntries(taken) });
};
