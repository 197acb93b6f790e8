import { importedFields, type HeldPerson, type ImportedField } from '../../../../../contract/importing';

/** A field of two sides. `kept`: only the contact has it, or both the same; `filled`: only the file; `conflict`: both, and not the same. */
export interface ComparedField {
  field: ImportedField;
  kind: 'kept' | 'filled' | 'conflict';
  ofFile: string | null;
  ofContact: string | null;
}

/** The fields in which something stands on either side. */
export const compare = (ofFile: HeldPerson, ofContact: HeldPerson): ComparedField[] =>
  importedFields.flatMap((field) => {
    const [one, other] = [ofFile[field] || null, ofContact[field] || null];
    if (one === null && other === null) return [];
    const kind = one === null || one === other ? 'kept' : other === null ? 'filled' : 'conflict';
    return [{ field, kind, ofFile: one, ofContact: other }];
  });
