import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { typedText } from './contacts';
import { endpoint, nothing } from './endpoint';
import { labels } from './locales';
import { permissions, type Permission } from './routes';

/** The worst first. */
export const severities = ['high', 'medium', 'low'] as const;
export type Severity = (typeof severities)[number];

/** What is looked for, in the order in which findings of one severity are shown. */
export const findingIds = [
  'site-roles',
  'strapi-version',
  'self-check',
  'plain-http',
  'limits-off',
  'proxy-addresses',
  'free-mail-domains',
  'anybody-joins',
  'rule-all',
  'public-files',
  'roles-beyond',
  'roles-see-rows',
  'api-tokens',
  'endless-keys',
  'long-keys',
  'keys-of-closed',
  'unused-guests',
  'dead-grants',
  'unheld-access-types',
  'unencrypted-mail',
  'failed-mails',
  'long-sessions',
  'short-passwords',
] as const;
export type FindingId = (typeof findingIds)[number];
const findingId = mixed<FindingId>().oneOf([...findingIds]);

/** Pages of the panel on which something is mended; the first three are tabs of our settings. */
export const posturePages = [
  'settings-content',
  'settings-sign-in',
  'settings-joining',
  'access-type',
  'guest',
  'unused-guests',
  'panel-role',
  'panel-roles',
  'site-role',
  'site-roles',
  'api-tokens',
  'jobs',
] as const;
export type PosturePage = (typeof posturePages)[number];
const page = mixed<PosturePage>().oneOf([...posturePages]);

/** What is shown beside a finding, of however many there are. */
export const examplesMax = 5;

/** One of the things that a finding is about. */
export const findingExample = object({
  /** As it is called there. Null where it is named by `labels`, or where the reader may not know it. */
  name: string().nullable().defined(),
  labels: labels.nullable().default(null).defined(),
  /** What it can do or is about: actions, rights, fields, names of content types. Words of the panel where it has some for them. */
  facts: array(string().required()).required(),
  /** When it was used last, or ends. */
  at: string().nullable().defined(),
  /** Where it stands in the panel. */
  page: page.nullable().defined(),
  /** What of that page: a key, a documentId, the id of a role. */
  pageId: string().nullable().defined(),
});
export type FindingExample = InferType<typeof findingExample>;

/** How a finding goes away: by a call (`do`), on a page of the panel (`open`), or by hand, outside of it (`advice`). */
export const repairKinds = ['do', 'open', 'advice'] as const;

export const findingRepair = object({
  kind: mixed<(typeof repairKinds)[number]>()
    .oneOf([...repairKinds])
    .required(),
  /** Of `do`: what it takes beside `posture.manage`. */
  permission: mixed<Permission>()
    .oneOf([...permissions])
    .nullable()
    .defined(),
  /** Of `do`: whether it asks for `days`. */
  asksDays: boolean().required(),
  /** Of `open`. */
  page: page.nullable().defined(),
});

/** Why a finding is left as it is, who has decided that, and when. */
export const findingAcceptance = object({
  reason: string().required(),
  byName: string().nullable().defined(),
  at: string().required(),
});

export const finding = object({
  id: findingId.required(),
  severity: mixed<Severity>()
    .oneOf([...severities])
    .required(),
  count: number().required(),
  examples: array(findingExample.required()).max(examplesMax).required(),
  repair: findingRepair.required(),
  /** What was found, in short: another one where it has changed since. To accept or repair it, it is said again. */
  mark: string().required(),
  /** Null where nobody has accepted it, or it has grown since. */
  acceptance: findingAcceptance.nullable().default(null).defined(),
});
export type Finding = InferType<typeof finding>;

/**
 * GET /posture — what is risky as things are, the worst first; what was looked at and is fine; and what could not be looked at. Guests,
 * roles and tokens are named to whoever may read them; the numbers are the same for all.
 */
export const GetPosture = endpoint('GetPosture', {
  response: object({
    lookedAt: string().required(),
    findings: array(finding.required()).required(),
    fine: array(findingId.required()).required(),
    unknown: array(findingId.required()).required(),
    /** The version that runs, and the day up to which holes are known here. */
    strapiVersion: object({ running: string().nullable().defined(), knownUntil: string().required() }).required(),
  }),
});

const params = object({ finding: findingId.required() }).noUnknown();
const mark = string().strict().max(64).required();

/** How long a reason may be, in UTF-16 units. */
export const reasonMax = 500;

/**
 * PUT /posture/:finding/acceptance — leaves a finding as it is, and says why. It comes back as it grows: more of it, other things, or
 * worse. 409 `conflict` where it has changed since, is gone, or somebody else has accepted it.
 */
export const AcceptFinding = endpoint('AcceptFinding', {
  params,
  body: object({ mark, reason: typedText(reasonMax).min(1).required() }).noUnknown(),
  response: nothing,
});

/** DELETE /posture/:finding/acceptance — it is to be mended after all. 404 where nobody had accepted it. */
export const ReopenFinding = endpoint('ReopenFinding', { params, response: nothing });

/** For how many days a key that has no last day, or one far off, is good from now on. */
export const keyDaysMax = 365;

/**
 * POST /posture/:finding/repair — takes away what is risky, as its mark was seen. 409 `conflict` where it has changed since or is gone;
 * 403 `access_decides` where the caller lacks what the repair takes; 404 for a finding that is mended elsewhere.
 */
export const RepairFinding = endpoint('RepairFinding', {
  params,
  body: object({ mark, days: number().strict().integer().min(1).max(keyDaysMax).default(90) }).noUnknown(),
  response: object({ repaired: number().required() }),
});
