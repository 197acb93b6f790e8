import {
  guestActionRights,
  guestActions,
  takesField,
  type BulkGuestAction,
  type StartBulkGuests,
} from '../../../../contract/bulk-guests';
import type { BodyOf } from '../../../../contract/endpoint';
import type { Permission } from '../../../../contract/routes';
import { grantsOf, grantsSomething, noGrants, type GrantsDraft } from '../../kernel/grants';
import { endOf } from '../../kernel/lastDay';

type May = (permission: Permission) => boolean;

/** To choose what is given or taken one has to see what there is. */
const isShown = (action: BulkGuestAction, may: May): boolean => !takesField(action, 'grants') || may('access.read');

/** What somebody may do with a selection of guests, in the order of the menu. */
export const actionsFor = (may: May): BulkGuestAction[] =>
  guestActions.filter(
    (action) => guestActionRights[action].every((permission) => may(permission)) && isShown(action, may)
  );

/** The form of an action: what of it stands in a field. */
export interface BulkGuestsDraft extends GrantsDraft {
  /** The last day of the keys, `2027-03-31`; empty for none. */
  lastDay: string;
  /** Whether those without a key get one before it is sent. */
  obtain: boolean;
}

export const newDraft = (action: BulkGuestAction, may: May): BulkGuestsDraft => ({
  ...noGrants,
  lastDay: '',
  obtain: takesField(action, 'obtain') && may('keys.issue'),
});

/** What is sent; null while it would do nothing. */
export const bodyOf = (
  action: BulkGuestAction,
  draft: BulkGuestsDraft,
  guestIds: readonly string[]
): BodyOf<typeof StartBulkGuests> | null => {
  const takesGrants = takesField(action, 'grants');
  if (takesGrants && !grantsSomething(draft)) return null;
  return {
    guestIds: [...guestIds],
    action,
    expiresAt: takesField(action, 'expiresAt') ? endOf(draft.lastDay) : null,
    grants: takesGrants ? grantsOf(draft) : null,
    obtain: draft.obtain,
  };
};
