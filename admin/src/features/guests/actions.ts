import { letsIn } from '../../../../contract/contact-access';
import type { Permission } from '../../../../contract/routes';
import type { GuestListRow } from '../../../../contract/guests';

/** What can be done with a guest from the list, in the order of the menu. */
export const guestActions = ['approve', 'refuse', 'invite', 'close', 'reopen', 'free-address', 'delete'] as const;
export type GuestAction = (typeof guestActions)[number];

/** A guest as far as an action has to know them. */
export type ActedOn = Pick<GuestListRow, 'documentId' | 'lastName' | 'firstName' | 'email' | 'state'>;

/** Those that end something, so that the editor is asked first. */
export const askedActions = ['refuse', 'close', 'free-address', 'delete'] as const satisfies readonly GuestAction[];
export type AskedAction = (typeof askedActions)[number];

export const isAsked = (action: GuestAction): action is AskedAction => askedActions.some((asked) => asked === action);

const permissionOf: Record<GuestAction, Permission> = {
  approve: 'guests.update',
  refuse: 'guests.delete',
  invite: 'guests.update',
  close: 'guests.update',
  reopen: 'guests.update',
  'free-address': 'guests.update',
  delete: 'guests.delete',
};

/** What of it lets somebody in, and so takes the right to manage accesses too. */
const opens: readonly GuestAction[] = ['approve', 'reopen'];

/** Whether an action is shown, and not the reader's to do. */
export const isBeyond = (action: GuestAction, may: (permission: Permission) => boolean): boolean =>
  opens.includes(action) && !may('access.manage');

const makesSense = (action: GuestAction, { state, email }: Pick<GuestListRow, 'state' | 'email'>): boolean => {
  switch (action) {
    case 'approve':
    case 'refuse':
      return state === 'waiting';
    case 'invite':
      return email !== null && letsIn(state);
    case 'close':
      return letsIn(state);
    case 'reopen':
      return state === 'closed';
    case 'free-address':
      return state === 'closed' && email !== null;
    case 'delete':
      return state !== 'waiting';
  }
};

/** What an editor may do with a guest as they stand. */
export const actionsFor = (
  guest: Pick<GuestListRow, 'state' | 'email'>,
  may: (permission: Permission) => boolean
): GuestAction[] => guestActions.filter((action) => may(permissionOf[action]) && makesSense(action, guest));
