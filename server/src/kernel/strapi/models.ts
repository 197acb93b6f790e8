import type { Strapi } from './app';

/** An attribute of a content type or component, as far as we read it. */
export interface Attribute {
  readonly type: string;
  readonly relation?: string;
  readonly target?: string;
  readonly inversedBy?: string;
  readonly mappedBy?: string;
  readonly useJoinTable?: boolean;
  readonly component?: string;
  readonly components?: string[];
  readonly repeatable?: boolean;
  readonly private?: boolean;
  readonly searchable?: boolean;
  readonly required?: boolean;
  readonly writable?: boolean;
  readonly enum?: string[];
  readonly min?: number | string;
  readonly max?: number | string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly regex?: string | RegExp;
  readonly default?: unknown;
  readonly pluginOptions?: Record<string, unknown>;
}

/** A content type or component of the site. */
export interface Model {
  readonly uid: string;
  readonly modelType: 'contentType' | 'component';
  readonly kind?: 'collectionType' | 'singleType';
  readonly info: { displayName: string; singularName?: string; pluralName?: string };
  readonly options?: { draftAndPublish?: boolean };
  readonly pluginOptions?: Record<string, unknown>;
  readonly attributes: Record<string, Attribute>;
}

export const modelOf = (strapi: Strapi, uid: string): Model | null => {
  // By the registry: `strapi.contentTypes` makes a list of all of them at each call.
  const found = (uid.includes('::') ? strapi.contentType(uid as never) : strapi.components[uid as never]) as unknown;
  return isModel(found) && found.uid === uid ? found : null;
};

/** The registries are plain objects: to a name like `constructor` they answer with what every object has. */
const isModel = (value: unknown): value is Model => typeof value === 'object' && value !== null && 'uid' in value;

export const componentModelsOf = (strapi: Strapi): Model[] => Object.values(strapi.components) as unknown as Model[];

export const contentTypesOf = (strapi: Strapi): Model[] => Object.values(strapi.contentTypes) as unknown as Model[];

export const hasDrafts = (model: Model): boolean => model.options?.draftAndPublish === true;

export const isLocalized = (model: Model): boolean => {
  const i18n = model.pluginOptions?.['i18n'];
  return typeof i18n === 'object' && i18n !== null && 'localized' in i18n && i18n.localized === true;
};

/** What Strapi adds to every row and lets everyone read. */
export const systemFields = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale'] as const;
const hiddenAlways = new Set(['createdBy', 'updatedBy', 'localizations', ...systemFields]);

/** The attributes that hold what people wrote, private ones too: all but Strapi's own bookkeeping (stages of a review). */
export const contentAttributes = (model: Model): string[] =>
  Object.keys(model.attributes).filter((name) => !hiddenAlways.has(name) && !name.startsWith('strapi_'));

/** The attributes a guest could be shown: not private, no password, not Strapi's own bookkeeping. */
export const readableAttributes = (model: Model): string[] =>
  Object.entries(model.attributes)
    .filter(([name, attribute]) => !hiddenAlways.has(name) && !attribute.private && attribute.type !== 'password')
    .map(([name]) => name);

/** The attribute that names a row for people: the first short text that may be read, or `documentId`. */
export const labelFieldOf = (model: Model, readable: readonly string[]): string =>
  readable.find((name) => ['string', 'uid', 'email'].includes(model.attributes[name]?.type ?? '')) ?? 'documentId';
