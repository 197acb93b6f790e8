import * as React from 'react';
import { ComboboxOption, Field } from '@strapi/design-system';
import { fold } from '../../../contract/fold';
import { FoundCombobox } from './FoundCombobox';
import { useTranslate, type TextKey } from './translate';

/** What is chosen by its name: a country or a time zone, by its code and its name in the reader's language. */
export interface Named {
  code: string;
  name: string;
}

interface LookUpProps {
  name: string;
  label: TextKey;
  hint?: string;
  error?: string;
  options: readonly Named[];
  value: string | null;
  disabled: boolean;
  onChange: (code: string | null) => void;
}

/** One of many, found by typing. */
export const LookUp = ({ name, label, hint, error, options, value, disabled, onChange }: LookUpProps) => {
  const translate = useTranslate();
  const nameOf = (code: string | null) => options.find((option) => option.code === code)?.name ?? code ?? '';
  // The box does not find the text of a value that it has from the start.
  const [typed, setTyped] = React.useState(() => nameOf(value));
  const choose = (code: string | null) => {
    setTyped(nameOf(code));
    onChange(code);
  };
  const found = React.useMemo(
    () => options.filter((option) => fold(option.name).includes(fold(typed))),
    [options, typed]
  );
  return (
    <Field.Root name={name} hint={hint} error={error}>
      <Field.Label>{translate(label)}</Field.Label>
      <FoundCombobox
        placeholder={translate('guests.notGiven')}
        textValue={typed}
        value={value ?? ''}
        disabled={disabled}
        onTextValueChange={setTyped}
        onChange={(code) => choose(code === undefined || code === '' ? null : code)}
        onClear={() => choose(null)}
        clearLabel={translate('guests.clear', { label: translate(label) })}
        noOptionsMessage={() => translate('dualList.nothingFound')}
      >
        {found.map(({ code, name: text }) => (
          <ComboboxOption key={code} value={code}>
            {text}
          </ComboboxOption>
        ))}
      </FoundCombobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
