import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { guestState } from './contact-access';
import { grants } from './grants';
import { contentTypeUid, documentId, endpoint } from './endpoint';
import { labels } from './locales';
import { pageQuery, pagination } from './pagination';
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

/** What a guest may do with a row that is there: `find` stands for reading it, in lists and by itself. */
export const rowActions = ['find', 'update', 'delete'] as const satisfies readonly AccessAction[];
export type RowAction = (typeof rowActions)[number];
const actionsOnRow = array(
  mixed<RowAction>()
    .oneOf([...rowActions])
    .required()
).required();

/** A way by which a guest reaches a row: an access type that they hold, or the row itself, which they were given. */
export const viewerWay = object({
  kind: mixed<'access' | 'resource'>().oneOf(['access', 'resource']).required(),
  /** The access type's key, or the resource type's uid. */
  key: string().required(),
  labels: labels.required(),
  /** What it lets them do with the row. */
  actions: actionsOnRow,
});
export type ViewerWay = InferType<typeof viewerWay>;

/** A guest who sees a row. */
export const viewer = object({
  /** Null where the reader lacks `guests.read`. */
  guest: object({
    documentId: string().required(),
    /** `NOA Arthur` */
    name: string().required(),
    /** Their own contact, in whose dialog their access is edited. */
    contactId: string().nullable().defined(),
  })
    .nullable()
    .defined(),
  state: guestState.required(),
  /** By all ways together. */
  actions: actionsOnRow,
  through: array(viewerWay.required()).min(1).required(),
});
export type Viewer = InferType<typeof viewer>;

/**
 * GET /insight/viewers?contentType=&documentId=&page= — who sees a row: the guests who reach it now, in whatever language, by
 * name, each with the ways and with what they may do. Guests whose access is closed see nothing: they are counted only. Guests
 * are named to who may see them (`guests.read`). 404 for a row that the content manager does not show to whoever asks, and for
 * content types that guests are never given.
 */
export const ListViewers = endpoint('ListViewers', {
  query: object({
    ...pageQuery,
    contentType: contentTypeUid.required(),
    documentId: documentId.required(),
  }).noUnknown(),
  response: object({
    viewers: array(viewer.required()).required(),
    pagination: pagination.required(),
    /** How many others would see it were their access open. */
    closedTotal: number().required(),
  }),
});
