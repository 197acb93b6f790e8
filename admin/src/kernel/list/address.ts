import { pageSizeMax } from '../../../../contract/pagination';

export const pageSizes = ['10', '25', '50', '100'];
export const defaultPageSize = 25;

const pageMax = 1_000_000;

/** Which page of a list is shown. */
export interface PageQuery {
  page: number;
  pageSize: number;
}

/** How a list is sorted, and which page of it is shown. */
export interface ListPlace<Field extends string> extends PageQuery {
  sort: Field;
  direction: 'asc' | 'desc';
}

const whole = (text: string | null, fallback: number, max: number): number => {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= max ? value : fallback;
};

/** The value, where it is one of these. */
export const oneOf = <Value extends string>(
  values: readonly Value[],
  text: string | null | undefined
): Value | undefined => values.find((value) => value === text);

/** Reads the page out of a page's address; what makes no sense there falls back. */
export const readPage = (search: URLSearchParams): PageQuery => ({
  page: whole(search.get('page'), 1, pageMax),
  pageSize: whole(search.get('pageSize'), defaultPageSize, pageSizeMax),
});

/** Reads sort and page out of a page's address; what makes no sense there falls back. */
export const readPlace = <Field extends string>(
  search: URLSearchParams,
  fields: readonly Field[],
  fallback: Field
): ListPlace<Field> => {
  const [sort, direction] = (search.get('sort') ?? '').split(':');
  return {
    sort: oneOf(fields, sort) ?? fallback,
    direction: direction === 'DESC' ? 'desc' : 'asc',
    ...readPage(search),
  };
};

/** A query of a list: what is searched for, its place, and what else narrows it. */
export interface ListQuery<Field extends string> extends ListPlace<Field> {
  q: string;
}

/**
 * The query as a page's address has it. The names `_q`, `page`, `pageSize` and the form `sort=name:ASC` are the content manager's;
 * Strapi's pagination links rely on them.
 */
export const toAddress = ({ q, sort, direction, page, pageSize, ...rest }: ListQuery<string>): URLSearchParams => {
  const search = new URLSearchParams(q === '' ? {} : { _q: q });
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) search.set(name, String(value));
  search.set('sort', `${sort}:${direction === 'asc' ? 'ASC' : 'DESC'}`);
  search.set('page', String(page));
  search.set('pageSize', String(pageSize));
  return search;
};
