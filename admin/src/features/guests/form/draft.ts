import { CreateGuest, UpdateGuest, type AdminGuest, type SeenProfile } from '../../../../../contract/guests';
import { defaultLocale, type Locale } from '../../../../../contract/locales';
import type { BodyOf } from '../../../../../contract/endpoint';
import { check, type Checked } from '../../../kernel/form/issues';
import { orNull } from '../../../kernel/form/person';
import { grantsDraftOf, grantsOf, noGrants, type GrantsDraft, type ReachDraft } from '../../../kernel/grants';
import { plainIssues } from './faults';

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
  /** Of a new guest's own contact. */
  company: { documentId: string | null; name: string };
  locale: Locale;
  country: string | null;
  timeZone: string | null;
  /** Whether the editor sees what the guest holds; who does not leaves it as it is. */
  seesAccess: boolean;
  /** Whether the link by which they set their password is mailed as they are created. */
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
  company: { documentId: null, name: '' },
  locale: guest?.locale ?? defaultLocale,
  country: guest?.country ?? null,
  timeZone: guest?.timeZone ?? null,
  invite: true,
  ...heldBy(guest),
  companyContacts: guest?.companyContacts ?? false,
  companyRecords: guest?.companyRecords ?? false,
  otherContacts: guest?.pairedContacts ?? [],
});

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

/** What creates the guest. */
export const creationOf = (draft: GuestDraft): Checked<BodyOf<typeof CreateGuest>> =>
  check(
    CreateGuest.body,
    {
      ...inputOf(draft),
      ...accessOf(draft),
      email: draft.email.trim(),
      // A password is sent as it was typed, spaces and all.
      temporaryPassword: draft.temporaryPassword === '' ? null : draft.temporaryPassword,
      invite: draft.invite,
      companyName: orNull(draft.company.name),
    },
    plainIssues(draft)
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

/** What changes the guest that the form was filled with. */
export const changeOf = (
  draft: GuestDraft,
  guest: SeenProfile & { version: number }
): Checked<BodyOf<typeof UpdateGuest>> =>
  check(
    UpdateGuest.body,
    {
      ...inputOf(draft),
      ...(draft.seesAccess ? accessOf(draft) : {}),
      version: guest.version,
      seen: seenOf(guest),
    },
    plainIssues(draft)
  );
