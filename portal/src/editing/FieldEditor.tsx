import { useId } from 'react';
import type { Field } from '../api/guestAccess';
import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { fieldLabel } from '../rows/fieldLabel';
import type { ControlProps } from './controlProps';
import type { FieldInput } from './fieldInput';
import { RelationEditor } from './RelationEditor';
import { TextEditor } from './TextEditor';

interface FieldEditorProps {
  readonly field: Field;
  readonly input: FieldInput;
  readonly error: MessageKey | undefined;
  readonly onChange: (input: FieldInput) => void;
}

/** A field with its label, its editor, and what is wrong with it. */
export const FieldEditor = ({ field, input, error, onChange }: FieldEditorProps) => {
  const { t } = useLanguage();
  const id = useId();
  const errorId = `${id}-error`;
  const control: ControlProps = {
    id,
    name: field.name,
    'aria-required': field.required,
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? undefined : errorId,
  };
  const label = (
    <label htmlFor={id}>
      {fieldLabel(field, t)}
      {field.required && field.kind !== 'boolean' && <span className="required"> ({t('form.required')})</span>}
    </label>
  );
  const message = error !== undefined && (
    <p id={errorId} className="field-error">
      {t(error)}
    </p>
  );

  if (typeof input === 'boolean') {
    return (
      <div className="field tick">
        <input {...control} type="checkbox" checked={input} onChange={({ target }) => onChange(target.checked)} />
        {label}
        {message}
      </div>
    );
  }
  return (
    <div className={`field kind-${field.kind}`}>
      {label}
      {typeof input === 'string' ? (
        <TextEditor field={field} control={control} text={input} onChange={onChange} />
      ) : (
        <RelationEditor field={field} control={control} chosen={input} onChange={onChange} />
      )}
      {message}
    </div>
  );
};
