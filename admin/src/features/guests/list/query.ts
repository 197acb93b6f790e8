import { guestStates, type GuestState } from '../../../../../contract/contact-access';
import {
  guestAbsences,
  guestOrigins,
  guestSortFields,
  keyTerms,
  type GuestAbsence,
  type GuestOrigin,
  type GuestSortField,
  type KeyTerm,
} from '../../../../../contract/guests';
import { oneOf, readPlace, toAddress, type ListQuery } from '../../../kernel/list/address';

/** What narrows the list of guests: the same for a page and for "select all". */
export interface GuestsFilter {
  q: string;
  state?: GuestState;
  origin?: GuestOrigin;
  /** Those who came by one invitation link. */
  invitationLinkId?: string;
  absence?: GuestAbsence;
  accessType?: string;
  companyId?: string;
  keyTerm?: KeyTerm;
}

/** One page of the list, and the guest whose form is open over it, as they stand in the address of the page. */
export interface GuestsQuery extends GuestsFilter, ListQuery<GuestSortField> {
  guest?: string;
}

const matching = (pattern: RegExp, text: string | null): string | undefined =>
  text !== null && pattern.test(text) ? text : undefined;
const id = /^[a-z0-9]{24}$/;

/** Reads the query out of the page's address; what makes no sense there falls back to the default. */
export const readQuery = (search: URLSearchParams): GuestsQuery => ({
  q: search.get('_q') ?? '',
  state: oneOf(guestStates, search.get('state')),
  origin: oneOf(guestOrigins, search.get('origin')),
  invitationLinkId: matching(id, search.get('link')),
  absence: oneOf(guestAbsences, search.get('absence')),
  accessType: matching(/^[a-z][a-z0-9-]{0,39}$/, search.get('access')),
  companyId: matching(id, search.get('company')),
  keyTerm: oneOf(keyTerms, search.get('key')),
  guest: matching(id, search.get('guest')),
  ...readPlace(search, guestSortFields, 'lastName'),
});

/** The query as the page's address has it. */
export const writeQuery = ({
  invitationLinkId: link,
  accessType: access,
  companyId: company,
  keyTerm: key,
  ...query
}: GuestsQuery): URLSearchParams => toAddress({ ...query, ...{ link, access, company, key } });

/** A list that nothing narrows. */
export const noFilter: Readonly<GuestsFilter> = {
  q: '',
  state: undefined,
  origin: undefined,
  invitationLinkId: undefined,
  absence: undefined,
  accessType: undefined,
  companyId: undefined,
  keyTerm: undefined,
};

export const filterOf = ({
  q,
  state,
  origin,
  invitationLinkId,
  absence,
  accessType,
  companyId,
  keyTerm,
}: GuestsFilter): GuestsFilter => ({
  ...{ q, state, origin, invitationLinkId },
  ...{ absence, accessType, companyId, keyTerm },
});

/** The list without its page. */
export const listOf = (query: GuestsQuery) => ({
  ...filterOf(query),
  sort: query.sort,
  direction: query.direction,
});

/** Whether anything narrows the list. */
export const isFiltered = (query: GuestsFilter): boolean =>
  Object.values(filterOf(query)).some((value) => value !== undefined && value !== '');
