import { Link, useLocation } from 'react-router-dom';
import type { Section } from '../api/guestAccess';
import type { Row } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import type { PageState } from '../page/Flash';
import { labelField } from './columns';
import { formatValue } from './formatValue';
import { rowPath } from './sectionPath';

/** What a row is called, in words. */
export const useRowName = () => {
  const { locale, t } = useLanguage();
  return (section: Section, row: Row): string => {
    const { name, kind } = labelField(section);
    return formatValue(kind, row[name], { locale, t }) ?? t('list.untitled');
  };
};

interface RowLinkProps {
  readonly section: Section;
  readonly row: Row;
}

/** A row's name, leading to its page where the guest may open single rows. */
export const RowLink = ({ section, row }: RowLinkProps) => {
  const { search } = useLocation();
  const name = useRowName()(section, row);
  const state: PageState = { listSearch: search };
  if (!section.actions.includes('findOne')) return <span className="row-name">{name}</span>;
  return (
    <Link className="row-name" to={rowPath(section.key, row.documentId)} state={state}>
      {name}
    </Link>
  );
};
