import { useNarrow } from '../page/useNarrow';
import { RowsCards } from './RowsCards';
import { RowsTable } from './RowsTable';
import type { RowsProps } from './rowsProps';

/** Rows as a table, or as cards where a table has no room. */
export const RowsView = (props: RowsProps) => (useNarrow() ? <RowsCards {...props} /> : <RowsTable {...props} />);
