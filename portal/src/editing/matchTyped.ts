import { fold } from '../../../contract/fold';
import type { Field } from '../api/guestAccess';
import type { RelatedRow } from '../rows/related';
import type { FieldInput, RelationInput } from './fieldInput';
import type { Inputs } from './rowForm';
import { findChoices } from './useChoices';

/** The rows that typed words can mean, of those whose names hold them: one of that very name before all others. */
const meant = (found: readonly RelatedRow[], typed: string): readonly RelatedRow[] => {
  const same = found.filter(({ label }) => fold(label) === fold(typed));
  return same.length > 0 ? same : found;
};

/**
 * The input after what was typed and never chosen: the one row that it can mean is chosen, as the person would have done;
 * where there is none, or several, it stays and says so.
 * @param found the rows whose names hold the words; null where they could not be asked for
 */
export const matched = (
  { chosen, typed }: RelationInput,
  found: readonly RelatedRow[] | null,
  many: boolean
): RelationInput => {
  const unmatched = (why: RelationInput['unmatched']): RelationInput => ({
    kind: 'relation',
    chosen,
    typed,
    unmatched: why,
  });
  if (found === null) return unmatched('failed');
  const [row, ...others] = meant(found, typed);
  if (row === undefined) return unmatched('none');
  if (others.length > 0) return unmatched('several');
  const isThere = chosen.some(({ documentId }) => documentId === row.documentId);
  const kept = many ? chosen : [];
  return { kind: 'relation', chosen: isThere ? chosen : [...kept, row], typed: '', unmatched: null };
};

/** Looks for what was typed and never chosen. */
export const matchTyped = async ({ target }: Field, input: RelationInput): Promise<RelationInput> => {
  if (input.typed.trim() === '' || target === undefined) return input;
  return matched(input, await findChoices(target, input.typed), target.many);
};

/** As above, for every relation of a form: what is saved is what was looked for. */
export const matchAllTyped = async (fields: readonly Field[], inputs: Inputs): Promise<Inputs> => {
  const looked = fields.map(async (field): Promise<[string, FieldInput]> => {
    const input = inputs[field.name] ?? '';
    const isRelation = typeof input === 'object' && input.kind === 'relation';
    return [field.name, isRelation ? await matchTyped(field, input) : input];
  });
  return Object.fromEntries(await Promise.all(looked));
};

/** What was found for inputs, beside whatever the person has typed meanwhile. */
export const unlessChanged = (current: Inputs, asked: Inputs, found: Inputs): Inputs =>
  Object.fromEntries(
    Object.entries(current).map(([name, input]) => [name, input === asked[name] ? (found[name] ?? input) : input])
  );
