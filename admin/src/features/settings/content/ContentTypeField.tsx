import type { ContentTypeChoice } from '../../../../../contract';
import { useLanguage } from '../../../kernel/language';
import { useTranslate } from '../../../kernel/translate';
import { ComboboxField } from '../../../kernel/ui/Combobox';
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
export const ContentTypeField = ({ value, onChange, without = [], hint, error, disabled }: Props) => {
  const translate = useTranslate();
  const language = useLanguage();
  const { contentTypes } = useSite();
  const offered = contentTypes
    .filter(({ uid }) => uid === value || !without.includes(uid))
    .sort((a, b) => a.displayName.localeCompare(b.displayName, language));
  const isGone = value !== '' && !offered.some(({ uid }) => uid === value);
  const textOf = ({ uid, displayName }: ContentTypeChoice) =>
    offered.some((other) => other.uid !== uid && other.displayName === displayName)
      ? `${displayName} (${uid})`
      : displayName;
  return (
    <ComboboxField
      name="contentType"
      label={translate('settings.content-type')}
      hint={hint}
      error={error}
      required
      value={value}
      options={[
        ...(isGone ? [{ value, label: translate('settings.gone', { name: value }) }] : []),
        ...offered.map((one) => ({ value: one.uid, label: textOf(one) })),
      ]}
      onChange={(uid) => onChange(uid ?? '')}
      disabled={disabled}
      placeholder={translate('settings.content-type.placeholder')}
      noOptionsMessage={() => translate('settings.content-type.none')}
    />
  );
};
