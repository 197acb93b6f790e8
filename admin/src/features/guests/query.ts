import { guestStates, type GuestState } from '../../../../contract/contact-access';
import { guestOrigins, guestSortFields, type GuestOrigin, type GuestSortField } from '../../../../contract/guests';
import { oneOf, readPlace, toAddress, type ListQuery } from '../../kernel/list/address';

/** What narrows the list of guests. */
export interface GuestsFilter {
  q: string;
  state?: GuestState;
  origin?: GuestOrigin;
  /** Those who came by one invitation link. */
  invitationLinkId?: string;
  /** Those who do not use their access. */
  unused?: true;
}

/** One page of the list, and the guest whose dialog is open, as they stand in the address of the page. */
export interface GuestsQuery extends GuestsFilter, ListQuery<GuestSortField> {
  guest?: string;
}

const idIn = (search: URLSearchParams, name: string): string | undefined => {
  const id = search.get(name) ?? '';
  return /^[a-z0-9]{24}$/.test(id) ? id : undefined;
};

/** Reads the query out of the page's address; what makes no sense there falls back to the default. */
export const readQuery = (search: URLSearchParams): GuestsQuery => ({
  q: search.get('_q') ?? '',
  state: oneOf(guestStates, search.get('state')),
  origin: oneOf(guestOrigins, search.get('origin')),
  invitationLinkId: idIn(search, 'link'),
  unused: search.get('unused') === 'true' ? true : undefined,
  guest: idIn(search, 'guest'),
  ...readPlace(search, guestSortFields, 'lastName'),
});

/** The query as the page's address has it. */
export const writeQuery = ({ invitationLinkId, ...query }: GuestsQuery): URLSearchParams =>
  toAddress({ ...query, ...{ link: invitationLinkId } });

/** A list that nothing narrows. */
export const noFilter: Readonly<GuestsFilter> = {
  q: '',
  state: undefined,
  origin: undefined,
  invitationLinkId: undefined,
  unused: undefined,
};

/** The list without its page. */
export const listOf = ({ q, state, origin, invitationLinkId, unused, sort, direction }: GuestsQuery) => ({
  ...{ q, state, origin, invitationLinkId, unused },
  ...{ sort, direction },
});

/** Whether anything narrows the list. */
export const isFiltered = ({ q, ...narrowing }: GuestsFilter): boolean =>
  q !== '' || [narrowing.state, narrowing.origin, narrowing.invitationLinkId, narrowing.unused].some(Boolean);
