import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { documentId, endpoint, nothing } from './endpoint';
import { grants, shownGrants } from './grants';

/**
 * How a guest stands, in one word for all pages: `open` comes in by a key or a password; `without-credentials` would be let
 * in, and has neither yet; `waiting` for an editor's agreement; `closed` is not let in.
 */
export const guestStates = ['open', 'without-credentials', 'waiting', 'closed'] as const;
export type GuestState = (typeof guestStates)[number];
export const guestState = mixed<GuestState>().oneOf([...guestStates]);

/** The state of a contact's access: the state of its guest, or `none` without one. */
export const accessStates = ['none', ...guestStates] as const;
export type AccessState = (typeof accessStates)[number];
export const accessState = mixed<AccessState>().oneOf([...accessStates]);

/** Whether the door is open in this state; `without-credentials` lacks only what opens it. */
export const letsIn = (state: AccessState): boolean => state === 'open' || state === 'without-credentials';

/** How far the `contact` rule and the list of colleagues reach. */
export const reach = {
  /** *Company contacts*: they see the guests of the same companies, not only those who share a contact with them (D5). */
  companyContacts: boolean().strict().required(),
  /** *Company records*: they see the rows of every contact of the same companies (D6). */
  companyRecords: boolean().strict().required(),
};

/** The same, where its reader may see it. */
export const shownReach = {
  companyContacts: reach.companyContacts.nullable().defined(),
  companyRecords: reach.companyRecords.nullable().defined(),
};

export const pairedContact = object({
  documentId: string().required(),
  /** `NOA Arthur (Maison Premium)` */
  name: string().required(),
});
export const pairedContactsMax = 50;

/** What an editor sees of a guest's key. The secret itself is only in `IssueKey` and `RevealKey`. */
export const adminKey = object({
  createdAt: string().required(),
  expiresAt: string().nullable().defined(),
  lastUsedAt: string().nullable().defined(),
  lastFour: string().required(),
  /** Whether `RevealKey` can show the link again (the site has an encryption key). */
  canReveal: boolean().required(),
});
export type AdminKey = InferType<typeof adminKey>;

export const mailStatuses = ['queued', 'sent', 'failed'] as const;

export const contactAccess = object({
  contact: object({
    documentId: string().required(),
    lastName: string().required(),
    firstName: string().nullable().defined(),
    email: string().nullable().defined(),
    companyName: string().nullable().defined(),
  }).required(),
  state: accessState.required(),
  /** Goes up with each change; 0 while there is no guest. Sent back with a change, so that two editors do not undo each other. */
  version: number().required(),
  /** The guest, once there is one. */
  guestId: string().nullable().defined(),
  ...grants,
  ...reach,
  /** The contacts whose rows they see, their own among them (D4). */
  pairedContacts: array(pairedContact.required()).required(),
  key: adminKey.nullable().defined(),
  /**
   * The address to which the key would be mailed now: the guest's own, where it is proved to be theirs, else the contact's.
   * Null where there is none.
   */
  sendsKeyTo: string().nullable().defined(),
  /** The last time the key was mailed, or null. */
  mail: object({
    status: mixed<(typeof mailStatuses)[number]>()
      .oneOf([...mailStatuses])
      .required(),
    at: string().required(),
  })
    .nullable()
    .defined(),
});
export type ContactAccess = InferType<typeof contactAccess>;

/**
 * A contact's access cut to what its reader may see, for calls that are open to who may not read accesses. Null without
 * `access.read`: state, guest, grants, reach, paired contacts and address; the names also without `contacts.read`, the key
 * also without `keys.issue`, its mail also without `keys.send`.
 */
export const shownAccess = contactAccess.shape({
  contact: object({
    documentId: string().required(),
    lastName: string().nullable().defined(),
    firstName: string().nullable().defined(),
    email: string().nullable().defined(),
    companyName: string().nullable().defined(),
  }).required(),
  state: accessState.nullable().defined(),
  ...shownGrants,
  ...shownReach,
  pairedContacts: array(pairedContact.required()).nullable().defined(),
});
export type ShownAccess = InferType<typeof shownAccess>;

/** Whether nothing of an access was cut. */
export const isWholeAccess = (access: ShownAccess): access is ContactAccess => access.state !== null;

const contactParams = object({ contactId: documentId.required() }).noUnknown();
const version = number().strict().integer().min(0).required();

/** GET /contacts/:contactId/access — what the dialog shows. A contact without guest answers empty grants and version 0. */
export const GetContactAccess = endpoint('GetContactAccess', {
  params: contactParams,
  response: contactAccess,
});

/**
 * PUT /contacts/:contactId/access — Sauvegarder: grants, and open or closed. Creates the guest where there is none. What is
 * left out of the three last stays as it is; so do rows of a type that is not named and that the content manager does not show to
 * whoever saves. The contact's own rows are always among those they see. Where another editor was
 * first (`version`), closing and a save that only takes away go through, on what is there now, and give nothing back; any
 * other is 409 `conflict`.
 */
export const SaveContactAccess = endpoint('SaveContactAccess', {
  params: contactParams,
  body: object({
    version,
    closed: boolean().strict().required(),
    ...grants,
    companyContacts: boolean().strict().optional(),
    companyRecords: boolean().strict().optional(),
    pairedContactIds: array(documentId.required()).max(pairedContactsMax).optional(),
  }).noUnknown(),
  response: shownAccess,
});

/** DELETE /contacts/:contactId/access — Supprimer: access, keys and sessions go, the contact stays. */
export const DeleteContactAccess = endpoint('DeleteContactAccess', {
  params: contactParams,
  response: nothing,
});

/** GET /access-states?contactIds=a,b,c — the states of one page of contacts, in one request. */
export const ListAccessStates = endpoint('ListAccessStates', {
  query: object({
    contactIds: array(documentId.required())
      .transform((value: unknown, original: unknown) => (typeof original === 'string' ? original.split(',') : value))
      .min(1)
      .max(100)
      .required(),
  }).noUnknown(),
  response: object({
    states: array(object({ contactId: string().required(), state: accessState.required() }).required()).required(),
  }),
});

/** What came of one contact of a bulk action. */
export const bulkOutcomes = ['created', 'extended', 'unknown-contact'] as const;

export const bulkContactsMax = 500;
/**
 * POST /access/bulk — Créer un accès invité on a selection: each contact gets a guest with these grants; a guest who is
 * there already keeps theirs and gets these beside them. At most 500 contacts a call; for more, and for their keys, `StartBulkAccess`.
 */
export const GrantAccessInBulk = endpoint('GrantAccessInBulk', {
  body: object({
    contactIds: array(documentId.required()).min(1).max(bulkContactsMax).required(),
    ...grants,
  }).noUnknown(),
  response: object({
    results: array(
      object({
        contactId: string().required(),
        outcome: mixed<(typeof bulkOutcomes)[number]>()
          .oneOf([...bulkOutcomes])
          .required(),
      }).required()
    ).required(),
  }),
});
