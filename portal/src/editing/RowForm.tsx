import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react';
import type { Field } from '../api/guestAccess';
import type { Problem } from '../api/problem';
import type { Answer } from '../api/request';
import { stateOf, type Row, type RowData } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import type { MessageKey } from '../language/translations';
import { ErrorNotice } from '../page/ErrorNotice';
import { ConfirmDialog } from '../page/ConfirmDialog';
import { DraftNotice } from '../page/DraftNotice';
import { useDraft, useFoundDraft } from '../session/useDraft';
import { useTimeZone } from '../session/useTimeZone';
import { FieldEditor } from './FieldEditor';
import type { Reader } from './fieldInput';
import { matchAllTyped, unlessChanged } from './matchTyped';
import { changedInputs, inputsOfDraft } from './rowDraft';
import { initialInputs, readForm, type FieldErrors, type Inputs } from './rowForm';

interface RowFormProps {
  readonly fields: readonly Field[];
  /** Null for a new row. */
  readonly row: Row | null;
  /** What the draft of this form is called, from `rowDraftName`. */
  readonly draftName: string;
  readonly save: (data: RowData) => Promise<Answer<Row>>;
  readonly onSaved: (row: Row) => void;
  readonly onCancel: () => void;
}

const refusedErrors = (problem: Problem, fields: readonly Field[]): FieldErrors => {
  const isHere = (name: string) => fields.some((field) => field.name === name);
  if (problem.kind === 'conflict') {
    return Object.fromEntries(problem.fields.filter(isHere).map((name) => [name, 'form.beingEdited']));
  }
  return problem.kind === 'invalid'
    ? Object.fromEntries(Object.entries(problem.faults).filter(([name]) => isHere(name)))
    : {};
};

/** A half-typed date is empty to a script; only the control itself knows that something stands there. */
const halfTyped = (form: HTMLFormElement): FieldErrors =>
  Object.fromEntries(
    [...form.elements]
      .filter((element) => element instanceof HTMLInputElement)
      .filter(({ validity }) => validity.badInput)
      .map(({ name }): [string, MessageKey] => [name, 'form.badDate'])
  );

/** The form of a row. Whatever the server answers, what was typed stays until it is saved or the person leaves. */
export const RowForm = ({ fields, row, draftName, save, onSaved, onCancel }: RowFormProps) => {
  const { t, locale } = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const reader: Reader = { locale, timeZone: useTimeZone() };
  const [before] = useState(() => initialInputs(fields, row, reader));
  const draft = useFoundDraft(draftName);
  const [restored, setRestored] = useState(() => inputsOfDraft(fields, before, draft?.input));
  const [inputs, setInputs] = useState<Inputs>(() => ({ ...before, ...restored }));
  const [errors, setErrors] = useState<FieldErrors>({});
  // What the errors are about: one is gone as soon as its field says something else.
  const [judged, setJudged] = useState(before);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [message, setMessage] = useState('');
  const [saving, setSaving] = useState(false);
  const [asking, setAsking] = useState(false);
  const [seen] = useState(() => (row === null ? null : (stateOf(row) ?? null)));
  const changed = changedInputs(before, inputs);
  const isWhole = useCallback(() => form.current === null || Object.keys(halfTyped(form.current)).length === 0, []);
  const dropDraft = useDraft(draftName, changed, { of: seen, isWhole });

  useEffect(() => {
    const invalid = form.current?.querySelector('[aria-invalid="true"]');
    if (invalid instanceof HTMLElement) invalid.focus();
  }, [errors]);

  const refuse = (found: FieldErrors) => {
    setErrors(found);
    setMessage(t('form.checkFields', { count: Object.keys(found).length }));
  };

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (saving) return;
    setErrors({});
    setProblem(null);
    setMessage('');
    setJudged(inputs);
    const unfinished = halfTyped(event.currentTarget);
    if (Object.keys(unfinished).length > 0) return refuse(unfinished);
    setSaving(true);
    const settled = await matchAllTyped(fields, inputs);
    setSaving(false);
    setJudged(settled);
    setInputs((current) => unlessChanged(current, inputs, settled));
    const reading = readForm(fields, before, settled, { isNew: row === null, reader });
    if (reading.kind === 'invalid') return refuse(reading.errors);
    if (reading.kind === 'unchanged') return setMessage(t('form.unchanged'));
    setSaving(true);
    const answer = await save(reading.data);
    setSaving(false);
    if (answer.ok) {
      dropDraft();
      return onSaved(answer.data);
    }
    setProblem(answer.problem);
    setErrors(refusedErrors(answer.problem, fields));
  };

  const startOver = () => {
    setInputs(before);
    setRestored(null);
  };

  return (
    <form ref={form} className="row-form" noValidate onSubmit={(event) => void submit(event)}>
      {draft !== null && restored !== null && (
        <DraftNotice
          draft={draft}
          text="draft.restored"
          isStale={draft.of !== seen}
          ways={[{ label: 'draft.startOver', take: startOver }]}
        />
      )}
      {fields.map((field) => (
        <FieldEditor
          key={field.name}
          field={field}
          input={inputs[field.name] ?? ''}
          error={inputs[field.name] === judged[field.name] ? errors[field.name] : undefined}
          onChange={(input) => setInputs((all) => ({ ...all, [field.name]: input }))}
        />
      ))}
      {problem !== null && <ErrorNotice problem={problem} />}
      {message !== '' && (
        <p className="form-message" role="alert">
          {message}
        </p>
      )}
      <div className="actions form-actions">
        <button type="submit" className="button primary" aria-disabled={saving}>
          {saving ? t('form.saving') : t('form.save')}
        </button>
        <button type="button" className="button" onClick={() => (changed === null ? onCancel() : setAsking(true))}>
          {t('cancel')}
        </button>
      </div>
      {asking && (
        <ConfirmDialog
          title={t('discard.title')}
          confirmLabel={t('discard.confirm')}
          cancelLabel={t('discard.cancel')}
          busy={false}
          onConfirm={() => {
            dropDraft();
            onCancel();
          }}
          onCancel={() => setAsking(false)}
        >
          <p>{t('discard.text')}</p>
        </ConfirmDialog>
      )}
    </form>
  );
};
