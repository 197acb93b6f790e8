import * as React from 'react';
import { callApi } from '../../kernel/api';
import { usePages } from '../../kernel/list';
import type { GuestsAddress } from './useGuestsQuery';

/** Loads the page that the address names; a dialog that is opened over it does not load it again. */
export const useGuestsPage = ({ query, toPage }: GuestsAddress) => {
  const { q, state, origin, invitationLinkId, sort, direction, page, pageSize } = query;
  const load = React.useCallback(
    (signal: AbortSignal) =>
      callApi('ListGuests', { query: { q, state, origin, invitationLinkId, sort, direction, page, pageSize }, signal }),
    [q, state, origin, invitationLinkId, sort, direction, page, pageSize]
  );
  return usePages(load, page, toPage);
};
