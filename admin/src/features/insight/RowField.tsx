import * as React from 'react';
import { findRows, type FoundRows, type NamedRow } from '../../kernel/strapi/contentManager';
import { useTranslate } from '../../kernel/translate';
import { ComboboxField } from '../../kernel/ui/Combobox';
import { defineRead } from '../../kernel/useData';
import { useSettled } from '../../kernel/useSettled';

const pauseMs = 250;
const documentIdPattern = /^[a-z0-9]{24}$/;
const none: FoundRows = { kind: 'found', rows: [] };

const useRows = defineRead('Rows', [], ({ contentType, q }: { contentType: string; q: string }) =>
  findRows(contentType, q)
);

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
  const { settled: q } = useSettled(typed.trim(), pauseMs);
  const { value, isLoading } = useRows(documentIdPattern.test(q) ? null : { contentType, q });
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
