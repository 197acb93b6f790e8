import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { isSortable } from './columns';
import { fieldLabel } from './fieldLabel';
import { nextSort } from './listState';
import { RowLink } from './RowLink';
import type { RowsProps } from './rowsProps';
import type { Sort } from './rowQuery';
import { ShortValue } from './ShortValue';

const ariaSort = (field: Field, sort: Sort | null): 'ascending' | 'descending' | 'none' | undefined => {
  if (!isSortable(field)) return undefined;
  if (sort?.field !== field.name) return 'none';
  return sort.direction === 'asc' ? 'ascending' : 'descending';
};
const arrows = { ascending: '↑', descending: '↓', none: '↕' } as const;

export const RowsTable = ({ section, columns, rows, sort, caption, onSort }: RowsProps) => {
  const { t } = useLanguage();
  return (
    <div className="table-frame">
      <table>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((field) => {
              const order = ariaSort(field, sort);
              return (
                <th key={field.name} scope="col" aria-sort={order} className={`kind-${field.kind}`}>
                  {order === undefined ? (
                    <span className="column-name">{fieldLabel(field, t)}</span>
                  ) : (
                    <button type="button" className="sort" onClick={() => onSort(nextSort(sort, field.name))}>
                      {fieldLabel(field, t)}
                      <span className="arrow" aria-hidden="true">
                        {arrows[order]}
                      </span>
                    </button>
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.documentId}>
              {columns.map((field, index) =>
                index === 0 ? (
                  <th key={field.name} scope="row">
                    <RowLink section={section} row={row} />
                  </th>
                ) : (
                  <td key={field.name} className={`kind-${field.kind}`}>
                    <ShortValue field={field} value={row[field.name]} />
                  </td>
                )
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
