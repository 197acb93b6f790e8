import type { Field, Section } from '../api/guestAccess';
import { isRow, type Row } from '../api/rows';

/** A row at the other end of a relation, by its name. */
export interface RelatedRow {
  readonly documentId: string;
  readonly label: string;
}

const labelOf = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : row.documentId;
};

export const relatedRow = (row: Row, labelName: string): RelatedRow => ({
  documentId: row.documentId,
  label: labelOf(row, labelName),
});

/** The rows of a relation's value, whether it holds one or several. */
export const relatedRows = ({ target }: Field, value: unknown): RelatedRow[] => {
  if (target === undefined) return [];
  const rows: unknown[] = Array.isArray(value) ? value : [value];
  return rows.filter(isRow).map((row) => relatedRow(row, target.labelField));
};

/** The section that shows the rows of a relation's target one by one, if the guest has one. */
export const sectionOfTarget = ({ target }: Field, sections: readonly Section[]): Section | null =>
  sections.find(({ path, actions }) => path === target?.path && actions.includes('findOne')) ?? null;
