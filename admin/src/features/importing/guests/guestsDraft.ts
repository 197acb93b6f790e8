import type { ImportGuests } from '../../../../../contract/importing';
import { grantsOf, noGrants, type GrantsDraft } from '../../../kernel/grants';

/** What those who are marked as guests get, as the form holds it. */
export interface GuestsDraft extends GrantsDraft {
  invite: boolean;
  companyContacts: boolean;
  companyRecords: boolean;
}

export const firstGuestsDraft: GuestsDraft = {
  ...noGrants,
  invite: true,
  companyContacts: false,
  companyRecords: false,
};

/** The same in the form of the contract. */
export const guestsOf = (draft: GuestsDraft): ImportGuests => ({
  ...grantsOf(draft),
  invite: draft.invite,
  companyContacts: draft.companyContacts,
  companyRecords: draft.companyRecords,
});
