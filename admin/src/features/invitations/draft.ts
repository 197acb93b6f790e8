import { CreateInvitationLink, invitationDaysDefault } from '../../../../contract/invitations';
import type { BodyOf } from '../../../../contract/endpoint';
import { check, type Checked, type Issue } from '../../kernel/form/issues';
import { grantsOf, noGrants, type GrantsDraft } from '../../kernel/grants';
import type { TextKey } from '../../kernel/translate';

/** After how many days a link ends; null: never. */
export const expiryChoices = [1, invitationDaysDefault, 30, 90, null] as const;
export type Expiry = (typeof expiryChoices)[number];

/** The form of a new invitation link. */
export interface InvitationDraft extends GrantsDraft {
  name: string;
  /** Whether who comes becomes a guest, and not only a contact. */
  asGuests: boolean;
  approval: boolean;
  days: Expiry;
  /** Undefined: no bound. */
  placesMax: number | undefined;
  domain: string;
}

export const newInvitation: InvitationDraft = {
  name: '',
  asGuests: true,
  approval: false,
  days: invitationDaysDefault,
  placesMax: undefined,
  domain: '',
  ...noGrants,
};

const dayMs = 24 * 3_600_000;

/** What creates the link. A contact comes in nowhere: without "add as guests" nothing is given, and nobody has to agree. */
export const invitationOf = (draft: InvitationDraft, now: Date): Checked<BodyOf<typeof CreateInvitationLink>> =>
  check(CreateInvitationLink.body, {
    name: draft.name,
    addAs: draft.asGuests ? 'guest' : 'contact',
    approval: draft.asGuests && draft.approval,
    domain: draft.domain.trim() === '' ? null : draft.domain.trim(),
    ...grantsOf(draft.asGuests ? draft : noGrants),
    expiresAt: draft.days === null ? null : new Date(now.getTime() + draft.days * dayMs).toISOString(),
    placesMax: draft.placesMax ?? null,
  });

/** What the reader is told of a wrong value. */
export const invitationFault = ({ path, reason }: Issue): TextKey => {
  if (path === 'domain') return 'invitations.fault.domain';
  if (path === 'placesMax') return 'invitations.fault.places';
  return reason === 'max' ? 'contacts.fault.tooLong' : 'contacts.fault.required';
};

export const invitationFields = ['name', 'domain', 'placesMax'] as const;
