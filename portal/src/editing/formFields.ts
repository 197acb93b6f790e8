import type { FieldKind } from '../../../contract/access';
import type { Field, Section } from '../api/guestAccess';

const editedKinds: readonly FieldKind[] = [
  'text',
  'longtext',
  'richtext',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'enumeration',
  'email',
];

const hasEditor = ({ kind, target }: Field): boolean =>
  editedKinds.includes(kind) || (kind === 'relation' && target !== undefined);

/** The fields that the guest may write and this page can edit; in a new row also the one that the rule needs. */
export const editableFields = ({ fields }: Pick<Section, 'fields'>, isNew = false): Field[] =>
  fields.filter((field) => (field.writable || (isNew && field.needed === true)) && hasEditor(field));
