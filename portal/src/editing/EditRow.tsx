import { useMemo } from 'react';
import type { Section } from '../api/guestAccess';
import { updateRow, type Row } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { Heading } from '../page/Heading';
import { useRowName } from '../rows/RowLink';
import { rowQuery } from '../rows/rowQuery';
import { useContentLocale } from '../rows/useContentLocale';
import { editableFields } from './formFields';
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
  return (
    <>
      <Heading>{t('form.editTitle', { row: name })}</Heading>
      <RowForm
        fields={fields}
        row={row}
        save={(data) => updateRow(section, row.documentId, data, rowQuery(section, locale))}
        onSaved={(changed) => {
          announce(t('row.saved'));
          onSaved(changed);
        }}
        onCancel={onCancel}
      />
    </>
  );
};
