import * as React from 'react';
import { flushSync } from 'react-dom';
import { ComboboxOption, Combobox as DesignSystemCombobox } from '@strapi/design-system';
import { fold } from '../../../../contract/fold';
import { useTranslate } from '../translate';
import { FieldFrame, useDisabled, type FieldProps, type Option } from './fields';

type Given = Omit<React.ComponentProps<typeof DesignSystemCombobox>, 'open' | 'onOpenChange' | 'children' | 'ref'>;

interface ComboboxProps extends Given {
  options: readonly Option[];
  /**
   * Whether the options were found for what stands in the box, by the server or by `fold`. The design system's own filter would
   * hide some of them again: it knows neither apostrophes nor ligatures, and no contact by their telephone. The list then opens
   * with each change, and nothing is picked by itself.
   */
  isFound?: boolean;
}

const never = () => false;
// With it, typing would mark an option, and Enter would choose it.
const found = { autocomplete: 'none', isPrintableCharacter: never } as const;

/**
 * The design system's combobox, but for keys that it keeps to itself: Escape closes the list, and where there is none, the
 * dialog around it, and empties nothing; Tab closes the list and goes on.
 */
export const Combobox = ({ options, isFound = false, disabled, onInputChange, ...props }: ComboboxProps) => {
  const [open, setOpen] = React.useState(false);
  const onKeyDownCapture = (event: React.KeyboardEvent) => {
    if (!open) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      setOpen(false);
    }
    // Before the design system sees the key: it holds it back while the list is open.
    if (event.key === 'Tab') flushSync(() => setOpen(false));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // For the design system alone, which would empty the field: the browser's event goes on to the dialog.
    if (event.key === 'Escape') Object.assign(event, { defaultPrevented: true });
  };
  return (
    <DesignSystemCombobox
      {...(isFound ? found : {})}
      {...props}
      disabled={useDisabled(disabled)}
      open={open}
      onOpenChange={setOpen}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
      onInputChange={(event) => {
        if (isFound) setOpen(true);
        onInputChange?.(event);
      }}
    >
      {options.map(({ value, label }) => (
        <ComboboxOption key={value} value={value}>
          {label}
        </ComboboxOption>
      ))}
    </DesignSystemCombobox>
  );
};

/** A combobox with its label, hint and error. */
export const ComboboxField = (props: FieldProps & Omit<ComboboxProps, keyof FieldProps>) => {
  const { name, label, hint, error, required, action, ...box } = props;
  return (
    <FieldFrame {...{ name, label, hint, error, required, action }}>
      <Combobox {...box} />
    </FieldFrame>
  );
};

interface LookUpFieldProps extends FieldProps {
  /** A country or a time zone, say, by its code and its name in the reader's language. */
  options: readonly Option[];
  value: string | null;
  onChange: (code: string | null) => void;
}

/** One of many, found by typing. */
export const LookUpField = ({ options, value, onChange, ...field }: LookUpFieldProps) => {
  const translate = useTranslate();
  const nameOf = (code: string | null) => options.find((option) => option.value === code)?.label ?? code ?? '';
  // The box does not find the text of a value that it has from the start.
  const [typed, setTyped] = React.useState(() => nameOf(value));
  const choose = (code: string | null) => {
    setTyped(nameOf(code));
    onChange(code);
  };
  const matching = React.useMemo(
    () => options.filter(({ label }) => fold(label).includes(fold(typed))),
    [options, typed]
  );
  return (
    <ComboboxField
      {...field}
      isFound
      options={matching}
      placeholder={translate('guests.notGiven')}
      textValue={typed}
      value={value ?? ''}
      onTextValueChange={setTyped}
      onChange={(code) => choose(code === undefined || code === '' ? null : code)}
      onClear={() => choose(null)}
      clearLabel={translate('field.clear', { label: field.label })}
      noOptionsMessage={() => translate('dualList.nothingFound')}
    />
  );
};
