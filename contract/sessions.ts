import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { doors, type Door } from './constants';
import { typedText } from './contacts';
import { password } from './credentials';
import { documentId, endpoint, eventStream, nothing } from './endpoint';
import { countryCode, timeZone } from './guests';
import { labels, locale } from './locales';
import { accessActions, brand, type AccessAction } from './settings';

export { doors, drawnFor, guestHeader, type Door } from './constants';

/**
 * How the session is kept: `token` in the answer, for clients that send it as a bearer token; `cookie` in an HttpOnly
 * cookie that the portal's page cannot read.
 */
export const sessionCarriers = ['token', 'cookie'] as const;
export type SessionCarrier = (typeof sessionCarriers)[number];

export const sessionCarrier = mixed<SessionCarrier>()
  .oneOf([...sessionCarriers])
  .default('token');

export const guestSelf = object({
  documentId: string().required(),
  firstName: string().nullable().defined(),
  lastName: string().required(),
  locale: locale.required(),
  email: string().nullable().defined(),
  login: string().nullable().defined(),
  title: string().nullable().defined(),
  mobile: string().nullable().defined(),
  country: string().nullable().defined(),
  timeZone: string().nullable().defined(),
  photoUrl: string().nullable().defined(),
  /** Whether they can change their password and address themselves. */
  hasPassword: boolean().required(),
  /** Who is looking, where an editor sees the portal as this guest (N3): nothing can be changed, and it ends soon. */
  preview: object({ editorName: string().required(), endsAt: string().required() }).nullable().defined(),
});

export const startedSession = object({
  /** Null where the session is kept in a cookie. */
  token: string().nullable().defined(),
  expiresAt: string().required(),
  guest: guestSelf.required(),
});

/** POST /auth/key — log in by key. 401 `invalid_key` for every key that does not let in, whatever the reason. */
export const LogInByKey = endpoint('LogInByKey', {
  body: object({
    key: string().strict().max(200).required(),
    carrier: sessionCarrier,
  }).noUnknown(),
  response: startedSession,
});

/**
 * POST /auth/password — by login name or e-mail. 401 `invalid_credentials` for every pair that does not let in, whatever the
 * reason, after the same time; 403 `password_change_required` for a right temporary one, with `details.token`, good at
 * `ResetPassword`; 403 `door_closed`; 429 `too_many_requests`.
 */
export const LogInByPassword = endpoint('LogInByPassword', {
  body: object({
    login: string().strict().max(254).required(),
    password: password.required(),
    carrier: sessionCarrier,
  }).noUnknown(),
  response: startedSession,
});

/** How long an editor may look at the portal as a guest. */
export const previewMinutes = 15;

/**
 * POST /guests/:guestId/preview — a link that opens the portal as this guest (N3): good once, for two minutes; the session
 * it opens is read-only, lasts `previewMinutes`, and stands in the log.
 */
export const StartPreview = endpoint('StartPreview', {
  params: object({ guestId: documentId.required() }).noUnknown(),
  response: object({ link: string().required() }),
});

/** POST /auth/preview — the portal's page `/preview#gpt_…` hands in the ticket of that link. 401 `invalid_key`. */
export const LogInByPreview = endpoint('LogInByPreview', {
  body: object({ ticket: string().strict().max(200).required() }).noUnknown(),
  response: object({ expiresAt: string().required(), guest: guestSelf.required() }),
});

/** GET /colleagues — the other guests this one may know of (D5). */
export const ListColleagues = endpoint('ListColleagues', {
  response: object({
    colleagues: array(
      object({
        firstName: string().nullable().defined(),
        lastName: string().required(),
        companyName: string().nullable().defined(),
      }).required()
    ).required(),
  }),
});

/** POST /auth/logout — ends this session. */
export const LogOut = endpoint('LogOut', { response: nothing });

/** GET /me — who is logged in. */
export const GetMe = endpoint('GetMe', { response: guestSelf });

/** PATCH /me — what is left out stays as it is. 429 `too_many_requests` where they change it all the time. */
export const UpdateMe = endpoint('UpdateMe', {
  body: object({
    firstName: typedText(120).nullable().optional(),
    lastName: typedText(120).min(1).optional(),
    locale: locale.optional(),
    mobile: typedText(40).nullable().optional(),
    country: countryCode.nullable().optional(),
    timeZone: timeZone.nullable().optional(),
  }).noUnknown(),
  response: guestSelf,
});

/** What a browser or program says of itself, in words; null where it says nothing that is known. */
export const device = object({ browser: string().nullable().defined(), system: string().nullable().defined() });

/** How many sessions a guest may have opened: one more ends the one that was not used for longest. */
export const sessionsMax = 20;

/** GET /me/sessions — the guest's own logins that are good now, the last used first. An editor's look (N3) is not among them. */
export const ListMySessions = endpoint('ListMySessions', {
  response: object({
    sessions: array(
      object({
        id: string().required(),
        current: boolean().required(),
        door: mixed<'key' | 'password' | 'join'>().oneOf(['key', 'password', 'join']).required(),
        device: device.required(),
        startedAt: string().required(),
        lastSeenAt: string().required(),
      }).required()
    ).required(),
    sessionsMax: number().required(),
  }),
});

/** DELETE /me/sessions/:sessionId — ends one of their own; 404 for any other. */
export const EndMySession = endpoint('EndMySession', {
  params: object({ sessionId: string().strict().uuid().required() }).noUnknown(),
  response: nothing,
});

/** DELETE /me/sessions — ends all of them, this one too. */
export const EndMySessions = endpoint('EndMySessions', { response: nothing });

/**
 * How the portal shows and edits a field; everything else is shown as text. `richtext` is Markdown in a string;
 * Strapi's blocks are `json`, as are custom fields.
 */
export const fieldKinds = [
  'text',
  'longtext',
  'richtext',
  'number',
  'boolean',
  'date',
  'datetime',
  'time',
  'enumeration',
  'email',
  'json',
  'relation',
  'media',
  'component',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/**
 * What a value has to keep to: what the schema asks for and what the column holds, whichever is narrower. Only what there is.
 */
export const fieldLimits = object({
  minLength: number().optional(),
  maxLength: number().optional(),
  /** A regular expression of JavaScript that the text has to match. */
  pattern: string().optional(),
  /** Decimal numbers as text (`-2147483648`, `0.5`): a double does not hold all of them. */
  min: string().optional(),
  max: string().optional(),
  /** How many digits may stand behind the point; 0 for a whole number. */
  decimals: number().optional(),
});
export type FieldLimits = InferType<typeof fieldLimits>;

export const accessField = object({
  name: string().required(),
  /** What the content manager's settings call the field, where somebody named it; else the reader makes words of `name`. */
  label: string().optional(),
  kind: mixed<FieldKind>()
    .oneOf([...fieldKinds])
    .required(),
  required: boolean().required(),
  writable: boolean().required(),
  /**
   * Whether the access type's rule leads through this relation: without it the guest would not see the row. They may write it
   * in a new row, whatever fields the type lets them change.
   */
  needed: boolean().optional(),
  /** The values of an enumeration. */
  options: array(string().required()).optional(),
  limits: fieldLimits.optional().default(undefined),
  /** What stands in a new row where nothing else is said: the schema's default. */
  default: mixed<string | number | boolean>()
    .meta({ types: ['string', 'number', 'boolean'] })
    .optional(),
  /**
   * Of a relation whose rows the guest may read: the path of their list with its prefix (`/api/projects`), the attribute
   * that names a row (one that the guest may read, else `documentId`), and whether the relation holds several.
   */
  target: object({ path: string().required(), labelField: string().required(), many: boolean().required() })
    .optional()
    .default(undefined),
  /** Of a component or a dynamic zone: the components that it may hold, by their uids; `components` of the section has them. */
  components: array(string().required()).optional().default(undefined),
  /** Whether it is a dynamic zone: each of its values says in `__component` which component it is. */
  zone: boolean().optional(),
});

/** A component of the site, as far as the guest may read it. Whether it may be written is said of the field that holds it. */
export const accessComponent = object({
  uid: string().required(),
  /** What the site calls it. */
  label: string().required(),
  fields: array(accessField.required()).required(),
});

/** One section of "Mes accès": a content type that the guest may read, with what they may do there. */
export const accessSection = object({
  /** `access` an access type; `resource` the granted rows of a resource type. */
  kind: mixed<'access' | 'resource'>().oneOf(['access', 'resource']).required(),
  key: string().required(),
  labels: labels.required(),
  contentType: string().required(),
  /** Of the list in Strapi's REST API, with its prefix: `/api/tasks`. */
  path: string().required(),
  actions: array(
    mixed<AccessAction>()
      .oneOf([...accessActions])
      .required()
  ).required(),
  /** The attribute that names a row, or `documentId` where there is none. */
  labelField: string().required(),
  /** Whether the content type has a version a language. */
  localized: boolean().required(),
  /** Of a localized type: the languages that the site's content may have, by their codes and names; the default first. */
  contentLocales: array(object({ code: string().required(), name: string().required() }).required()).optional(),
  fields: array(accessField.required()).required(),
  /** The components that stand in its fields, and in each other, each once. */
  components: array(accessComponent.required()).optional().default(undefined),
});

/** GET /me/access — what the guest may see and do: everything the portal, or a front end of the site's own, needs to show it. */
export const GetMyAccess = endpoint('GetMyAccess', {
  response: object({ sections: array(accessSection.required()).required() }),
});

/**
 * GET /me/stream — tells the guest's page what to read again. `access`: what they may see is of this version now; told as the stream
 * begins, and with each change. `account`: something of their own account is not what it was (their details, their address,
 * their password, their sessions). 429 `too_many_requests` where they listen too often already, 503 `streams_full`.
 */
export const StreamMe = eventStream('StreamMe', {
  access: object({ version: number().required() }),
  account: nothing,
});

/** GET /site — public facts for the login page. */
export const GetSite = endpoint('GetSite', {
  response: object({
    name: string().required(),
    signInMethods: array(
      mixed<Door>()
        .oneOf([...doors])
        .required()
    ).required(),
    locales: array(locale.required()).required(),
    defaultLocale: locale.required(),
    brand: brand.required(),
    /** In which times are shown to whoever has none in their profile; null: that of their browser. */
    timeZone: string().nullable().defined(),
    /** What a new password has to be. */
    passwordPolicy: object({
      minLength: number().required(),
      maxLength: number().required(),
      classes: boolean().required(),
    }).required(),
  }),
});
