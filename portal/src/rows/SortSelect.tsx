import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { isSortable } from './columns';
import { fieldLabel } from './fieldLabel';
import { sortDirections, type Sort } from './rowQuery';

interface SortSelectProps {
  readonly columns: readonly Field[];
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}

export const SortSelect = ({ columns, sort, onSort }: SortSelectProps) => {
  const { t } = useLanguage();
  const choices = columns
    .filter(isSortable)
    .flatMap((field) => sortDirections.map((direction) => ({ field, sort: { field: field.name, direction } })));
  if (choices.length === 0) return null;
  const chosen = choices.findIndex((each) => each.sort.field === sort?.field && each.sort.direction === sort.direction);

  return (
    <label className="sort-select">
      <span>{t('list.sortBy')}</span>
      <select value={chosen} onChange={({ target }) => onSort(choices[Number(target.value)]?.sort ?? null)}>
        <option value={-1}>{t('list.sortDefault')}</option>
        {choices.map(({ field, sort: { direction } }, index) => (
          <option key={`${field.name}:${direction}`} value={index}>
            {t(direction === 'asc' ? 'list.ascending' : 'list.descending', { field: fieldLabel(field, t) })}
          </option>
        ))}
      </select>
    </label>
  );
};
