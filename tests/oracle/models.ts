/** What Strapi knows of a type, as far as the oracle reads it. */
export interface Attribute {
  type: string;
  relation?: string;
  target?: string;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  required?: boolean;
  private?: boolean;
  searchable?: boolean;
  enum?: string[];
}

export interface Model {
  uid: string;
  /** `task`, `tasks`, `activity-reports`: as in the address. Components have none. */
  singular: string;
  plural: string;
  drafts: boolean;
  localized: boolean;
  attributes: Readonly<Record<string, Attribute>>;
}

interface Schema {
  uid: string;
  info: { singularName?: string; pluralName?: string };
  options?: { draftAndPublish?: boolean };
  pluginOptions?: { i18n?: { localized?: boolean } };
  attributes: Record<string, Attribute>;
}

/** What Strapi adds to every row and shows to everyone. */
export const systemFields = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale'];
const bookkeeping = new Set([...systemFields, 'createdBy', 'updatedBy', 'localizations']);

export const isComponent = (uid: string): boolean => !uid.includes('::');

const models = new Map<string, Model>();

export const model = (uid: string): Model => {
  const known = models.get(uid);
  if (known) return known;
  const read = readModel(uid);
  models.set(uid, read);
  return read;
};

const readModel = (uid: string): Model => {
  const schemas = (isComponent(uid) ? site.strapi.components : site.strapi.contentTypes) as Record<string, unknown>;
  const { info, options, pluginOptions, attributes } = schemas[uid] as Schema;
  return {
    uid,
    singular: info.singularName ?? '',
    plural: info.pluralName ?? '',
    drafts: options?.draftAndPublish === true,
    localized: pluginOptions?.i18n?.localized === true,
    attributes,
  };
};

export const attributeOf = (uid: string, name: string): Attribute | undefined => model(uid).attributes[name];

/** The attributes that a type declares itself. */
export const declared = (uid: string): [string, Attribute][] =>
  Object.entries(model(uid).attributes).filter(([name]) => !bookkeeping.has(name));

const nested = new Set(['relation', 'component', 'dynamiczone', 'media']);
export const isScalar = ({ type }: Attribute): boolean => !nested.has(type);
export const scalarsOf = (uid: string): string[] =>
  declared(uid).flatMap(([name, attribute]) => (isScalar(attribute) ? [name] : []));

/** The collection types of the site's own, which a world is made of. */
export const contentTypes = (): string[] =>
  Object.values(site.strapi.contentTypes).flatMap(({ uid, kind }) =>
    uid.startsWith('api::') && kind === 'collectionType' ? [uid] : []
  );
