import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { labelIn } from '../../../contract/constants';
import type { Section } from '../api/guestAccess';
import { createRow, type Row } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import type { PageState } from '../page/Flash';
import { Heading } from '../page/Heading';
import { Missing } from '../page/Missing';
import { BackLink } from '../rows/BackLink';
import { fieldsQuery } from '../rows/rowQuery';
import { rowPath, sectionKeyOf, sectionPath } from '../rows/sectionPath';
import { useAccess } from '../session/RequireSession';
import { editableFields } from './formFields';
import { RowForm } from './RowForm';

const CreateRow = ({ section }: { readonly section: Section }) => {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const fields = useMemo(() => editableFields(section), [section]);
  const list = sectionPath(section.key);

  const onSaved = ({ documentId }: Row) => {
    const state: PageState = { flash: 'row.created' };
    navigate(section.actions.includes('findOne') ? rowPath(section.key, documentId) : list, { replace: true, state });
  };

  return (
    <article className="row">
      <BackLink section={section} />
      <Heading>{t('form.createTitle', { section: labelIn(section.labels, locale) })}</Heading>
      {fields.length === 0 ? (
        <p className="empty">{t('form.nothing')}</p>
      ) : (
        <RowForm
          fields={fields}
          row={null}
          save={(data) => createRow(section, data, fieldsQuery(section.fields))}
          onSaved={onSaved}
          onCancel={() => navigate(list)}
        />
      )}
    </article>
  );
};

/** A new row of the section that the address names, where the guest may make one. */
export const CreatePage = () => {
  const { sections } = useAccess();
  const { section: param = '' } = useParams();
  const section = sections.find(({ key }) => key === sectionKeyOf(param));
  return section?.actions.includes('create') ? <CreateRow section={section} /> : <Missing />;
};
