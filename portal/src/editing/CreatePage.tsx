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
import { rowQuery } from '../rows/rowQuery';
import { localeSearch, rowPath, sectionKeyOf, sectionPath } from '../page/sectionPath';
import { useContentLocale } from '../rows/useContentLocale';
import { useAccess } from '../session/RequireSession';
import { editableFields } from './formFields';
import { rowDraftName } from './rowDraft';
import { RowForm } from './RowForm';

const CreateRow = ({ section }: { readonly section: Section }) => {
  const { t, locale } = useLanguage();
  const navigate = useNavigate();
  const fields = useMemo(() => editableFields(section, true), [section]);
  const contentLocale = useContentLocale(section);
  const search = localeSearch(contentLocale);
  const list = { pathname: sectionPath(section.key), search };

  const onSaved = ({ documentId }: Row) => {
    const state: PageState = { flash: 'row.created' };
    const row = { pathname: rowPath(section.key, documentId), search };
    navigate(section.actions.includes('findOne') ? row : list, { replace: true, state });
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
          draftName={rowDraftName(section, null, contentLocale)}
          save={(data) => createRow(section, data, rowQuery(section, contentLocale))}
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
