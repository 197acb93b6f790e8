import type { ImportField, ImportFormat, ImportMapping } from '../../../../../contract/importing';
import type { Said } from './useSample';

/** The mapping with something else in a column. Several columns may hold the same: two telephone numbers, say. */
export const withField = (mapping: ImportMapping, column: number, field: ImportField | null): ImportMapping => ({
  ...mapping,
  fields: mapping.fields.map((held, index) => (index === column ? field : held)),
});

/** Whether a name is taken from somewhere: without one there is no contact. */
export const hasName = ({ fields }: ImportMapping): boolean =>
  fields.includes('lastName') || fields.includes('fullName');

/** What is said once the format is another one. Other columns are guessed anew; in another encoding they are the same. */
export const whenFormat = (
  { format, mapping }: { format: ImportFormat; mapping: ImportMapping | null },
  next: ImportFormat
): Said => {
  const hasSameColumns = format.separator === next.separator && format.hasHeader === next.hasHeader;
  return mapping !== null && hasSameColumns ? { format: next, mapping } : { format: next };
};
