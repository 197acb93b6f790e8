import type { Field, Section } from '../api/guestAccess';
import type { Row } from '../api/rows';
import type { Sort } from './rowQuery';

/** What a table and cards of rows take alike. */
export interface RowsProps {
  readonly section: Section;
  /** The first one names the row. */
  readonly columns: readonly Field[];
  readonly rows: readonly Row[];
  readonly sort: Sort | null;
  readonly caption: string;
  readonly onSort: (sort: Sort | null) => void;
}
