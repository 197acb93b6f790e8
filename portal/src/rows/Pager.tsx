import type { Pagination } from '../../../contract/pagination';
import { useLanguage } from '../language/LanguageProvider';

interface PagerProps {
  readonly pagination: Pagination;
  readonly onPage: (page: number) => void;
}

/** How many rows there are, and the way to the page before and after. */
export const Pager = ({ pagination: { page, pageSize, pageCount, total }, onPage }: PagerProps) => {
  const { t, locale } = useLanguage();
  if (total === 0) return null;
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, total);
  const range = `${first.toLocaleString(locale)}–${last.toLocaleString(locale)}`;

  return (
    <nav className="pager" aria-label={t('list.pages')}>
      <p>{pageCount <= 1 ? t('list.count', { count: total }) : t('list.shown', { range, total })}</p>
      {(pageCount > 1 || page > 1) && (
        <div className="pager-buttons">
          <button
            type="button"
            className="button"
            aria-label={t('list.previous')}
            disabled={page <= 1}
            onClick={() => onPage(Math.min(page - 1, pageCount))}
          >
            <span aria-hidden="true">←</span>
          </button>
          <p>{t('list.page', { page, pages: pageCount })}</p>
          <button
            type="button"
            className="button"
            aria-label={t('list.next')}
            disabled={page >= pageCount}
            onClick={() => onPage(page + 1)}
          >
            <span aria-hidden="true">→</span>
          </button>
        </div>
      )}
    </nav>
  );
};
