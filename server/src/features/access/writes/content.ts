import { isDeepStrictEqual } from 'node:util';
import { contentAttributes, type Attribute, type Model } from '../../../kernel';

/** Content types and components by uid. */
export type Models = (uid: string) => Model | null;

type Populate = Record<string, unknown>;
type Part = Record<string, unknown>;

const listed = (value: unknown): unknown[] => {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
};

/** Whether what an attribute shows is kept by the rows that it leads to: a change of theirs shows in it. */
const isOtherEnd = ({ mappedBy }: Attribute): boolean => mappedBy !== undefined;
const isMorph = ({ relation }: Attribute): boolean => relation?.startsWith('morph') ?? false;

/** What a version holds of its own; more than relations to one type cannot be compared, and no guest writes them. */
export const ownContent = (model: Model): string[] =>
  contentAttributes(model).filter((name) => {
    const attribute = model.attributes[name];
    return attribute !== undefined && !isOtherEnd(attribute) && !isMorph(attribute);
  });

/** Populates these attributes as far as `contentOf` reads them. */
export const contentTree = (models: Models, model: Model, names: readonly string[]): Populate => {
  const part = (uid: string): Populate => {
    const component = models(uid);
    return component === null ? {} : { populate: contentTree(models, component, ownContent(component)) };
  };
  const entries = names.flatMap((name): [string, unknown][] => {
    const attribute = model.attributes[name];
    if (attribute === undefined) return [];
    const { type, target = '', component, components = [] } = attribute;
    const languages = 'locale' in (models(target)?.attributes ?? {}) ? ['locale'] : [];
    if (type === 'relation') return [[name, { select: ['id', 'documentId', ...languages] }]];
    if (type === 'media') return [[name, { select: ['id'] }]];
    if (type === 'component' && component) return [[name, part(component)]];
    if (type !== 'dynamiczone') return [];
    return [[name, { on: Object.fromEntries(components.map((uid) => [uid, part(uid)])) as Populate }]];
  });
  return Object.fromEntries(entries);
};

/** The uid of a part: of the attribute's only component, or as the part of a zone says. */
export const componentOf = ({ component }: Attribute, part: Part): string =>
  component ?? (typeof part['__component'] === 'string' ? part['__component'] : '');

export const partsIn = (value: unknown): Part[] =>
  listed(value).filter((one): one is Part => typeof one === 'object' && one !== null);

/**
 * What an attribute of a stored version holds, without what differs between a draft and its published version that say the
 * same: rows by their documents, components without their ids.
 */
const contentOf = (models: Models, attribute: Attribute, value: unknown): unknown => {
  switch (attribute.type) {
    case 'media':
      return partsIn(value).map(({ id }) => id);
    case 'relation': {
      const named = partsIn(value).map(({ documentId, locale }) => `${String(documentId)} ${String(locale ?? '')}`);
      // The order at the other end is the order of changes there.
      return isOtherEnd(attribute) ? named.sort() : named;
    }
    case 'component':
    case 'dynamiczone':
      return partsIn(value).map((part) => {
        const uid = componentOf(attribute, part);
        const model = models(uid);
        const held = model === null ? [] : ownContent(model);
        return [uid, ...held.map((name) => contentOf(models, model?.attributes[name] ?? { type: '' }, part[name]))];
      });
    default:
      return value instanceof Date ? value.toISOString() : (value ?? null);
  }
};

export const isSameContent = (models: Models, model: Model, name: string, one: Part, other: Part): boolean => {
  const attribute = model.attributes[name];
  if (attribute === undefined) return true;
  return isDeepStrictEqual(contentOf(models, attribute, one[name]), contentOf(models, attribute, other[name]));
};

/** Whether a value in a body is the one that is stored. Of relations and components a body says it in too many ways: no. */
export const isStoredValue = ({ type }: Attribute, given: unknown, stored: unknown): boolean => {
  if (['relation', 'media', 'component', 'dynamiczone'].includes(type)) return false;
  if (given === null || given === undefined || stored === null || stored === undefined) {
    return (given ?? null) === (stored ?? null);
  }
  if (['integer', 'decimal', 'float'].includes(type)) return Number(given) === Number(stored);
  if (type === 'biginteger') return String(given) === String(stored);
  if (type === 'datetime') return new Date(String(given)).getTime() === new Date(String(stored)).getTime();
  if (type === 'time') return String(stored).startsWith(String(given));
  return isDeepStrictEqual(given, stored);
};
