import { array, boolean, mixed, number, object, string } from 'yup';
import { grants } from './grants';
import { contentTypeUid, documentId, endpoint } from './endpoint';
import { labels } from './locales';
import { accessActions, rule, type AccessAction } from './settings';

/** What became of one way of reaching a row. */
export const reachOutcomes = ['visible', 'not-held', 'not-readable', 'draft', 'leads-elsewhere'] as const;
export type ReachOutcome = (typeof reachOutcomes)[number];

/** A row on the way from the row that is asked about to what ties it to the guest. */
export const trailStep = object({
  /** The relation that led here. */
  attribute: string().required(),
  contentType: string().required(),
  documentId: string().required(),
  /** Null for a row that the reader may not read by themselves. */
  label: string().nullable().defined(),
  /** Whether it is what ties: a granted resource, a contact of the guest's, or the guest themselves. */
  ties: boolean().required(),
});

export const reachCheck = object({
  kind: mixed<'access' | 'resource'>().oneOf(['access', 'resource']).required(),
  /** The access type's key, or the resource type's uid. */
  key: string().required(),
  labels: labels.required(),
  held: boolean().required(),
  actions: array(
    mixed<AccessAction>()
      .oneOf([...accessActions])
      .required()
  ).required(),
  /** Null for a row that is a granted resource itself. */
  rule: rule.nullable().defined(),
  outcome: mixed<ReachOutcome>()
    .oneOf([...reachOutcomes])
    .required(),
  trail: array(trailStep.required()).required(),
});

/**
 * GET /guests/:guestId/why?contentType=&documentId= — why a guest sees a row or does not (N2): the chain contact → company
 * → grant → rule → verdict, for each way that the settings know to this content type. Rows are named to whoever is shown
 * them by the content manager. Of a row that they are not shown, and the guest does not see either, nothing is told: it
 * answers as one that is not there.
 */
export const ExplainAccess = endpoint('ExplainAccess', {
  params: object({ guestId: documentId.required() }).noUnknown(),
  query: object({ contentType: contentTypeUid.required(), documentId: documentId.required() }).noUnknown(),
  response: object({
    verdict: mixed<'visible' | 'hidden' | 'no-such-row'>().oneOf(['visible', 'hidden', 'no-such-row']).required(),
    /** Null where there is no such row, and where the reader may not read it by themselves. */
    rowLabel: string().nullable().defined(),
    /** Closed: they see nothing, whatever the verdict. */
    guestClosed: boolean().required(),
    companyRecords: boolean().required(),
    contacts: array(
      object({
        documentId: string().required(),
        name: string().required(),
        companyName: string().nullable().defined(),
      }).required()
    ).required(),
    checks: array(reachCheck.required()).required(),
  }),
});

export const sampleRow = object({ documentId: string().required(), label: string().required() });
export const samplesMax = 5;

/** How the rows of one content type that a guest sees would change. */
export const typeChange = object({
  contentType: string().required(),
  displayName: string().required(),
  appear: number().required(),
  disappear: number().required(),
  appearing: array(sampleRow.required()).max(samplesMax).required(),
  disappearing: array(sampleRow.required()).max(samplesMax).required(),
});

/**
 * POST /contacts/:contactId/access/what-if — before saving (N2): how many rows of each type would appear and disappear, with
 * samples of those that the content manager shows to whoever asks. Nothing is saved.
 */
export const ForeseeAccess = endpoint('ForeseeAccess', {
  params: object({ contactId: documentId.required() }).noUnknown(),
  body: object({
    ...grants,
    companyRecords: boolean().strict().optional(),
    pairedContactIds: array(documentId.required()).max(50).optional(),
  }).noUnknown(),
  response: object({ changes: array(typeChange.required()).required() }),
});
