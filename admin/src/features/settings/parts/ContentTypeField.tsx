import { ComboboxOption, Field } from '@strapi/design-system';
import type { ContentTypeChoice } from '../../../../../contract';
import { Combobox } from '../../../kernel/Combobox';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { useSite } from '../site';

interface Props {
  value: string;
  onChange: (uid: string) => void;
  /** Content types that are not offered. */
  without?: readonly string[];
  hint?: string;
  error?: string;
  disabled?: boolean;
}

/** One of the site's content types. One that is gone stays visible, so that its owner sees what was meant. */
export const ContentTypeField = ({ value, onChange, without = [], hint, error, disabled = false }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { contentTypes, mayEdit } = useSite();
  const offered = contentTypes
    .filter(({ uid }) => uid === value || !without.includes(uid))
    .sort((a, b) => a.displayName.localeCompare(b.displayName, language));
  const isGone = value !== '' && !offered.some(({ uid }) => uid === value);
  const textOf = ({ uid, displayName }: ContentTypeChoice) =>
    offered.some((other) => other.uid !== uid && other.displayName === displayName)
      ? `${displayName} (${uid})`
      : displayName;
  return (
    <Field.Root name="contentType" hint={hint} error={error} required>
      <Field.Label>{translate('settings.content-type')}</Field.Label>
      <Combobox
        value={value}
        onChange={(uid) => onChange(uid ?? '')}
        disabled={disabled || !mayEdit}
        placeholder={translate('settings.content-type.placeholder')}
        noOptionsMessage={() => translate('settings.content-type.none')}
      >
        {isGone && <ComboboxOption value={value}>{translate('settings.gone', { name: value })}</ComboboxOption>}
        {offered.map((one) => (
          <ComboboxOption key={one.uid} value={one.uid}>
            {textOf(one)}
          </ComboboxOption>
        ))}
      </Combobox>
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
};
