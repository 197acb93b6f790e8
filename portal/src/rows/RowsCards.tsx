import { useLanguage } from '../language/LanguageProvider';
import { fieldLabel } from './fieldLabel';
import { RowLink } from './RowLink';
import type { RowsProps } from './rowsProps';
import { ShortValue } from './ShortValue';
import { SortSelect } from './SortSelect';

/** The table's rows for a narrow window: a card each, and the order in a drop-down. */
export const RowsCards = ({ section, columns, rows, sort, caption, onSort }: RowsProps) => {
  const { t } = useLanguage();
  return (
    <>
      <SortSelect columns={columns} sort={sort} onSort={onSort} />
      <ul className="cards" aria-label={caption}>
        {rows.map((row) => (
          <li key={row.documentId} className="row-card">
            <RowLink section={section} row={row} />
            <dl>
              {columns.slice(1).map((field) => (
                <div key={field.name}>
                  <dt>{fieldLabel(field, t)}</dt>
                  <dd>
                    <ShortValue field={field} value={row[field.name]} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
};
