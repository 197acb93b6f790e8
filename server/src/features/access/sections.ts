import {
  accessActions,
  type AccessAction,
  type FieldKind,
  type GetMyAccess,
  type Labels,
  type ResponseOf,
} from '../../../../contract';
import { asSystem, isLocalized, labelFieldOf, modelOf, type Attribute, type Model, type Strapi } from '../../kernel';
import { fieldLimits } from './columns';
import { allows, readableFields, type Profile, type Reach } from './profile';
import { scopeOf } from './scope';

type Section = ResponseOf<typeof GetMyAccess>['sections'][number];
type Field = Section['fields'][number];

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
const canBeWritten = (attribute: Attribute): boolean =>
  attribute.type !== 'media' && attribute.writable !== false && !attribute.relation?.startsWith('morph');

/** The path of a content type in the REST API, with its prefix. */
const pathOf = (strapi: Strapi, { kind, info }: Model): string => {
  const prefix = strapi.config.get<string>('api.rest.prefix', '/api');
  return `${prefix}/${kind === 'singleType' ? info.singularName : info.pluralName}`;
};

/** What an editor named the fields of a type in the content manager. */
const editorLabels = async (strapi: Strapi, model: Model): Promise<Record<string, string>> => {
  const service = strapi.plugin('content-manager').service('content-types') as {
    findConfiguration(type: { uid: string }): Promise<{ metadatas?: Record<string, { edit?: { label?: string } }> }>;
  };
  const { metadatas = {} } = await asSystem(() => service.findConfiguration(model));
  return Object.fromEntries(
    Object.entries(metadatas).flatMap(([name, { edit }]) =>
      edit?.label && edit.label !== name ? [[name, edit.label]] : []
    )
  );
};

/** The attribute that names a row: for a resource type the one the settings say, where the guest may read it. */
const nameOf = (strapi: Strapi, profile: Profile, model: Model): string => {
  const readable = [...readableFields(strapi, profile, model.uid)];
  const chosen = profile.resourceTypes.find(({ contentType }) => contentType === model.uid)?.labelField;
  return chosen !== undefined && readable.includes(chosen) ? chosen : labelFieldOf(model, readable);
};

/** The languages of the site's content, the default one first. */
const contentLocales = (strapi: Strapi): Promise<NonNullable<Section['contentLocales']>> =>
  asSystem(async () => {
    const locales = strapi.plugin('i18n').service('locales') as {
      find(): Promise<{ code: string; name: string }[]>;
      getDefaultLocale(): Promise<string>;
    };
    const first = await locales.getDefaultLocale();
    const known = (await locales.find()).map(({ code, name }) => ({ code, name }));
    return known.sort((a, b) => Number(b.code === first) - Number(a.code === first));
  });

interface Given {
  kind: Section['kind'];
  key: string;
  labels: Labels;
  model: Model;
  reach: Pick<Reach, 'rule' | 'actions' | 'writeFields'>;
}

const firstStep = ({ rule }: Pick<Reach, 'rule'>): string | undefined =>
  'path' in rule ? rule.path?.split('.')[0] : undefined;

/**
 * The relation through which the guest reaches a row that they write, where every way to write one begins with it: a row
 * without it would be out of their reach. A rule of one step to the guests themselves is kept by the server.
 */
const neededRelation = (profile: Profile, { model, reach }: Given): string | undefined => {
  const first = firstStep(reach);
  const isKept = reach.rule.kind === 'guest' && 'path' in reach.rule && !reach.rule.path?.includes('.');
  if (first === undefined || isKept) return undefined;
  const action = reach.actions.includes('create') ? 'create' : 'update';
  const ways = (profile.reaches.get(model.uid) ?? []).filter(allows(action));
  return ways.length > 0 && ways.every((way) => firstStep(way) === first) ? first : undefined;
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

const fieldsOf = async (strapi: Strapi, profile: Profile, given: Given): Promise<Field[]> => {
  const { model, reach } = given;
  const neededName = neededRelation(profile, given);
  const names = await editorLabels(strapi, model);
  const mayWrite = reach.actions.includes('create') || reach.actions.includes('update');
  return [...readableFields(strapi, profile, model.uid)].flatMap((name) => {
    const attribute = model.attributes[name];
    if (attribute === undefined) return [];
    const target = attribute.type === 'relation' ? targetOf(strapi, profile, attribute) : undefined;
    if (attribute.type === 'relation' && target === undefined) return [];
    const writable = mayWrite && canBeWritten(attribute) && (reach.writeFields?.includes(name) ?? true);
    const needed = name === neededName && attribute.type === 'relation' && (writable || reach.rule.kind !== 'guest');
    const limits = fieldLimits(strapi, attribute);
    const standing = defaultOf(attribute);
    return [
      {
        name,
        kind: kindOf(attribute),
        required: attribute.required === true,
        writable,
        ...(needed ? { needed } : {}),
        ...(limits ? { limits } : {}),
        ...(standing === undefined ? {} : { default: standing }),
        ...(names[name] ? { label: names[name] } : {}),
        ...(attribute.enum ? { options: attribute.enum } : {}),
        ...(target ? { target } : {}),
      } as Field,
    ];
  });
};

const toSection = async (strapi: Strapi, profile: Profile, given: Given): Promise<Section> => {
  const { model, kind, key, labels, reach } = given;
  const fields = await fieldsOf(strapi, profile, given);
  return {
    kind,
    key,
    labels,
    contentType: model.uid,
    path: pathOf(strapi, model),
    actions: accessActions.filter((action: AccessAction) => reach.actions.includes(action)),
    labelField: nameOf(strapi, profile, model),
    localized: isLocalized(model),
    ...(isLocalized(model) ? { contentLocales: await contentLocales(strapi) } : {}),
    fields,
  };
};

/** The sections of "Mes accès": the access types in the order of the settings, then the granted resources. */
export const sectionsOf = async (strapi: Strapi, profile: Profile): Promise<Section[]> => {
  const given = [
    ...profile.accessTypes.map(({ key, labels, contentType, rule, actions, readFields, writeFields }) => ({
      kind: 'access' as const,
      key,
      labels,
      contentType,
      reach: { rule, actions, writeFields: writeFields ?? readFields ?? null },
    })),
    ...profile.resourceTypes.map(({ contentType, labels }) => ({
      kind: 'resource' as const,
      key: modelOf(strapi, contentType)?.info.pluralName ?? contentType,
      labels,
      contentType,
      reach: { rule: { kind: 'granted' as const }, actions: ['find' as const, 'findOne' as const], writeFields: [] },
    })),
  ];
  const sections = given.flatMap(({ contentType, ...rest }) => {
    const model = modelOf(strapi, contentType);
    const canRead = (profile.reaches.get(contentType) ?? []).some(allows('find'));
    return model && canRead ? [toSection(strapi, profile, { ...rest, model })] : [];
  });
  return Promise.all(sections);
};
