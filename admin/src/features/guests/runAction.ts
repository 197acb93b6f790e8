import { callApi } from '../../kernel/api';
import type { GuestAction } from './actions';

const setClosed = async (guestId: string, closed: boolean): Promise<unknown> => {
  const params = { guestId };
  const { version } = await callApi('GetGuest', { params });
  return callApi('SetGuestClosed', { params, body: { version, closed } });
};

/** Does it. @throws ApiError */
export const runAction = async (action: GuestAction, guestId: string): Promise<unknown> => {
  const params = { guestId };
  switch (action) {
    case 'approve':
      return callApi('ApproveGuest', { params });
    case 'invite':
      return callApi('InviteGuest', { params });
    case 'close':
      return setClosed(guestId, true);
    case 'reopen':
      return setClosed(guestId, false);
    case 'free-address':
      return callApi('FreeAddress', { params });
    case 'refuse':
    case 'delete':
      return callApi('DeleteGuest', { params });
  }
};
