import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { asTyped, documentId, endpoint, file } from './endpoint';
import { exportTypes } from './export';
import { grants } from './grants';
import { guestSelectionMax } from './guests';
import { jobState } from './jobs';
import { defaultLocale, locale } from './locales';
import type { Permission } from './routes';

/**
 * What can be done with a selection of guests. `prolong` sets the last moment of the keys they have; `send-keys` mails them; `invite`
 * mails the link by which they set their password; `give` adds grants to what each holds, `take` takes them away.
 */
export const guestActions = [
  'approve',
  'close',
  'reopen',
  'prolong',
  'send-keys',
  'invite',
  'give',
  'take',
  'delete',
] as const;
export type BulkGuestAction = (typeof guestActions)[number];
/** What an action takes, beside the right to see guests: the same as for one guest. `send-keys` that obtains keys takes `keys.issue` too. */
export const guestActionRights: Readonly<Record<BulkGuestAction, readonly Permission[]>> = {
  approve: ['guests.update', 'access.manage'],
  close: ['guests.update'],
  reopen: ['guests.update', 'access.manage'],
  prolong: ['keys.issue'],
  'send-keys': ['keys.send'],
  invite: ['guests.update'],
  give: ['access.manage'],
  take: ['access.manage'],
  delete: ['guests.delete'],
};
const guestAction = mixed<BulkGuestAction>().oneOf([...guestActions]);

/**
 * What came of a guest: `unchanged` was so already, or has had the same mail a moment ago; the rest is why nothing was done.
 * `unvouched-address` was set by somebody who may not give accesses; `no-contact` has no contact of their own to send to.
 */
export const guestOutcomes = [
  'done',
  'unchanged',
  'gone',
  'waiting',
  'closed',
  'no-key',
  'no-contact',
  'no-address',
  'unusable-address',
  'unvouched-address',
  'conflict',
] as const;
export type GuestOutcome = (typeof guestOutcomes)[number];
export const guestOutcome = mixed<GuestOutcome>()
  .oneOf([...guestOutcomes])
  .required();

/** A bulk action on guests, as who asked for it sees it. Times are ISO 8601. */
export const bulkGuests = object({
  documentId: documentId.required(),
  state: jobState.required(),
  createdAt: string().required(),
  endedAt: string().nullable().defined(),
  action: guestAction.required(),
  /** How many of the guests are done. */
  done: number().required(),
  total: number().required(),
  /** How often what came of the guests so far. */
  counts: array(object({ outcome: guestOutcome, count: number().required() }).required()).required(),
});
export type BulkGuests = InferType<typeof bulkGuests>;

/** Which fields an action takes, beside the guests. */
const takes = { expiresAt: ['prolong'], grants: ['give', 'take'], obtain: ['send-keys'] } as const;
export const takesField = (action: BulkGuestAction, field: keyof typeof takes): boolean =>
  takes[field].some((one) => one === action);

/**
 * POST /bulk-guests — does one thing with a selection of guests, in the background. Each action takes the right that it takes for one
 * guest, now and again while it is done; 403 `access_decides` without. `expiresAt` (of `prolong`; null for no last moment) is an
 * instant to come; `grants` are what is given or taken; with `obtain` those without a good key get one before it is mailed.
 */
export const StartBulkGuests = endpoint('StartBulkGuests', {
  body: object({
    guestIds: array(documentId.required()).min(1).max(guestSelectionMax).required(),
    action: guestAction.required(),
    expiresAt: string().transform(asTyped).datetime().nullable().default(null),
    grants: object(grants).noUnknown().nullable().default(null),
    obtain: boolean().transform(asTyped).default(false),
  })
    .noUnknown()
    .test(
      'fits-action',
      'action: a field is missing, or is not of this action',
      ({ action, expiresAt, grants: given, obtain }) =>
        (given !== null) === takesField(action, 'grants') &&
        (expiresAt === null || takesField(action, 'expiresAt')) &&
        (!obtain || takesField(action, 'obtain'))
    ),
  response: bulkGuests,
});

/** GET /bulk-guests — the newest one that the caller asked for, or null. */
export const FindBulkGuests = endpoint('FindBulkGuests', {
  response: object({ newest: bulkGuests.nullable().defined() }),
});

const params = object({ jobId: documentId.required() }).noUnknown();

/** How many of those who were left an answer names; all stand in the report. */
export const leftGuestsMax = 50;

/** GET /bulk-guests/:jobId — how it goes, and the first of those with whom nothing was done. 404 for whoever has not asked for it. */
export const GetBulkGuests = endpoint('GetBulkGuests', {
  params,
  response: bulkGuests.shape({
    left: object({
      guests: array(
        object({
          guestId: documentId.required(),
          name: string().nullable().defined(),
          outcome: guestOutcome,
        }).required()
      ).required(),
      total: number().required(),
    }).required(),
  }),
});

/** POST /bulk-guests/:jobId/cancel — stops it at its next step; what is done stays done. 409 `conflict` for one that is over. */
export const CancelBulkGuests = endpoint('CancelBulkGuests', { params, response: bulkGuests });

/** GET /bulk-guests-report — what came of each guest so far, as a table. 404 for whoever has not asked for it. */
export const ExportBulkGuests = file(
  'ExportBulkGuests',
  object({ jobId: documentId.required(), locale: locale.default(defaultLocale) }).noUnknown(),
  exportTypes.slice(0, 1)
);
