import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { contactSelectionMax } from './contacts';
import { documentId, endpoint, file } from './endpoint';
import { exportTypes } from './export';
import { grants } from './grants';
import { jobState } from './jobs';
import { defaultLocale, locale } from './locales';

/**
 * To whom keys are mailed: to nobody, to those who get one by this action, or to all who have one then. Where the site cannot show a
 * key again, mailing one that is there makes a new one, and the old one dies.
 */
export const keyMailings = ['none', 'new', 'all'] as const;
export type KeyMailing = (typeof keyMailings)[number];
const keyMailing = mixed<KeyMailing>().oneOf([...keyMailings]);

/** What came of a contact's access. */
export const accessOutcomes = ['created', 'extended', 'contact-gone'] as const;
export type AccessOutcome = (typeof accessOutcomes)[number];

/** What came of its key: a closed or waiting access gets none, as opening one is decided for each by itself. */
export const keyOutcomes = ['issued', 'kept', 'no-access', 'closed', 'waiting'] as const;
export type KeyOutcome = (typeof keyOutcomes)[number];

/**
 * What came of the mail: `queued` stands in the outbox; `repeated` does so since a minute ago; `had-key` was not to be written to;
 * `unusable-address` is none that mail goes to; `unvouched-address` was set by somebody who may not give accesses.
 */
export const mailOutcomes = [
  'queued',
  'repeated',
  'had-key',
  'no-access',
  'closed',
  'waiting',
  'no-key',
  'no-address',
  'unusable-address',
  'unvouched-address',
] as const;
export type MailOutcome = (typeof mailOutcomes)[number];

const outcomeOf = <Outcome extends string>(outcomes: readonly Outcome[]) => mixed<Outcome>().oneOf([...outcomes]);

/** What came of a contact; null where it was not asked for. */
export const contactOutcome = object({
  access: outcomeOf(accessOutcomes).nullable().defined(),
  key: outcomeOf(keyOutcomes).nullable().defined(),
  mail: outcomeOf(mailOutcomes).nullable().defined(),
});
export type ContactOutcome = InferType<typeof contactOutcome>;

const countsOf = <Outcome extends string>(outcomes: readonly Outcome[]) =>
  array(object({ outcome: outcomeOf(outcomes).required(), count: number().required() }).required()).required();

/** A bulk action, as who asked for it sees it. Times are ISO 8601. */
export const bulkAccess = object({
  documentId: documentId.required(),
  state: jobState.required(),
  createdAt: string().required(),
  endedAt: string().nullable().defined(),
  /** What was asked for. */
  asked: object({
    access: boolean().required(),
    key: boolean().required(),
    mail: keyMailing.required(),
  }).required(),
  /** How many of the contacts are done. */
  done: number().required(),
  total: number().required(),
  /** How often what came of the contacts so far. */
  counts: object({
    access: countsOf(accessOutcomes),
    key: countsOf(keyOutcomes),
    mail: countsOf(mailOutcomes),
  }).required(),
});
export type BulkAccess = InferType<typeof bulkAccess>;

/** A contact that did not get all that was asked for. */
const leftContact = contactOutcome.shape({ contactId: documentId.required(), name: string().nullable().defined() });
/** How many of them an answer names; all stand in the report. */
export const leftContactsMax = 50;

/**
 * POST /bulk-access — gives accesses to a selection, obtains keys and mails them, in the background. `grants` null gives none. Each
 * effect takes its right, now and again while it is done: `access.manage`, `keys.issue`, `keys.send`; 403 `access_decides` without.
 * 409 `key_not_shown_again` for keys that nobody would ever read: the site shows none again, and none is mailed.
 */
export const StartBulkAccess = endpoint('StartBulkAccess', {
  body: object({
    contactIds: array(documentId.required()).min(1).max(contactSelectionMax).required(),
    grants: object(grants).noUnknown().nullable().defined(),
    issueKeys: boolean().strict().required(),
    mailKeys: keyMailing.required(),
  })
    .noUnknown()
    .test(
      'something-to-do',
      'Nothing is asked for',
      ({ grants: given, issueKeys, mailKeys }) => given !== null || issueKeys || mailKeys !== 'none'
    ),
  response: bulkAccess,
});

/** GET /bulk-access — the newest one that the caller asked for, or null. */
export const FindBulkAccess = endpoint('FindBulkAccess', {
  response: object({ newest: bulkAccess.nullable().defined() }),
});

const params = object({ jobId: documentId.required() }).noUnknown();

/** GET /bulk-access/:jobId — how it goes, and the first of those who did not get all. 404 for whoever has not asked for it. */
export const GetBulkAccess = endpoint('GetBulkAccess', {
  params,
  response: bulkAccess.shape({
    left: object({ contacts: array(leftContact.required()).required(), total: number().required() }).required(),
  }),
});

/** POST /bulk-access/:jobId/cancel — stops it at its next step; what is done stays done. 409 `conflict` for one that is over. */
export const CancelBulkAccess = endpoint('CancelBulkAccess', { params, response: bulkAccess });

/** GET /bulk-access-report — what came of each contact so far, as a table. 404 for whoever has not asked for it. */
export const ExportBulkAccess = file(
  'ExportBulkAccess',
  object({ jobId: documentId.required(), locale: locale.default(defaultLocale) }).noUnknown(),
  exportTypes.slice(0, 1)
);
