import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTranslate } from '../translate';

interface FilterSelectProps<Value extends string> {
  label: string;
  values: readonly Value[];
  value: Value | undefined;
  nameOf: (value: Value) => string;
  onChange: (value: Value | undefined) => void;
}

/** Narrows a list to one of a few. */
export const FilterSelect = <Value extends string>(props: FilterSelectProps<Value>) => {
  const { label, values, value, nameOf, onChange } = props;
  const translate = useTranslate();
  return (
    <SingleSelect
      size="S"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(chosen) => onChange(values.find((one) => one === chosen))}
      onClear={() => onChange(undefined)}
      clearLabel={translate('list.clearFilter')}
    >
      {values.map((one) => (
        <SingleSelectOption key={one} value={one}>
          {nameOf(one)}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
