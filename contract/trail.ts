import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { activityActions, activityActor, actorKinds, type ActivityAction, type ActorKind } from './activity';
import { contentTypeUid, documentId, endpoint, file } from './endpoint';
import { exportTypes } from './export';
import { defaultLocale, locale } from './locales';
import { pageSizeMax } from './pagination';

/** What the lines of the trail are about, to narrow it by; each action belongs to one. */
export const trailTopics = {
  access: ['access.saved', 'access.deleted', 'guest.approved', 'guest.closed', 'guest.opened'],
  key: ['key.issued', 'key.revealed', 'key.revoked', 'key.sent', 'key.prolonged'],
  entrance: ['guest.logged-in', 'guest.joined', 'session.ended', 'preview.started'],
  refusal: ['entrance.refused'],
  view: ['list.seen', 'row.seen'],
  change: ['row.created', 'row.updated', 'row.deleted'],
  guest: ['guest.created', 'guest.updated', 'guest.invited', 'guest.deleted', 'guest.address-freed'],
  credential: [
    'password.set',
    'password.changed',
    'password.reset-asked',
    'email.change-asked',
    'email.changed',
    'email.undone',
  ],
  invitation: ['invitation-link.created', 'invitation-link.revealed', 'invitation-link.revoked'],
  data: ['contacts.exported', 'guests.exported', 'trail.exported', 'trail.purged'],
  settings: ['settings.saved', 'posture.accepted', 'posture.reopened', 'posture.repaired'],
} as const satisfies Record<string, readonly ActivityAction[]>;
export type TrailTopic = keyof typeof trailTopics;
export const trailTopicNames = Object.keys(trailTopics) as TrailTopic[];

const instant = string()
  .strict()
  .matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/);

const trailFilter = {
  topic: mixed<TrailTopic>().oneOf(trailTopicNames),
  /** Who did it. */
  by: mixed<ActorKind>().oneOf([...actorKinds]),
  guestId: documentId,
  /** A contact, and the guest whose own contact it is or was. */
  contactId: documentId,
  /** A row of the site, together. */
  contentType: contentTypeUid,
  rowId: documentId,
  /** From this instant on (UTC, ISO 8601), and before the other. */
  from: instant,
  to: instant,
};

const named = object({ documentId: string().required(), name: string().nullable().defined() });

/** A line of the trail. What its reader may not know is null. */
export const trailLine = object({
  documentId: string().required(),
  at: string().required(),
  action: mixed<ActivityAction>()
    .oneOf([...activityActions])
    .required(),
  actor: activityActor.required(),
  /** Name null: they are erased. */
  guest: named.nullable().defined(),
  /** Whether the guest is still there. */
  isGuestThere: boolean().required(),
  row: object({
    contentType: string().required(),
    typeName: string().required(),
    documentId: string().nullable().defined(),
    title: string().nullable().defined(),
  })
    .nullable()
    .defined(),
  /** How many, where it tells of several. */
  count: number().nullable().defined(),
  /** The network of whoever did it, as much of it as is kept. */
  address: string().nullable().defined(),
  /** Its number in the chain; null for the newest lines, which get theirs within a minute. */
  place: number().nullable().defined(),
});
export type TrailLine = InferType<typeof trailLine>;

/**
 * GET /trail — the guest access trail, the newest first. Who the guests are is told, and may be asked by, to whoever may read guests;
 * which row, to whom the content manager shows it.
 */
export const ListTrail = endpoint('ListTrail', {
  query: object({
    ...trailFilter,
    /** `next` of the page before. */
    before: string()
      .strict()
      .matches(/^\d{1,16}-\d{1,16}$/),
    pageSize: number().integer().min(1).max(pageSizeMax).default(25),
  }).noUnknown(),
  response: object({
    lines: array(trailLine.required()).required(),
    /** To be sent as `before` for what is older; null at the end. */
    next: string().nullable().defined(),
    /** After so many days a line goes. */
    days: number().required(),
  }),
});

/** GET /trail-export — what a filter leaves of the trail as CSV, the newest first. That it was taken stands in the trail. */
export const ExportTrail = file(
  'ExportTrail',
  object({
    ...trailFilter,
    format: mixed<'csv'>().oneOf(['csv']).default('csv'),
    locale: locale.default(defaultLocale),
  }).noUnknown(),
  [exportTypes[0]]
);

/** Why a chain is broken at a place. */
export const chainBreaks = [
  'line-missing',
  'line-changed',
  'place-missing',
  'beginning-missing',
  'head-missing',
] as const;
export type ChainBreak = (typeof chainBreaks)[number];

export const chainReport = object({
  /** How many lines were looked at. */
  lines: number().required(),
  /** The number of the first line that is kept; older ones have gone with their time. Null where there is none. */
  first: number().nullable().defined(),
  /** The newest: kept elsewhere, it shows that nothing was cut off after it. */
  head: object({ place: number().required(), hash: string().required() }).nullable().defined(),
  /** Lines that have no number yet. */
  waiting: number().required(),
  /** Where the chain breaks, the first of them. */
  breaks: array(
    object({
      place: number().required(),
      kind: mixed<ChainBreak>()
        .oneOf([...chainBreaks])
        .required(),
    }).required()
  ).required(),
});
export type ChainReport = InferType<typeof chainReport>;
