import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useTranslate } from '../../../kernel/translate';
import { useSite } from '../site';

interface Props {
  name: string;
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
  placeholder: string;
  hint?: string;
  error?: string;
}

/** One of a few. A stored value that is not among them any more stays visible as such. */
export const SelectField = ({ name, label, value, options, onChange, placeholder, hint, error }: Props) => {
  const translate = useTranslate();
  const { mayEdit } = useSite();
  const isGone = value !== '' && !options.some((option) => option.value === value);
  return (
    <Field.Root name={name} hint={hint} error={error} required>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value === '' ? null : value}
        onChange={(chosen) => onChange(String(chosen))}
        placeholder={placeholder}
        disabled={!mayEdit || (options.length === 0 && !isGone)}
      >
        {isGone && <SingleSelectOption value={value}>{translate('settings.gone', { name: value })}</SingleSelectOption>}
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
