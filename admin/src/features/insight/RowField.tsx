import * as React from 'react';
import { useDebounce } from '@strapi/strapi/admin';
import { useLoaded } from '../../kernel/loaded';
import { useTranslate } from '../../kernel/translate';
import { ComboboxField } from '../../kernel/ui/Combobox';
import { findRows, type FoundRows, type NamedRow } from './findRows';

const pauseMs = 250;
const documentIdPattern = /^[a-z0-9]{24}$/;
const none: FoundRows = { kind: 'found', rows: [] };

interface RowFieldProps {
  contentType: string;
  /** Tells the row that was picked, or whose documentId was typed; null while there is none. */
  onChoose: (documentId: string | null) => void;
}

/** Finds the row that is asked about: by its name, or by its documentId. */
export const RowField = ({ contentType, onChoose }: RowFieldProps) => {
  const translate = useTranslate();
  const [typed, setTyped] = React.useState('');
  const [picked, setPicked] = React.useState<NamedRow | null>(null);
  // The box tells the text of what was just picked as if it had been typed, before the state is there.
  const last = React.useRef<NamedRow | null>(null);
  const pick = (row: NamedRow | null) => {
    last.current = row;
    setPicked(row);
  };
  const q = useDebounce(typed.trim(), pauseMs);
  const load = React.useCallback(
    (signal: AbortSignal): Promise<FoundRows> =>
      documentIdPattern.test(q) ? Promise.resolve(none) : findRows(contentType, q, signal),
    [contentType, q]
  );
  const { value, isLoading } = useLoaded(load);
  const found = value ?? none;
  const rows = found.kind === 'found' ? found.rows : [];

  const type = (text: string) => {
    setTyped(text);
    if (last.current?.label === text) return;
    pick(null);
    onChoose(documentIdPattern.test(text.trim()) ? text.trim() : null);
  };
  const choose = (documentId: string | undefined) => {
    const row = rows.find(({ id }) => id === documentId);
    if (row === undefined) return;
    pick(row);
    setTyped(row.label);
    onChoose(row.id);
  };
  const clear = () => {
    setTyped('');
    pick(null);
    onChoose(null);
  };

  return (
    <ComboboxField
      name="row"
      label={translate('insight.why.row')}
      hint={translate(found.kind === 'refused' ? 'insight.why.row.refused' : 'insight.why.row.hint')}
      allowCustomValue
      autocomplete={{ type: 'list', filter: 'contains' }}
      placeholder={translate('insight.why.row.placeholder')}
      options={rows.map(({ id, label }) => ({ value: id, label }))}
      textValue={typed}
      value={picked?.id ?? ''}
      onTextValueChange={type}
      onChange={choose}
      onClear={clear}
      clearLabel={translate('insight.why.row.clear')}
      noOptionsMessage={() => translate(isLoading ? 'loading' : 'insight.why.row.nothing')}
    />
  );
};
