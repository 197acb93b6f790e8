import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import {
  adminKey,
  guestState,
  mailStatuses,
  pairedContact,
  pairedContactsMax,
  reach,
  shownReach,
} from './contact-access';
import { addressText, contactTextMax, sortDirections, typedText } from './contacts';
import { asTyped, documentId, endpoint, file, nothing } from './endpoint';
import { exportQuery, exportTypes } from './export';
import { accessTypeKey, grants, shownGrants } from './grants';
import { locale } from './locales';
import { pageQuery, pagination } from './pagination';

/** How somebody became a guest: made by an editor, from a contact's access, by an invitation link, by their address's domain. */
export const guestOrigins = ['editor', 'contact', 'invitation', 'domain'] as const;
export type GuestOrigin = (typeof guestOrigins)[number];
export const guestOrigin = mixed<GuestOrigin>().oneOf([...guestOrigins]);

/** In lower case, without an at sign, so that a login name and an address are never the same. */
export const loginPattern = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/;

/** What a person may type of a guest on one line. */
const text = (max: number) => typedText(max).nullable().default(null);
/** And on several. */
const longText = string()
  .transform(asTyped)
  .max(5_000)
  .matches(/^[\P{Cc}\n\r\t]*$/u, '${path}: a control character')
  .nullable()
  .default(null);

export const countryCode = string()
  .transform(asTyped)
  .matches(/^[A-Z]{2}$/);
/** An IANA name, `Europe/Paris`; the server asks whether there is such a zone. */
export const timeZone = string()
  .transform(asTyped)
  .max(60)
  .matches(/^[A-Za-z0-9_+/-]+$/);

/** What a guest may say of themselves, and an editor of them. */
export const personFields = {
  lastName: typedText(120).min(1).required(),
  firstName: text(120),
  mobile: text(40),
  country: countryCode.nullable().default(null),
  timeZone: timeZone.nullable().default(null),
};

export const guestInput = object({
  ...personFields,
  email: addressText.nullable().default(null),
  locale: locale.required(),
  title: text(160),
  /** Given once: a guest who has one keeps it. 409 `login_fixed` otherwise. Null: none, or the one they have. */
  login: string().transform(asTyped).matches(loginPattern).nullable().default(null),
  description: longText,
  details: longText,
  /** Id of a file of the media library. */
  photo: number().transform(asTyped).integer().min(1).nullable().default(null),
  contactIds: array(documentId.required()).max(pairedContactsMax).default([]),
  ...grants,
  ...reach,
}).noUnknown();
export type GuestInput = InferType<typeof guestInput>;

const person = {
  documentId: string().required(),
  lastName: string().required(),
  firstName: string().nullable().defined(),
  email: string().nullable().defined(),
  title: string().nullable().defined(),
  login: string().nullable().defined(),
};

export const guestRow = object({
  ...person,
  state: guestState.required(),
  origin: guestOrigin.required(),
  /** The names of the companies of their contacts. Null where the reader lacks `access.read`. */
  companyNames: array(string().required()).nullable().defined(),
  /** Where their own contact is reached, for one who has no address of their own. Null also without `contacts.read`. */
  contactEmail: string().nullable().defined(),
  /** What they hold, and the key they have, expired or not. Null where the reader lacks `access.read`. */
  holds: object({
    accessTypes: array(string().required()).required(),
    /** How many rows they were given one by one, gone ones among them. */
    resources: number().required(),
    key: object({ expiresAt: string().nullable().defined() }).nullable().defined(),
    /** The contact whose access it is, by which its key is obtained and mailed. */
    contactId: string().nullable().defined(),
  })
    .nullable()
    .defined(),
  createdAt: string().required(),
  /** When a session of theirs was last used, or null. */
  lastSeenAt: string().nullable().defined(),
});
export type GuestListRow = InferType<typeof guestRow>;

/** A guest as an editor sees them. No secret is in it. What they hold is null where the reader lacks `access.read`. */
export const adminGuest = object({
  ...person,
  version: number().required(),
  state: guestState.required(),
  locale: locale.required(),
  description: string().nullable().defined(),
  details: string().nullable().defined(),
  photo: object({ id: number().required(), url: string().required(), name: string().required() }).nullable().defined(),
  country: string().nullable().defined(),
  timeZone: string().nullable().defined(),
  mobile: string().nullable().defined(),
  hasPassword: boolean().required(),
  /** Whether their password is a temporary one. */
  mustChangePassword: boolean().required(),
  hasKey: boolean().required(),
  /** The key they have, expired or not, and the contact by which it is obtained and mailed. Null also without `access.read`. */
  key: adminKey.nullable().defined(),
  contactId: string().nullable().defined(),
  pairedContacts: array(pairedContact.required()).nullable().defined(),
  ...shownGrants,
  ...shownReach,
  /** Whose access a waiting guest takes over as an editor agrees: the contact who has the address that they proved. */
  takesOver: pairedContact.nullable().defined(),
  origin: guestOrigin.required(),
  /** The invitation link by which they came, where they did. */
  invitationLinkId: string().nullable().defined(),
  createdAt: string().required(),
  lastSeenAt: string().nullable().defined(),
  /** The last time they were asked to set their password, or null. */
  mail: object({
    status: mixed<(typeof mailStatuses)[number]>()
      .oneOf([...mailStatuses])
      .required(),
    at: string().required(),
  })
    .nullable()
    .defined(),
});
export type AdminGuest = InferType<typeof adminGuest>;

export const guestSortFields = ['lastName', 'email', 'login', 'createdAt', 'lastSeenAt'] as const;
export type GuestSortField = (typeof guestSortFields)[number];

/** An access of as many days, by which nobody has come for as many, is one that nobody uses. */
export const unusedDays = 90;

/** `never` came; or not within the last month, quarter or year (30, 90 and 365 days); `unused`: may come in, and has not for `unusedDays`. */
export const guestAbsences = ['never', 'month', 'quarter', 'year', 'unused'] as const;
export type GuestAbsence = (typeof guestAbsences)[number];
export const absenceDays: Readonly<Record<Exclude<GuestAbsence, 'never' | 'unused'>, number>> = {
  month: 30,
  quarter: 90,
  year: 365,
};

/** Whether they have a key and when it ends: `none` has none that is good; `soon` within 30 days; `open-ended` has no last moment. */
export const keyTerms = ['none', 'soon', 'open-ended'] as const;
export type KeyTerm = (typeof keyTerms)[number];
export const soonDays = 30;

/** What narrows a list of guests. The three last ask what somebody holds: 403 `forbidden` without `access.read`. */
export const guestFilter = {
  /** In names, address, title and login. */
  q: typedText(200).default(''),
  state: guestState.optional(),
  origin: guestOrigin.optional(),
  invitationLinkId: documentId.optional(),
  absence: mixed<GuestAbsence>()
    .oneOf([...guestAbsences])
    .optional(),
  accessType: accessTypeKey.optional(),
  companyId: documentId.optional(),
  keyTerm: mixed<KeyTerm>()
    .oneOf([...keyTerms])
    .optional(),
};

/** The most that can be selected at a time. */
export const guestSelectionMax = 10_000;

/** What narrows and orders a list of guests; the same for the page and for the file. */
const guestList = {
  ...guestFilter,
  sort: mixed<GuestSortField>()
    .oneOf([...guestSortFields])
    .default('lastName'),
  direction: mixed<(typeof sortDirections)[number]>()
    .oneOf([...sortDirections])
    .default('asc'),
};

/** GET /guests — one page of the guests. */
export const ListGuests = endpoint('ListGuests', {
  query: object({ ...pageQuery, ...guestList }).noUnknown(),
  response: object({
    guests: array(guestRow.required()).required(),
    pagination: pagination.required(),
    /** How many wait for an editor's agreement, whatever the filter. */
    waitingTotal: number().required(),
  }),
});

/** GET /guest-ids — the ids of all guests that the filter leaves, for "select all". At most `guestSelectionMax`. */
export const ListGuestIds = endpoint('ListGuestIds', {
  query: object({ ...guestFilter }).noUnknown(),
  response: object({ guestIds: array(string().required()).required(), total: number().required() }),
});

/** GET /guest-export — all guests that the filter leaves, as a file. What would be a formula in a spreadsheet has a `'` before it. */
export const ExportGuests = file('ExportGuests', object({ ...guestList, ...exportQuery }).noUnknown(), exportTypes);

const guestParams = object({ guestId: documentId.required() }).noUnknown();
const version = number().strict().integer().min(1).required();

/** GET /guests/:guestId — one guest. */
export const GetGuest = endpoint('GetGuest', {
  params: guestParams,
  response: adminGuest,
});

/** GET /login-proposal?title= — a login name made of a title, that nobody has. */
export const ProposeLogin = endpoint('ProposeLogin', {
  query: object({ title: typedText(160).min(1).required() }).noUnknown(),
  response: object({ login: string().required() }),
});

/**
 * POST /guests — Créer un nouvel invité (P1). Without contacts they get the one that has their address, where the editor may give
 * accesses; else one of their own. Saved at once and, unless `invite` is false, mailed a link by which they set their password. A
 * temporary password lets them in once, to change it; it is never mailed, and takes `keys.issue`. 409 `address_taken` or
 * `login_taken`, with `details.guestId` of who has it; 400 `weak_password`; 403 `access_decides`, `grants_beyond_own`.
 */
export const CreateGuest = endpoint('CreateGuest', {
  body: guestInput.shape({
    email: addressText.min(1).required(),
    temporaryPassword: string().transform(asTyped).max(512).nullable().default(null),
    invite: boolean().transform(asTyped).default(true),
    /** Where they are to have a contact of their own: the company that it belongs to, found by its name or made. */
    companyName: text(contactTextMax.company),
  }),
  response: adminGuest,
});

const seenText = string().transform(asTyped).max(1_000).nullable().defined();
/** What a guest may change of themself, as an editor's form showed it. */
const seenProfile = object({
  lastName: seenText,
  firstName: seenText,
  email: seenText,
  locale: seenText,
  country: seenText,
  timeZone: seenText,
  mobile: seenText,
}).noUnknown();
export type SeenProfile = InferType<typeof seenProfile>;

/**
 * PUT /guests/:guestId — the whole guest, but for the password; contacts, grants and reach stay as they are where they are left
 * out. A field of `seen` that is sent as it was seen stays as the guest has made it meanwhile; without `seen` all of them are
 * written. Where another editor was first (`version`), a save that only takes away takes that from what is there now and leaves
 * the rest; any other is 409 `conflict`. Another address, other contacts, grants or reach take `access.manage`: 403
 * `access_decides` or `grants_beyond_own`.
 */
export const UpdateGuest = endpoint('UpdateGuest', {
  params: guestParams,
  body: guestInput.shape({
    version,
    seen: seenProfile.optional().default(undefined),
    contactIds: array(documentId.required()).max(pairedContactsMax).optional(),
    resources: grants.resources.optional(),
    accessTypes: grants.accessTypes.optional(),
    companyContacts: reach.companyContacts.optional(),
    companyRecords: reach.companyRecords.optional(),
  }),
  response: adminGuest,
});

/** POST /guests/:guestId/invite — mails the link by which they set their password, again. 409 `no_address`. */
export const InviteGuest = endpoint('InviteGuest', {
  params: guestParams,
  response: adminGuest,
});

/**
 * PUT /guests/:guestId/closed — closes an access at any version, and its sessions end; or opens it again, at the one seen,
 * which takes `access.manage`: 403 `access_decides`.
 */
export const SetGuestClosed = endpoint('SetGuestClosed', {
  params: guestParams,
  body: object({ version, closed: boolean().strict().required() }).noUnknown(),
  response: adminGuest,
});

/**
 * POST /guests/:guestId/approve — a waiting guest comes in from now on, and is told. Takes `access.manage`: 403
 * `access_decides`. 409 `conflict` where they do not wait. Who takes over a contact's access becomes its guest: the answer is
 * that one.
 */
export const ApproveGuest = endpoint('ApproveGuest', {
  params: guestParams,
  response: adminGuest,
});

/** POST /guests/:guestId/free-address — the address of a closed guest is for another (A4). 409 `guest_not_closed`. */
export const FreeAddress = endpoint('FreeAddress', {
  params: guestParams,
  response: adminGuest,
});

/** DELETE /guests/:guestId — they go with their grants, keys and sessions; their contacts stay. */
export const DeleteGuest = endpoint('DeleteGuest', {
  params: guestParams,
  response: nothing,
});
