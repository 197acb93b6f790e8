import type { FieldKind, GetMyAccess, ResponseOf } from '../../../../../contract';
import {
  asSystem,
  editorLabelsOf,
  labelFieldOf,
  modelOf,
  type Attribute,
  type Model,
  type Strapi,
} from '../../../kernel';
import { fieldLimits } from '../writes/columns';
import { readableFields, type Profile } from '../policy/profile';
import { scopeOf } from '../policy/scope';

type Section = ResponseOf<typeof GetMyAccess>['sections'][number];
export type Field = Section['fields'][number];
export type Component = NonNullable<Section['components']>[number];

const kinds: Record<string, FieldKind> = {
  string: 'text',
  uid: 'text',
  text: 'longtext',
  richtext: 'richtext',
  email: 'email',
  integer: 'number',
  biginteger: 'number',
  decimal: 'number',
  float: 'number',
  boolean: 'boolean',
  date: 'date',
  datetime: 'datetime',
  timestamp: 'datetime',
  time: 'time',
  enumeration: 'enumeration',
  relation: 'relation',
  media: 'media',
  component: 'component',
  dynamiczone: 'component',
};

const kindOf = ({ type, relation }: Attribute): FieldKind =>
  type === 'relation' && relation?.startsWith('morph') ? 'json' : (kinds[type] ?? 'json');

/** Kinds that the content API lets a guest write: files and zones of relations to several types it does not. */
export const canBeWritten = (attribute: Attribute): boolean =>
  attribute.type !== 'media' && attribute.writable !== false && !attribute.relation?.startsWith('morph');

/** The path of a content type in the REST API, with its prefix. */
export const pathOf = (strapi: Strapi, { kind, info }: Model): string => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  return `${prefix}/${kind === 'singleType' ? info.singularName : info.pluralName}`;
};

/** What an editor named the fields of a type or component in the content manager. */
export const editorLabels = (strapi: Strapi, model: Model): Promise<Record<string, string>> =>
  asSystem(() => editorLabelsOf(strapi, model));

/** The attribute that names a row: for a resource type the one the settings say, where the guest may read it. */
export const nameOf = (strapi: Strapi, profile: Profile, model: Model): string => {
  const readable = [...readableFields(strapi, profile, model.uid)];
  const chosen = profile.resourceTypes.find(({ contentType }) => contentType === model.uid)?.labelField;
  return chosen !== undefined && readable.includes(chosen) ? chosen : labelFieldOf(model, readable);
};

/** A default of the schema as it stands in a form; one that is worked out is left to Strapi. */
const defaultOf = ({ default: value }: Attribute): Field['default'] =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;

const targetOf = (strapi: Strapi, profile: Profile, { target, relation }: Attribute): Field['target'] => {
  const model = target ? modelOf(strapi, target) : null;
  // Only where the rows can be listed: a link to what cannot be read would be a dead end.
  if (model === null || scopeOf(strapi, profile, model.uid).kind !== 'where') return undefined;
  return {
    path: pathOf(strapi, model),
    labelField: nameOf(strapi, profile, model),
    many: relation === 'oneToMany' || relation === 'manyToMany',
  };
};

/** The components that a field may hold, by their uids; empty for a field of another kind. */
const heldBy = ({ type, component, components }: Attribute): readonly string[] => {
  if (type === 'dynamiczone') return components ?? [];
  return type === 'component' && component !== undefined ? [component] : [];
};

/** What is said of a field wherever it stands; null for a relation whose rows the guest may not read. */
export const describeField = (
  strapi: Strapi,
  profile: Profile,
  name: string,
  attribute: Attribute,
  label: string | undefined
): Omit<Field, 'writable'> | null => {
  const target = attribute.type === 'relation' ? targetOf(strapi, profile, attribute) : undefined;
  if (attribute.type === 'relation' && target === undefined) return null;
  const limits = fieldLimits(strapi, attribute);
  const standing = defaultOf(attribute);
  const held = heldBy(attribute);
  return {
    name,
    kind: kindOf(attribute),
    required: attribute.required === true,
    ...(limits ? { limits } : {}),
    ...(standing === undefined ? {} : { default: standing }),
    ...(label ? { label } : {}),
    ...(attribute.enum ? { options: attribute.enum } : {}),
    ...(target ? { target } : {}),
    ...(held.length > 0 ? { components: [...held] } : {}),
    ...(attribute.type === 'dynamiczone' ? { zone: true } : {}),
  } as Omit<Field, 'writable'>;
};

const describeComponent = async (strapi: Strapi, profile: Profile, model: Model): Promise<Component> => {
  const labels = await editorLabels(strapi, model);
  const fields = [...readableFields(strapi, profile, model.uid)].flatMap((name): Field[] => {
    const attribute = model.attributes[name];
    const field = attribute ? describeField(strapi, profile, name, attribute, labels[name]) : null;
    return field === null ? [] : [{ ...field, writable: false }];
  });
  return { uid: model.uid, label: model.info.displayName, fields };
};

/** The components that these fields hold, and what those hold, each once. */
export const componentsOf = async (
  strapi: Strapi,
  profile: Profile,
  fields: readonly Field[],
  known: readonly Component[] = []
): Promise<Component[]> => {
  const held = new Set(fields.flatMap(({ components = [] }) => components));
  for (const { uid } of known) held.delete(uid);
  const models = [...held].map((uid) => modelOf(strapi, uid)).filter((model) => model !== null);
  if (models.length === 0) return [...known];
  const found = await Promise.all(models.map((model) => describeComponent(strapi, profile, model)));
  const inner = found.flatMap((component) => component.fields);
  return componentsOf(strapi, profile, inner, [...known, ...found]);
};
