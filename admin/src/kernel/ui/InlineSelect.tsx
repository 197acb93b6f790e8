import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useDisabled, type Option } from './fields';

interface InlineSelectProps<Value extends string> {
  /** Its name, for those who do not see where it stands. */
  label: string;
  value: Value;
  options: readonly Option<Value>[];
  disabled?: boolean;
  onChange: (value: Value) => void;
}

/** One of a few where the place says what is chosen: in a cell of a table. */
export const InlineSelect = <Value extends string>(props: InlineSelectProps<Value>) => {
  const { label, value, options, disabled, onChange } = props;
  const choose = (picked: string | number) => {
    const option = options.find((one) => one.value === picked);
    if (option !== undefined && option.value !== value) onChange(option.value);
  };
  return (
    <SingleSelect size="S" aria-label={label} value={value} disabled={useDisabled(disabled)} onChange={choose}>
      {options.map((option) => (
        <SingleSelectOption key={option.value} value={option.value}>
          {option.label}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};
