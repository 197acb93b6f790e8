import type { FieldKind } from '../../../contract/access';
import type { Field, Section } from '../api/guestAccess';

const shortKinds: readonly FieldKind[] = [
  'text',
  'email',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'enumeration',
];
const searchedKinds: readonly FieldKind[] = ['text', 'longtext', 'email', 'enumeration'];

/** Columns beside the one that names the row. */
const columnsMax = 5;

const isShort = ({ kind }: Field): boolean => shortKinds.includes(kind);
const isOneNamedRow = ({ kind, target }: Field): boolean => kind === 'relation' && target !== undefined && !target.many;

/** The field that names a row; `documentId`, which every row has, where the section names no readable one. */
export const labelField = ({ fields, labelField: name }: Pick<Section, 'fields' | 'labelField'>): Field =>
  fields.find((field) => field.name === name) ?? { name, kind: 'text', required: false, writable: false };

/** The columns of a section's table: what names the row, then the first short fields in the order of the schema. */
export const columnsOf = (section: Pick<Section, 'fields' | 'labelField'>): Field[] => {
  const label = labelField(section);
  const others = section.fields.filter(
    (field) => field.name !== label.name && (isShort(field) || isOneNamedRow(field))
  );
  return [label, ...others.slice(0, columnsMax)];
};

/** The server sorts by what is in the row itself, never through a relation. */
export const isSortable = (field: Field): boolean => isShort(field) && field.name !== 'documentId';

export const searchedFields = ({ fields }: Pick<Section, 'fields'>): string[] =>
  fields.filter(({ kind }) => searchedKinds.includes(kind)).map(({ name }) => name);

/** What a list can be narrowed to one value of: more fields would fill a phone's screen before the first row. */
const filtersMax = 3;

/** The values that a list can be narrowed to: those of an enumeration, or yes and no. */
export const filterValues = ({ kind, options = [] }: Field): readonly string[] => {
  if (kind === 'boolean') return ['true', 'false'];
  return kind === 'enumeration' ? options : [];
};

export const filterFields = ({ fields }: Pick<Section, 'fields'>): Field[] =>
  fields.filter((field) => filterValues(field).length > 1).slice(0, filtersMax);
