import {
  accessActions,
  type AccessAction,
  type GetMyAccess,
  type Labels,
  type ResponseOf,
} from '../../../../../contract';
import {
  asSystem,
  contentLocales,
  defaultLocale,
  isLocalized,
  modelOf,
  type ContentLocale,
  type Model,
  type Strapi,
} from '../../../kernel';
import { canBeWritten, componentsOf, describeField, editorLabels, nameOf, pathOf, type Field } from './fields';
import { allows, readableFields, type Profile, type Reach } from '../policy/profile';

type Section = ResponseOf<typeof GetMyAccess>['sections'][number];

/** The languages of the site's content, the default one first. */
const localesInOrder = (strapi: Strapi): Promise<ContentLocale[]> =>
  asSystem(async () => {
    const first = await defaultLocale(strapi);
    const known = await contentLocales(strapi);
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

const fieldsOf = async (strapi: Strapi, profile: Profile, given: Given): Promise<Field[]> => {
  const { model, reach } = given;
  const neededName = neededRelation(profile, given);
  const names = await editorLabels(strapi, model);
  const mayWrite = reach.actions.includes('create') || reach.actions.includes('update');
  return [...readableFields(strapi, profile, model.uid)].flatMap((name) => {
    const attribute = model.attributes[name];
    if (attribute === undefined) return [];
    const field = describeField(strapi, profile, name, attribute, names[name]);
    if (field === null) return [];
    const writable = mayWrite && canBeWritten(attribute) && (reach.writeFields?.includes(name) ?? true);
    const needed = name === neededName && attribute.type === 'relation' && (writable || reach.rule.kind !== 'guest');
    return [{ ...field, writable, ...(needed ? { needed } : {}) }];
  });
};

const toSection = async (strapi: Strapi, profile: Profile, given: Given): Promise<Section> => {
  const { model, kind, key, labels, reach } = given;
  const fields = await fieldsOf(strapi, profile, given);
  const components = await componentsOf(strapi, profile, fields);
  return {
    kind,
    key,
    labels,
    contentType: model.uid,
    path: pathOf(strapi, model),
    actions: accessActions.filter((action: AccessAction) => reach.actions.includes(action)),
    labelField: nameOf(strapi, profile, model),
    localized: isLocalized(model),
    ...(isLocalized(model) ? { contentLocales: await localesInOrder(strapi) } : {}),
    fields,
    ...(components.length > 0 ? { components } : {}),
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
