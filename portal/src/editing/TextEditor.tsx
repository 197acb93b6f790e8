import type { ChangeEvent } from 'react';
import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import { wordsOf } from '../rows/words';
import type { ControlProps } from './controlProps';

interface TextEditorProps {
  readonly field: Field;
  readonly control: ControlProps;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Everything that is typed or picked as one text. */
export const TextEditor = ({ field, control, text, onChange }: TextEditorProps) => {
  const { t } = useLanguage();
  const props = {
    ...control,
    value: text,
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      onChange(target.value),
  };
  switch (field.kind) {
    case 'longtext':
    case 'richtext':
      return <textarea {...props} rows={Math.min(16, Math.max(5, text.split('\n').length + 1))} />;
    case 'enumeration':
      return (
        <select {...props}>
          {(!field.required || text === '') && <option value="">{t('form.choose')}</option>}
          {field.options?.map((option) => (
            <option key={option} value={option}>
              {wordsOf(option)}
            </option>
          ))}
        </select>
      );
    case 'boolean':
      return (
        <select {...props}>
          {(!field.required || text === '') && (
            <option value="">{t(field.required ? 'form.choose' : 'value.none')}</option>
          )}
          <option value="true">{t('value.yes')}</option>
          <option value="false">{t('value.no')}</option>
        </select>
      );
    case 'email':
      return <input {...props} type="email" autoComplete="off" />;
    case 'date':
      return <input {...props} type="date" />;
    case 'datetime':
      return <input {...props} type="datetime-local" />;
    case 'time':
      return <input {...props} type="time" />;
    default:
      return <input {...props} type="text" autoComplete="off" />;
  }
};
