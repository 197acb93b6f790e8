import { guestStates, type GuestState } from '../../../../contract/access';
import { guestOrigins, guestSortFields, type GuestOrigin, type GuestSortField } from '../../../../contract/guests';
import { oneOf, readPlace, writePlace, type ListPlace } from '../../kernel/list/address';

/** What narrows the list of guests. */
export interface GuestsFilter {
  q: string;
  state?: GuestState;
  origin?: GuestOrigin;
  /** Those who came by one invitation link. */
  invitationLinkId?: string;
}

/** One page of the list, and the guest whose dialog is open, as they stand in the address of the page. */
export interface GuestsQuery extends GuestsFilter, ListPlace<GuestSortField> {
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
  guest: idIn(search, 'guest'),
  ...readPlace(search, guestSortFields, 'lastName'),
});

/** The query as the page's address has it. The name `_q` is the content manager's. */
export const writeQuery = (query: GuestsQuery): URLSearchParams => {
  const search = new URLSearchParams();
  if (query.q !== '') search.set('_q', query.q);
  if (query.state !== undefined) search.set('state', query.state);
  if (query.origin !== undefined) search.set('origin', query.origin);
  if (query.invitationLinkId !== undefined) search.set('link', query.invitationLinkId);
  if (query.guest !== undefined) search.set('guest', query.guest);
  writePlace(search, query);
  return search;
};

/** A list that nothing narrows. */
export const noFilter: Readonly<GuestsFilter> = {
  q: '',
  state: undefined,
  origin: undefined,
  invitationLinkId: undefined,
};

/** Whether anything narrows the list. */
export const isFiltered = ({ q, state, origin, invitationLinkId }: GuestsFilter): boolean =>
  q !== '' || state !== undefined || origin !== undefined || invitationLinkId !== undefined;
