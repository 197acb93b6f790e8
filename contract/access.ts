import { array, boolean, mixed, number, object, string, type InferType } from 'yup';
import { contentTypeUid, endpoint } from './endpoint';
import { labels } from './locales';
import { accessActions, type AccessAction } from './settings';

/** GET /access/choices — what the dual lists offer: resource types and access types of the settings, with their labels in the reader's language. */
export const GetAccessChoices = endpoint('GetAccessChoices', {
  response: object({
    resourceTypes: array(object({ contentType: string().required(), labels: labels.required() }).required()).required(),
    accessTypes: array(
      object({ key: string().required(), labels: labels.required(), contentType: string().required() }).required()
    ).required(),
  }),
});

export const resourcePageSizeMax = 5_000;
/**
 * GET /resources?contentType=&page= — rows of a resource type, sorted by label, for the dual list: those that the content
 * manager shows to whoever asks, with the field that names them. Others are in no page, and not counted.
 */
export const ListResources = endpoint('ListResources', {
  query: object({
    contentType: contentTypeUid.required(),
    page: number().integer().min(1).default(1),
    pageSize: number().integer().min(1).max(resourcePageSizeMax).default(1_000),
  }).noUnknown(),
  response: object({
    resources: array(object({ documentId: string().required(), label: string().required() }).required()).required(),
    total: number().required(),
  }),
});

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
 * The ways into a content type that the self-check walks (N1). `cache`: whether somebody else's answer comes to a guest out of
 * a response cache.
 */
export const waysIn = ['list', 'one', 'count', 'write', 'graphql', 'populate', 'hop-filter', 'cache'] as const;
export type WayIn = (typeof waysIn)[number];

/**
 * `covered` the row filter held; `empty` there is no row to try it on, the condition was there; `absent` the site has no
 * such way; `open` it did not hold: the content type is closed to all guests.
 */
export const coverageVerdicts = ['covered', 'empty', 'absent', 'open'] as const;
export type CoverageVerdict = (typeof coverageVerdicts)[number];

export const coverageRow = object({
  contentType: string().required(),
  way: mixed<WayIn>()
    .oneOf([...waysIn])
    .required(),
  /**
   * The other content type and its relation, `api::milestone.milestone tasks`, for ways through a relation; or what is tried of a
   * write: `create`, `update`, `delete`.
   */
  through: string().nullable().defined(),
  verdict: mixed<CoverageVerdict>()
    .oneOf([...coverageVerdicts])
    .required(),
});

/** GET /coverage — what the self-check found at boot, or when the settings were saved last. */
export const GetCoverage = endpoint('GetCoverage', {
  response: object({
    checkedAt: string().required(),
    /** Content types that are closed because a way in is open. */
    closed: array(string().required()).required(),
    rows: array(coverageRow.required()).required(),
    complete: boolean().required(),
  }),
});
