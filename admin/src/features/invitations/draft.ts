import { CreateInvitationLink, invitationDaysDefault } from '../../../../contract/invitations';
import type { BodyOf } from '../../../../contract/endpoint';
import { grantsOf, noGrants, sameGrants, type GrantsDraft } from '../../kernel/grants';

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
  places: number | undefined;
  domain: string;
}

export const newInvitation: InvitationDraft = {
  name: '',
  asGuests: true,
  approval: false,
  days: invitationDaysDefault,
  places: undefined,
  domain: '',
  ...noGrants,
};

/** Whether two forms say the same. */
export const sameInvitation = (one: InvitationDraft, other: InvitationDraft): boolean =>
  one.name === other.name &&
  one.asGuests === other.asGuests &&
  one.approval === other.approval &&
  one.days === other.days &&
  one.places === other.places &&
  one.domain === other.domain &&
  sameGrants(one, other);

const dayMs = 24 * 3_600_000;

/**
 * What creates the link. A contact comes in nowhere: without "add as guests" nothing is given, and nobody has to agree.
 *
 * @throws ValidationError of yup where a field is wrong.
 */
export const invitationOf = (draft: InvitationDraft, now: Date): BodyOf<typeof CreateInvitationLink> =>
  CreateInvitationLink.body.validateSync(
    {
      name: draft.name,
      addAs: draft.asGuests ? 'guest' : 'contact',
      approval: draft.asGuests && draft.approval,
      domain: draft.domain.trim() === '' ? null : draft.domain.trim(),
      ...grantsOf(draft.asGuests ? draft : noGrants),
      expiresAt: draft.days === null ? null : new Date(now.getTime() + draft.days * dayMs).toISOString(),
      placesMax: draft.places ?? null,
    },
    { abortEarly: false }
  );
