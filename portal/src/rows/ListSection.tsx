import { useCallback, useEffect, useMemo } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router-dom';
import { labelIn } from '../../../contract/constants';
import type { Section } from '../api/guestAccess';
import { listRows } from '../api/rows';
import { useQuery } from '../api/useQuery';
import { useLanguage } from '../language/LanguageProvider';
import { useAnnounce } from '../page/Announcer';
import { Flash, usePageState } from '../page/Flash';
import { Heading } from '../page/Heading';
import { Loading } from '../page/Loading';
import { ErrorNotice } from '../page/ErrorNotice';
import { useSession } from '../session/SessionProvider';
import { columnsOf, searchedFields } from './columns';
import { ContentLanguage } from './ContentLanguage';
import { Filters } from './Filters';
import { readListState, writeListState } from './listState';
import { Pager } from './Pager';
import { listQuery, type ListState } from './rowQuery';
import { RowsView } from './RowsView';
import { SearchBox } from './SearchBox';
import { createPath, localeSearch } from '../page/sectionPath';

/** One section: its rows with search, order and pages. What is asked of it stands in the address. */
export const ListSection = ({ section }: { readonly section: Section }) => {
  const { t, locale } = useLanguage();
  const { notice } = useSession();
  const announce = useAnnounce();
  const { flash } = usePageState();
  const [params, setParams] = useSearchParams();
  const asked = params.toString();
  const columns = useMemo(() => columnsOf(section), [section]);
  const state = useMemo(() => readListState(new URLSearchParams(asked), section), [asked, section]);

  const load = useCallback(
    (signal: AbortSignal) => listRows(section.path, listQuery(section, columns, state), signal),
    [section, columns, state]
  );
  const { data, problem, loading, reload } = useQuery(load);
  const label = labelIn(section.labels, locale);

  useEffect(() => {
    if (problem !== null) notice(problem);
  }, [problem, notice]);

  const total = data?.pagination.total ?? null;
  const pageCount = Math.max(1, data?.pagination.pageCount ?? 1);
  useEffect(() => {
    if (total === null || loading) return;
    const found =
      total === 0 && state.search !== ''
        ? t('list.noMatch', { search: state.search })
        : `${t('list.count', { count: total })}. ${t('list.page', { page: state.page, pages: pageCount })}`;
    announce(flash === undefined ? found : `${t(flash)} ${found}`);
  }, [total, loading, state, pageCount, flash, announce, t]);

  // The last page may be gone since the address was written: its only row was deleted.
  useEffect(() => {
    if (!loading && total !== null && state.page > pageCount) {
      setParams(writeListState({ ...state, page: pageCount }), { replace: true });
    }
  }, [loading, total, state, pageCount, setParams]);

  const show = (next: ListState) => setParams(writeListState(next), { replace: next.search !== state.search });
  const isNarrowed = Object.keys(state.only).length > 0;
  const empty =
    state.search === '' ? t(isNarrowed ? 'list.noneSuch' : 'list.empty') : t('list.noMatch', { search: state.search });
  const searchable =
    searchedFields(section).length > 0 && (state.search !== '' || isNarrowed || total === null || total > 0);

  return (
    <section className="list" aria-label={label} aria-busy={loading}>
      <FirstHeading label={label} />
      <Flash />
      <div className="list-tools">
        {searchable && (
          <SearchBox
            label={t('list.search', { section: label })}
            value={state.search}
            onSearch={(search) => show({ ...state, search, page: 1 })}
          />
        )}
        {(isNarrowed || total === null || total > 0) && (
          <Filters section={section} only={state.only} onOnly={(only) => show({ ...state, only, page: 1 })} />
        )}
        <ContentLanguage
          section={section}
          locale={state.locale}
          onLocale={(locale) => show({ ...state, locale, page: 1 })}
        />
        {section.actions.includes('create') && (
          <Link
            className="button primary"
            to={{ pathname: createPath(section.key), search: localeSearch(state.locale) }}
          >
            <span aria-hidden="true">+</span> {t('list.create')}
          </Link>
        )}
      </div>
      {problem !== null && <ErrorNotice problem={problem} retry={reload} />}
      {data === null && loading && <Loading />}
      {data !== null && problem === null && (
        <div className={loading ? 'stale' : undefined}>
          {data.rows.length === 0 ? (
            <p className="empty">{empty}</p>
          ) : (
            <RowsView
              section={section}
              columns={columns}
              rows={data.rows}
              sort={state.sort}
              caption={label}
              onSort={(sort) => show({ ...state, sort, page: 1 })}
            />
          )}
          <Pager pagination={data.pagination} onPage={(page) => show({ ...state, page })} />
        </div>
      )}
    </section>
  );
};

/** The page's own heading has the focus when the page is opened by its bare address; the section's, when one is chosen. */
const FirstHeading = ({ label }: { readonly label: string }) => {
  const { pathname } = useLocation();
  return pathname === '/' ? <h2 className="heading">{label}</h2> : <Heading level={2}>{label}</Heading>;
};
