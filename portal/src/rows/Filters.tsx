import type { Section } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { filterFields, filterValues } from './columns';
import { fieldLabel } from './fieldLabel';
import type { ListState } from './rowQuery';
import { useValueText } from './useValueText';

interface FiltersProps {
  readonly section: Section;
  readonly only: ListState['only'];
  readonly onOnly: (only: ListState['only']) => void;
}

/** Narrows a list to one value of a field. */
export const Filters = ({ section, only, onOnly }: FiltersProps) => {
  const { t } = useLanguage();
  const valueText = useValueText();
  const choose = (name: string, value: string) => {
    const { [name]: _former, ...others } = only;
    onOnly(value === '' ? others : { ...others, [name]: value });
  };
  return filterFields(section).map((field) => (
    <label key={field.name} className="sort-select">
      <span>{fieldLabel(field, t)}</span>
      <select value={only[field.name] ?? ''} onChange={({ target }) => choose(field.name, target.value)}>
        <option value="">{t('list.all')}</option>
        {filterValues(field).map((value) => (
          <option key={value} value={value}>
            {valueText(field.kind, field.kind === 'boolean' ? value === 'true' : value)}
          </option>
        ))}
      </select>
    </label>
  ));
};
