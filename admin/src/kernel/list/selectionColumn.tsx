import { Checkbox } from '@strapi/design-system';
import type { Translate } from '../translate';
import type { Column } from './ListTable';
import type { Selection } from './useSelection';

interface Ticked<Row> {
  selection: Selection;
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  nameOf: (row: Row) => string;
  /** Whose words it speaks. */
  of: 'contacts' | 'guests';
}

/** The first column of a list whose rows are ticked: each by itself, and all of the page in its head. */
export const selectionColumn = <Row, Field extends string>(
  translate: Translate,
  { selection, rows, keyOf, nameOf, of }: Ticked<Row>
): Column<Row, Field> => {
  const pageIds = rows.map(keyOf);
  const ticked = pageIds.filter((id) => selection.ids.has(id)).length;
  return {
    header: {
      name: 'selection',
      node: (
        <Checkbox
          aria-label={translate(`${of}.selectPage`)}
          checked={ticked === 0 ? false : ticked === pageIds.length ? true : 'indeterminate'}
          onCheckedChange={(checked) => selection.setMany(pageIds, checked !== false)}
        />
      ),
    },
    cell: (row) => (
      <Checkbox
        aria-label={translate('list.select', { name: nameOf(row) })}
        checked={selection.ids.has(keyOf(row))}
        onCheckedChange={() => selection.toggle(keyOf(row))}
      />
    ),
  };
};
