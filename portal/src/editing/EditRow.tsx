import { useMemo, useRef } from 'react';
import type { Section } from '../api/guestAccess';
import type { Answer } from '../api/request';
import { findRow, stateOf, updateRow, type Row, type RowData } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { Heading } from '../page/Heading';
import { useRowName } from '../rows/RowLink';
import { rowQuery } from '../rows/rowQuery';
import { useContentLocale } from '../rows/useContentLocale';
import { editableFields } from './formFields';
import { rowDraftName } from './rowDraft';
import { RowForm } from './RowForm';

interface EditRowProps {
  readonly section: Section;
  readonly row: Row;
  readonly onSaved: (row: Row) => void;
  readonly onCancel: () => void;
}

/** Changes a row. */
export const EditRow = ({ section, row, onSaved, onCancel }: EditRowProps) => {
  const { t } = useLanguage();
  const announce = useAnnounce();
  const locale = useContentLocale(section);
  const name = useRowName()(section, row);
  const fields = useMemo(() => editableFields(section), [section]);
  const seen = useRef(stateOf(row));

  /**
   * Where somebody else was quicker, the person is told, and saving again goes on from the newer row: only the fields they
   * changed are sent, so the other's changes of other fields stay.
   */
  const save = async (data: RowData): Promise<Answer<Row>> => {
    const query = rowQuery(section, locale);
    const answer = await updateRow(section, row.documentId, data, { query, seen: seen.current });
    if (!answer.ok && answer.problem.kind === 'conflict') {
      const newer = await findRow(section, row.documentId, query);
      if (newer.ok) seen.current = stateOf(newer.data);
    }
    return answer;
  };

  return (
    <>
      <Heading>{t('form.editTitle', { row: name })}</Heading>
      <RowForm
        fields={fields}
        row={row}
        draftName={rowDraftName(section, row.documentId, locale)}
        save={save}
        onSaved={(changed) => {
          announce(t('row.saved'));
          onSaved(changed);
        }}
        onCancel={onCancel}
      />
    </>
  );
};
