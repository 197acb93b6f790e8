import type { Field, Section } from '../api/guestAccess';
import { isLocale } from '../language/chooseLocale';
import { sameInput, type FieldInput, type NumberInput, type RelationInput } from './fieldInput';
import type { Inputs } from './rowForm';

/** What the draft of a row's form is called; of a new row's, where there is no row yet. */
export const rowDraftName = (section: Pick<Section, 'key'>, documentId: string | null, locale: string | null): string =>
  `${documentId === null ? 'new' : 'row'}:${section.key}/${documentId ?? ''}?${locale ?? ''}`;

/** What was typed, without what is as it was: a draft that is taken up later leaves alone what others changed meanwhile. */
export const changedInputs = (before: Inputs, now: Inputs): Inputs | null => {
  const changed = Object.entries(now).filter(([name, input]) => !sameInput(before[name] ?? '', input));
  return changed.length === 0 ? null : Object.fromEntries(changed);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isRelatedRow = (value: unknown): boolean =>
  isRecord(value) && typeof value['documentId'] === 'string' && typeof value['label'] === 'string';

const isNumber = (value: unknown): value is NumberInput =>
  isRecord(value) &&
  value['kind'] === 'number' &&
  typeof value['text'] === 'string' &&
  isLocale(value['locale']) &&
  value['rounded'] === false;

const unmatched: readonly unknown[] = [null, 'none', 'several', 'failed'];
const isRelation = (value: unknown): value is RelationInput =>
  isRecord(value) &&
  value['kind'] === 'relation' &&
  Array.isArray(value['chosen']) &&
  value['chosen'].every(isRelatedRow) &&
  typeof value['typed'] === 'string' &&
  unmatched.includes(value['unmatched']);

/** Whether a field's editor can hold what was kept: the settings may have made another of it since. */
const fits = (value: unknown, before: FieldInput): value is FieldInput => {
  if (typeof before !== 'object') return typeof value === typeof before;
  return before.kind === 'number' ? !before.rounded && isNumber(value) : isRelation(value);
};

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
