import { accessStates, type AccessState } from '../../../../contract/access';
import { contactSortFields, type ContactSortField } from '../../../../contract/contacts';
import { pageSizeMax } from '../../../../contract/pagination';

/** What narrows the list: the same for a page and for "select all". */
export interface ContactsFilter {
  q: string;
  company?: string;
  access?: AccessState;
  hasEmail?: boolean;
}

/** One page of the list, as it stands in the address of the page. */
export interface ContactsQuery extends ContactsFilter {
  sort: ContactSortField;
  direction: 'asc' | 'desc';
  page: number;
  pageSize: number;
}

export const pageSizes = ['10', '25', '50', '100'];
export const defaultPageSize = 25;

const whole = (text: string | null, fallback: number, max: number): number => {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= max ? value : fallback;
};

const oneOf = <Value extends string>(values: readonly Value[], text: string | null | undefined): Value | undefined =>
  values.find((value) => value === text);

/** Reads the query out of the page's address; what makes no sense there falls back to the default. */
export const readQuery = (search: URLSearchParams): ContactsQuery => {
  const [sort, direction] = (search.get('sort') ?? '').split(':');
  return {
    q: search.get('_q') ?? '',
    company: search.get('company') ?? undefined,
    access: oneOf(accessStates, search.get('access')),
    hasEmail: search.has('hasEmail') ? search.get('hasEmail') === 'true' : undefined,
    sort: oneOf(contactSortFields, sort) ?? 'lastName',
    direction: direction === 'DESC' ? 'desc' : 'asc',
    page: whole(search.get('page'), 1, 1_000_000),
    pageSize: whole(search.get('pageSize'), defaultPageSize, pageSizeMax),
  };
};

/**
 * The query as the page's address has it. The names `_q`, `page`, `pageSize` and the form `sort=name:ASC` are the content
 * manager's; Strapi's pagination links rely on them.
 */
export const writeQuery = (query: ContactsQuery): URLSearchParams => {
  const search = new URLSearchParams();
  if (query.q !== '') search.set('_q', query.q);
  if (query.company !== undefined) search.set('company', query.company);
  if (query.access !== undefined) search.set('access', query.access);
  if (query.hasEmail !== undefined) search.set('hasEmail', String(query.hasEmail));
  search.set('sort', `${query.sort}:${query.direction === 'asc' ? 'ASC' : 'DESC'}`);
  search.set('page', String(query.page));
  search.set('pageSize', String(query.pageSize));
  return search;
};

export const filterOf = ({ q, company, access, hasEmail }: ContactsQuery): ContactsFilter => ({
  q,
  company,
  access,
  hasEmail,
});

/** Whether anything narrows the list. */
export const isFiltered = ({ q, company, access, hasEmail }: ContactsFilter): boolean =>
  q !== '' || company !== undefined || access !== undefined || hasEmail !== undefined;
