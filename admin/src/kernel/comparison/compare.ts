import { importedFields, type HeldPerson, type ImportedField } from '../../../../contract/importing';

/** A field of two sides. `kept`: only the side that stays has it, or both the same; `filled`: only the other; `conflict`: both, and not the same. */
export interface ComparedField {
  field: ImportedField;
  kind: 'kept' | 'filled' | 'conflict';
  /** What could be taken. */
  offered: string | null;
  /** What is there. */
  held: string | null;
}

/** The fields in which something stands on either side. */
export const compare = (offered: HeldPerson, held: HeldPerson): ComparedField[] =>
  importedFields.flatMap((field) => {
    const [one, other] = [offered[field] || null, held[field] || null];
    if (one === null && other === null) return [];
    const kind = one === null || one === other ? 'kept' : other === null ? 'filled' : 'conflict';
    return [{ field, kind, offered: one, held: other }];
  });
