import { Link, useLocation } from 'react-router-dom';
import type { Section } from '../api/guestAccess';
import type { Row } from '../api/rows';
import { useLanguage } from '../language/LanguageProvider';
import type { PageState } from '../page/Flash';
import { columnsOf } from './columns';
import { relatedRows } from './related';
import { localeSearch, rowPath } from '../page/sectionPath';
import { useContentLocale } from './useContentLocale';
import { useValueText } from './useValueText';

/** What a row is called, in words: by its naming field, else by the first short field that says something. */
export const useRowName = () => {
  const { t } = useLanguage();
  const valueText = useValueText();
  return (section: Section, row: Row): string => {
    const words = columnsOf(section)
      .filter(({ kind }) => kind !== 'boolean')
      .map((field) =>
        field.kind === 'relation'
          ? relatedRows(field, row[field.name])[0]?.label
          : valueText(field.kind, row[field.name])
      );
    return words.find(Boolean) ?? t('list.untitled');
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
  const locale = useContentLocale(section);
  const state: PageState = { listSearch: search };
  if (!section.actions.includes('findOne')) return <span className="row-name">{name}</span>;
  return (
    <Link
      className="row-name"
      to={{ pathname: rowPath(section.key, row.documentId), search: localeSearch(locale) }}
      state={state}
    >
      {name}
    </Link>
  );
};
