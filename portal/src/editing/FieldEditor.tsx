import { useId } from 'react';
import type { Field } from '../api/guestAccess';
import { zoneName } from '../language/timeZones';
import { explain, type Explanation } from '../language/explain';
import { useLanguage } from '../language/LanguageProvider';
import { fieldLabel } from '../rows/fieldLabel';
import { useForeignZone } from '../session/useTimeZone';
import type { ControlProps } from './controlProps';
import type { FieldInput } from './fieldInput';
import { NumberEditor } from './NumberEditor';
import { isRequired, unmatchedFault } from './readInput';
import { RelationEditor } from './RelationEditor';
import { TextEditor } from './TextEditor';

interface FieldEditorProps {
  readonly field: Field;
  readonly input: FieldInput;
  readonly error: Explanation | undefined;
  readonly onChange: (input: FieldInput) => void;
}

/** What has to be known to fill a field in; null where it speaks for itself. */
const useHint = (field: Field, input: FieldInput): Explanation | null => {
  const zone = useForeignZone();
  if (typeof input === 'object' && input.kind === 'number' && input.rounded) return 'form.roundedNumber';
  if (field.needed === true) return 'form.neededHint';
  return field.kind === 'datetime' && zone !== null ? { key: 'form.zone', values: { zone: zoneName(zone) } } : null;
};

const Editor = ({ field, input, control, onChange }: Omit<FieldEditorProps, 'error'> & { control: ControlProps }) => {
  if (typeof input === 'string') return <TextEditor field={field} control={control} text={input} onChange={onChange} />;
  if (typeof input === 'boolean') {
    return <input {...control} type="checkbox" checked={input} onChange={({ target }) => onChange(target.checked)} />;
  }
  return input.kind === 'number' ? (
    <NumberEditor control={control} input={input} onChange={onChange} />
  ) : (
    <RelationEditor field={field} control={control} input={input} onChange={onChange} />
  );
};

/** A field with its label, its editor, a hint, and what is wrong with it. */
export const FieldEditor = ({ field, input, error: given, onChange }: FieldEditorProps) => {
  const { t } = useLanguage();
  const id = useId();
  const hint = useHint(field, input);
  const isTick = typeof input === 'boolean';
  const unmatched =
    typeof input === 'object' && input.kind === 'relation' && input.unmatched !== null ? unmatchedFault(input) : null;
  const error = given ?? unmatched;
  const described = [error !== null && `${id}-error`, hint !== null && `${id}-hint`].filter(Boolean).join(' ');
  const control: ControlProps = {
    id,
    name: field.name,
    'aria-required': isRequired(field),
    'aria-invalid': error !== null,
    'aria-describedby': described || undefined,
  };
  const editor = <Editor field={field} input={input} control={control} onChange={onChange} />;
  return (
    <div className={isTick ? 'field tick' : `field kind-${field.kind}`}>
      {isTick && editor}
      <label htmlFor={id}>
        {fieldLabel(field, t)}
        {isRequired(field) && !isTick && <span className="required"> ({t('form.required')})</span>}
      </label>
      {!isTick && editor}
      {error !== null && (
        <p id={`${id}-error`} className="field-error">
          {explain(t, error)}
        </p>
      )}
      {hint !== null && (
        <p id={`${id}-hint`} className="hint">
          {explain(t, hint)}
        </p>
      )}
    </div>
  );
};
