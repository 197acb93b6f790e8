import type { Field, Section } from '../api/guestAccess';
import type { Row } from '../api/rows';
import { useNarrow } from '../page/useNarrow';
import { RowsCards } from './RowsCards';
import { RowsTable } from './RowsTable';
import type { Sort } from './rowQuery';

export interface RowsProps {
  readonly section: Section;
  /** The first one names the row. */
  readonly columns: readonly Field[];
  readonly rows: readonly Row[];
  readonly sort: Sort | null;
  readonly caption: string;
  readonly onSort: (sort: Sort | null) => void;
}

/** Rows as a table, or as cards where a table has no room. */
export const RowsView = (props: RowsProps) => (useNarrow() ? <RowsCards {...props} /> : <RowsTable {...props} />);
