import { pageSizeMax } from '../../../../contract/pagination';

export const pageSizes = ['10', '25', '50', '100'];
export const defaultPageSize = 25;

const pageMax = 1_000_000;

/** How a list is sorted, and which page of it is shown. */
export interface ListPlace<Field extends string> {
  sort: Field;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
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
    page: whole(search.get('page'), 1, pageMax),
    pageSize: whole(search.get('pageSize'), defaultPageSize, pageSizeMax),
  };
};

/**
 * Writes them into a page's address. The names `page`, `pageSize` and the form `sort=name:ASC` are the content manager's;
 * Strapi's pagination links rely on them.
 */
export const writePlace = (search: URLSearchParams, { sort, direction, page, pageSize }: ListPlace<string>): void => {
  search.set('sort', `${sort}:${direction === 'asc' ? 'ASC' : 'DESC'}`);
  search.set('page', String(page));
  search.set('pageSize', String(pageSize));
};
