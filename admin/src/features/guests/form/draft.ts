import { CreateGuest, UpdateGuest, type AdminGuest, type SeenProfile } from '../../../../../contract/guests';
import { defaultLocale, type Locale } from '../../../../../contract/locales';
import type { BodyOf } from '../../../../../contract/endpoint';
import {
  grantsDraftOf,
  grantsOf,
  noGrants,
  sameGrants,
  sameReach,
  type GrantsDraft,
  type ReachDraft,
} from '../../../kernel/grants';

/** What is typed on a line or in a box. */
export const guestTexts = [
  'lastName',
  'firstName',
  'email',
  'title',
  'login',
  'temporaryPassword',
  'description',
  'details',
  'mobile',
] as const;
export type GuestText = (typeof guestTexts)[number];

type Texts = Record<GuestText, string>;

/** The form of a guest: what stands in its fields. */
export interface GuestDraft extends Texts, GrantsDraft, ReachDraft {
  photo: AdminGuest['photo'];
  locale: Locale;
  country: string | null;
  timeZone: string | null;
  /** Whether the editor sees what the guest holds; who does not leaves it as it is. */
  seesAccess: boolean;
  /** Whether the link by which he sets his password is mailed as he is created. */
  invite: boolean;
}

const heldBy = (guest: AdminGuest | null): GrantsDraft & { seesAccess: boolean } => {
  if (guest === null) return { ...noGrants, seesAccess: true };
  const { resources, accessTypes } = guest;
  if (resources === null || accessTypes === null) return { ...noGrants, seesAccess: false };
  return { ...grantsDraftOf({ resources, accessTypes }), seesAccess: true };
};

/** The form of a new guest (null) or of one that is there. */
export const guestDraftOf = (guest: AdminGuest | null): GuestDraft => ({
  lastName: guest?.lastName ?? '',
  firstName: guest?.firstName ?? '',
  email: guest?.email ?? '',
  title: guest?.title ?? '',
  login: guest?.login ?? '',
  temporaryPassword: '',
  description: guest?.description ?? '',
  details: guest?.details ?? '',
  mobile: guest?.mobile ?? '',
  photo: guest?.photo ?? null,
  locale: guest?.locale ?? defaultLocale,
  country: guest?.country ?? null,
  timeZone: guest?.timeZone ?? null,
  invite: true,
  ...heldBy(guest),
  companyContacts: guest?.companyContacts ?? false,
  companyRecords: guest?.companyRecords ?? false,
  otherContacts: guest?.pairedContacts ?? [],
});

/** Whether two forms say the same. */
export const sameGuest = (one: GuestDraft, other: GuestDraft): boolean =>
  guestTexts.every((field) => one[field] === other[field]) &&
  one.photo?.id === other.photo?.id &&
  one.locale === other.locale &&
  one.country === other.country &&
  one.timeZone === other.timeZone &&
  one.invite === other.invite &&
  sameReach(one, other) &&
  sameGrants(one, other);

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The form in the words of the contract, not yet checked. */
const inputOf = (draft: GuestDraft) => ({
  lastName: draft.lastName,
  firstName: orNull(draft.firstName),
  email: orNull(draft.email),
  title: orNull(draft.title),
  login: orNull(draft.login),
  description: orNull(draft.description),
  details: orNull(draft.details),
  mobile: orNull(draft.mobile),
  photo: draft.photo?.id ?? null,
  locale: draft.locale,
  country: draft.country,
  timeZone: draft.timeZone,
});

const accessOf = (draft: GuestDraft) => ({
  contactIds: draft.otherContacts.map(({ documentId }) => documentId),
  ...grantsOf(draft),
  companyContacts: draft.companyContacts,
  companyRecords: draft.companyRecords,
});

/** What creates the guest. @throws ValidationError of yup where a field is wrong. */
export const creationOf = (draft: GuestDraft): BodyOf<typeof CreateGuest> =>
  CreateGuest.body.validateSync(
    {
      ...inputOf(draft),
      ...accessOf(draft),
      email: draft.email.trim(),
      // A password is sent as it was typed, spaces and all.
      temporaryPassword: draft.temporaryPassword === '' ? null : draft.temporaryPassword,
      invite: draft.invite,
    },
    { abortEarly: false }
  );

/** What of a guest they may have changed themself since the form was filled. */
const seenOf = ({ lastName, firstName, email, locale, country, timeZone, mobile }: SeenProfile): SeenProfile => ({
  lastName,
  firstName,
  email,
  locale,
  country,
  timeZone,
  mobile,
});

/** What changes the guest that the form was filled with. @throws ValidationError of yup where a field is wrong. */
export const changeOf = (draft: GuestDraft, guest: SeenProfile & { version: number }): BodyOf<typeof UpdateGuest> =>
  UpdateGuest.body.validateSync(
    {
      ...inputOf(draft),
      ...(draft.seesAccess ? accessOf(draft) : {}),
      version: guest.version,
      seen: seenOf(guest),
    },
    { abortEarly: false }
  );
