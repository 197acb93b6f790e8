import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { colourPattern, passwordPolicyNames, type PasswordPolicyName } from './constants';
import { asTyped, contentTypeUid, endpoint } from './endpoint';
import { accessTypeKey, presetGrants } from './grants';
import { timeZone } from './guests';
import { labels, locale, paragraphs } from './locales';
import { messageKind } from './mail';

/** What a guest may do with rows of an access type: the actions of Strapi's content API. */
export const accessActions = ['find', 'findOne', 'create', 'update', 'delete'] as const;
export type AccessAction = (typeof accessActions)[number];

/**
 * How a row is tied to a guest:
 * `resource` a relation path that leads to a resource the guest was given; `contact` a path to a contact of theirs;
 * `guest` a path to the guest themselves; `all` every published row.
 */
export const ruleKinds = ['resource', 'contact', 'guest', 'all'] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** The deepest path a rule may take, in relations. */
export const relationsMax = 3;

/** One to three relation names joined by dots: `project`, `milestone.project`. A component's name may stand before a relation. */
export const relationPath = string()
  .strict()
  .max(200)
  .matches(/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*){0,5}$/);

const distinct = <T>(of: (item: T) => string) => ({
  name: 'distinct',
  message: '${path}: the same entry stands there twice',
  test: (items: T[] | undefined) => new Set(items?.map(of)).size === (items?.length ?? 0),
});

const hasPath = (kind: RuleKind) => kind !== 'all';

export const rule = object({
  kind: mixed<RuleKind>()
    .oneOf([...ruleKinds])
    .required(),
  path: relationPath.when('kind', ([kind]: RuleKind[], schema) =>
    kind !== undefined && hasPath(kind) ? schema.required() : schema.oneOf([undefined])
  ),
  resourceType: contentTypeUid.when('kind', ([kind]: RuleKind[], schema) =>
    kind === 'resource' ? schema.required() : schema.oneOf([undefined])
  ),
}).noUnknown();
export type Rule = InferType<typeof rule>;

const fieldName = string()
  .strict()
  .max(100)
  .matches(/^[A-Za-z][A-Za-z0-9_]*$/);
const fieldNames = array(fieldName.required()).max(300).nullable();

/** A content type whose rows are granted one by one (a project, say). */
export const resourceType = object({
  contentType: contentTypeUid.required(),
  labels: labels.required(),
  /** The attribute shown in the lists. */
  labelField: fieldName.required(),
  /** The fields that a guest who holds a row may read; null means all that Strapi does not hide. */
  readFields: fieldNames.default(null),
}).noUnknown();
export type ResourceType = InferType<typeof resourceType>;

/** A kind of information that a guest may be given ("accès"). */
export const accessType = object({
  key: accessTypeKey.required(),
  labels: labels.required(),
  contentType: contentTypeUid.required(),
  actions: array(
    mixed<AccessAction>()
      .oneOf([...accessActions])
      .required()
  )
    .min(1)
    .max(accessActions.length)
    .required(),
  /** The fields that a guest may read; null means all that Strapi does not hide. */
  readFields: fieldNames.default(null),
  /** The fields that a guest may write; null means all that they may read. */
  writeFields: fieldNames.default(null),
  /** Whether rows that are not published are visible too. */
  drafts: boolean().default(false),
  rule: rule.required(),
}).noUnknown();
export type AccessType = InferType<typeof accessType>;

/**
 * Who may join by themselves (P4): nobody, whoever owns an address at one of the listed domains, or whoever owns an address.
 * The list is kept while it is not asked.
 */
export const joiningModes = ['nobody', 'domains', 'any'] as const;
export type JoiningMode = (typeof joiningModes)[number];

/**
 * What a person who joins becomes: `guest` comes in at once; `contact` stands in the address book, and an editor decides
 * about an access ("add as guests" not ticked).
 */
export const arrivalKinds = ['guest', 'contact'] as const;
export type ArrivalKind = (typeof arrivalKinds)[number];
export const arrivalKind = mixed<ArrivalKind>().oneOf([...arrivalKinds]);

/**
 * `example.com` is that domain alone; `*.example.com` every domain below it, and not itself. As typed; the server brings it
 * to lower case and A-labels, and says by `joiningProblems` what is wrong with it.
 */
const domainPattern = string().strict().min(1).max(255);

export const joiningDomain = object({
  domain: domainPattern.required(),
  /** What joiners of this domain get beside what everybody gets. */
  ...presetGrants,
}).noUnknown();
export type JoiningDomain = InferType<typeof joiningDomain>;

export const joiningDomainsMax = 200;

export const joining = object({
  mode: mixed<JoiningMode>()
    .oneOf([...joiningModes])
    .default('nobody'),
  addAs: arrivalKind.default('guest'),
  /** Whether an editor has to agree before a joined guest comes in. */
  approval: boolean().default(false),
  domains: array(joiningDomain.required()).max(joiningDomainsMax).default([]),
  /** What everybody who joins gets. */
  ...presetGrants,
  /** Who is told of each arrival, beside the person who made an invitation link. Brought to their canonical form by the server. */
  notify: array(string().strict().max(254).required()).max(20).default([]),
}).noUnknown();
export type Joining = InferType<typeof joining>;

/**
 * One image's address: a path on the site (`/uploads/logo.png`), or https with a plain host. No name and password, no `*`,
 * and none of the characters that would make two of it where it is read: the portal's policy of contents names its origin.
 */
const imageAddress =
  /^(?:\/(?!\/)|https:\/\/[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*(?::\d{1,5})?(?![^/?#]))[^\s\p{Cc}"'`<>\\*;,]*$/u;

/** The logo's address. One that was stored while more was allowed counts as none (the caution `logo-not-shown`). */
export const logoUrl = string()
  .strict()
  .max(500)
  .matches(imageAddress)
  .test('address', (text) => typeof text !== 'string' || URL.canParse(text, 'https://example.com'))
  .nullable();

/** How the portal looks and greets. */
export const brand = object({
  /** `#1d4f91`; the portal sees to it that text on it can be read. */
  colour: string().strict().matches(colourPattern).nullable().default(null),
  logoUrl: logoUrl.default(null),
  /** Above the doors, on the login page. */
  welcome: paragraphs,
  /** Below them: whom to ask for help. */
  help: paragraphs,
}).noUnknown();
export type Brand = InferType<typeof brand>;

/** Words of the site's own in the place of a message's (`contract/mails.ts`). */
export const mailText = object({
  kind: messageKind.required(),
  locale: locale.required(),
  subject: string().trim().min(1).max(200).required(),
  /** Paragraphs with an empty line between; `{{link}}` alone in one becomes the button. */
  body: string().trim().min(1).max(5_000).required(),
}).noUnknown();
export type MailText = InferType<typeof mailText>;

/** Where contacts are taken from by OAuth. The secret that belongs to it stands in the site's configuration, and is in no answer. */
export const google = object({
  /** As the Google Cloud console shows it; null: contacts come from Google by a file only. */
  clientId: string()
    .strict()
    .max(200)
    .matches(/^[\w.-]+$/)
    .nullable()
    .default(null),
}).noUnknown();

/** How much of the address of whoever did something is kept in the trail. */
export const keptAddresses = ['network', 'whole', 'nothing'] as const;
export type KeptAddress = (typeof keptAddresses)[number];

export const trailDays = { min: 30, max: 3650, default: 90 } as const;

/** What the guest access trail keeps (N6). */
export const trailSettings = object({
  /** After so many days a line goes. */
  days: number().transform(asTyped).integer().min(trailDays.min).max(trailDays.max).default(trailDays.default),
  addresses: mixed<KeptAddress>()
    .oneOf([...keptAddresses])
    .default('network'),
  /** Whether it is noted which lists and rows a guest looked at. */
  views: boolean().default(true),
}).noUnknown();
export type TrailSettings = InferType<typeof trailSettings>;

export const settings = object({
  /** The contacts page. Off: no menu, no routes, nothing deleted. */
  contacts: boolean().strict().required(),
  /** Guest access; needs contacts. Off: nobody comes in, nothing is deleted. */
  guests: boolean()
    .strict()
    .required()
    .when('contacts', ([contacts]: boolean[], schema) =>
      contacts ? schema : schema.oneOf([false], 'guests: cannot be on while contacts is off')
    ),
  resourceTypes: array(resourceType.required())
    .max(20)
    .required()
    .test(distinct<ResourceType>((one) => one.contentType)),
  accessTypes: array(accessType.required())
    .max(100)
    .required()
    .test(distinct<AccessType>((one) => one.key)),
  /** The doors that are open. An invitation link is its own door: revoke it to shut it. */
  signInMethods: object({ key: boolean().default(true), password: boolean().default(true) }).noUnknown(),
  passwordPolicy: mixed<PasswordPolicyName>()
    .oneOf([...passwordPolicyNames])
    .default('long'),
  joining,
  brand,
  /** In which times are shown to whoever has none in their profile; null: that of their browser, and UTC in mails. */
  timeZone: timeZone.nullable().default(null),
  mailTexts: array(mailText.required())
    .max(200)
    .default([])
    .test(distinct<MailText>(({ kind, locale: language }) => `${kind} ${language}`)),
  google,
  trail: trailSettings,
}).noUnknown();
export type Settings = InferType<typeof settings>;

/** Why an access type or a resource type is closed although the settings name it. */
export const ruleProblems = [
  'unknown-content-type',
  'unknown-path',
  'path-misses-target',
  'path-too-long',
  'unknown-resource-type',
  'unknown-field',
] as const;

/**
 * Why something below `joining` is refused (400 `invalid_settings`); the code is the message of the fault in
 * `details.errors`, its path ends at the field.
 */
export const joiningProblems = [
  'not-a-domain',
  'ip-address',
  'wildcard-misplaced',
  'public-suffix',
  'same-domain-twice',
  'not-an-address',
  'unknown-resource-type',
  'unknown-access-type',
] as const;
export type JoiningProblem = (typeof joiningProblems)[number];

/**
 * Why a change of the settings is refused to whoever makes it (403 `access_decides`); the code is the message of the fault in
 * `details.errors`, its path ends at the field. `not-yours-to-open`: it lets somebody in, or shows them more, and takes
 * `access.manage` (an address that is told of arrivals takes `guests.read`). `not-yours-to-read`: guests would read what the
 * content manager does not show to whoever saves.
 */
export const settingsRefusals = ['not-yours-to-open', 'not-yours-to-read'] as const;
export type SettingsRefusal = (typeof settingsRefusals)[number];

/**
 * What stands in the settings and is allowed, but deserves a second look: everybody can have an address at a free-mail
 * host; mail that goes out unencrypted can be read, and its link used, on the way.
 */
export const joiningCautions = ['free-mail-domain', 'unencrypted-mail'] as const;
export type JoiningCaution = (typeof joiningCautions)[number];

/** `logo-not-shown`: the stored address of the logo is none that is allowed now, and counts as none. */
export const settingsCautions = [...joiningCautions, 'logo-not-shown'] as const;

export const settingsCaution = object({
  /** Where in the settings: `joining.domains[2].domain`, `joining.mode`, `brand.logoUrl`. */
  path: string().required(),
  caution: mixed<(typeof settingsCautions)[number]>()
    .oneOf([...settingsCautions])
    .required(),
});
export type SettingsCaution = InferType<typeof settingsCaution>;

export type RuleProblem = (typeof ruleProblems)[number];

export const settingsWarning = object({
  /** Where in the settings: `accessTypes[2].rule.path`. */
  path: string().required(),
  problem: mixed<RuleProblem>()
    .oneOf([...ruleProblems])
    .required(),
});
export type SettingsWarning = InferType<typeof settingsWarning>;

const settingsAnswer = object({
  settings: settings.required(),
  warnings: array(settingsWarning.required()).required(),
  cautions: array(settingsCaution.required()).required(),
  /** What the owner needs to know to set Google up. */
  google: object({
    /** To be entered at Google, letter by letter. */
    redirectUri: string().required(),
    /** Whether the site's configuration has the client's secret. */
    hasSecret: boolean().required(),
  }),
});

/** GET /settings — with a warning for each rule that is broken and therefore closed. */
export const GetSettings = endpoint('GetSettings', { response: settingsAnswer });

/**
 * PUT /settings — all of them; 400 `invalid_settings` with the field, and nothing saved, where one is wrong. What lets
 * somebody in or shows guests more takes `access.manage` beside this permission: 403 `access_decides` with the field.
 */
export const SaveSettings = endpoint('SaveSettings', {
  body: settings,
  response: settingsAnswer,
});

export const domainVerdict = object({
  /** As it was asked about. */
  domain: string().required(),
  /** Why saving would refuse it. */
  problem: mixed<JoiningProblem>()
    .oneOf([...joiningProblems])
    .nullable()
    .defined(),
  caution: mixed<JoiningCaution>()
    .oneOf([...joiningCautions])
    .nullable()
    .defined(),
});
export type DomainVerdict = InferType<typeof domainVerdict>;

/** POST /settings/domains — what saving would say of these domains, while they are typed. Changes nothing. */
export const JudgeDomains = endpoint('JudgeDomains', {
  body: object({ domains: array(domainPattern.required()).max(joiningDomainsMax).required() }).noUnknown(),
  response: object({ verdicts: array(domainVerdict.required()).required() }),
});

/** GET /features — which of the two switches are on; what the panel's menu needs to know. */
export const GetFeatures = endpoint('GetFeatures', {
  response: object({ contacts: boolean().required(), guests: boolean().required() }),
});

/** A content type of the site as the editor of access types offers it. */
export const contentTypeChoice = object({
  uid: string().required(),
  displayName: string().required(),
  draftAndPublish: boolean().required(),
  /** What a guest could read, in the order of the schema; private attributes are not among them. */
  fields: array(object({ name: string().required(), type: string().required() }).required()).required(),
  /** Every path of at most three relations that really exists, with the type it leads to. */
  paths: array(object({ path: string().required(), target: string().required() }).required()).required(),
});
export type ContentTypeChoice = InferType<typeof contentTypeChoice>;

/** GET /content-types — content types of the site, for the editor. */
export const ListContentTypes = endpoint('ListContentTypes', {
  response: object({ contentTypes: array(contentTypeChoice.required()).required() }),
});
