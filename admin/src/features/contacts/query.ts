import { accessStates, type AccessState } from '../../../../contract/contact-access';
import { contactSortFields, type ContactSortField } from '../../../../contract/contacts';
import { oneOf, readPlace, toAddress, type ListQuery } from '../../kernel/list/address';

/** What narrows the list: the same for a page and for "select all". */
export interface ContactsFilter {
  q: string;
  company?: string;
  access?: AccessState;
  hasEmail?: boolean;
}

/** One page of the list, as it stands in the address of the page. */
export interface ContactsQuery extends ContactsFilter, ListQuery<ContactSortField> {}

/** Reads the query out of the page's address; what makes no sense there falls back to the default. */
export const readQuery = (search: URLSearchParams): ContactsQuery => ({
  q: search.get('_q') ?? '',
  company: search.get('company') ?? undefined,
  access: oneOf(accessStates, search.get('access')),
  hasEmail: search.has('hasEmail') ? search.get('hasEmail') === 'true' : undefined,
  ...readPlace(search, contactSortFields, 'lastName'),
});

export const writeQuery = (query: ContactsQuery): URLSearchParams => toAddress(query);

/** A list that nothing narrows. */
export const noFilter: Readonly<ContactsFilter> = { q: '', company: undefined, access: undefined, hasEmail: undefined };

export const filterOf = ({ q, company, access, hasEmail }: ContactsFilter): ContactsFilter => ({
  q,
  company,
  access,
  hasEmail,
});

/** The list without its page. */
export const listOf = (query: ContactsQuery) => ({
  ...filterOf(query),
  sort: query.sort,
  direction: query.direction,
});

/** Whether anything narrows the list. */
export const isFiltered = ({ q, company, access, hasEmail }: ContactsFilter): boolean =>
  q !== '' || company !== undefined || access !== undefined || hasEmail !== undefined;
