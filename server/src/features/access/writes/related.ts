import {
  failure,
  hasDrafts,
  isLocalized,
  modelOf,
  relationActions as links,
  rows,
  type Attribute,
  type Model,
  type Strapi,
} from '../../../kernel';
import { CONTACT } from '../../settings';
import { contactsOf } from '../policy/rule-sql';
import type { Profile } from '../policy/profile';
import { scopeOf, toWhere } from '../policy/scope';

/** A row that a body names, and where it names it. */
export interface Reference {
  target: string;
  path: string;
  by: 'id' | 'documentId';
  value: number | string;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const notVisible = (path: string): Error =>
  failure('relation_not_visible', `${path}: there is no such row`, {
    errors: [{ path: path.split('.'), message: 'there is no such row', name: 'ValidationError' }],
  });

const malformed = (path: string): Error =>
  failure('invalid_body', `${path}: not a relation`, {
    errors: [{ path: path.split('.'), message: 'not a relation', name: 'ValidationError' }],
  });

const idMax = 2 ** 31 - 1;

/** The rows that a place among others names. */
const positionOf = (path: string, position: unknown): unknown[] => {
  if (position === undefined || position === null) return [];
  if (!isObject(position)) throw malformed(path);
  const { before, after, start, end, ...unknown } = position;
  if (Object.keys(unknown).length > 0 || [start, end].some((one) => one !== undefined && typeof one !== 'boolean')) {
    throw malformed(path);
  }
  return [before, after].filter((one) => one !== undefined && one !== null);
};

/** Every row that a relation's value names, in each of the forms that Strapi takes. */
const referencesOf = (target: string, path: string, value: unknown): Reference[] => {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => referencesOf(target, path, one));
  if (typeof value === 'number') {
    // What no column of ids holds is no row.
    if (!Number.isInteger(value) || Math.abs(value) > idMax) throw notVisible(path);
    return [{ target, path, by: 'id', value }];
  }
  if (typeof value === 'string') {
    // Strapi takes a text that begins like a number for an id.
    if (/^\d+$/.test(value)) return referencesOf(target, path, Number(value));
    if (/^[a-z][a-z0-9]*$/.test(value)) return [{ target, path, by: 'documentId', value }];
    throw malformed(path);
  }
  if (!isObject(value)) throw malformed(path);
  if (links.some((link) => link in value)) {
    if (Object.keys(value).some((key) => !(links as readonly string[]).includes(key))) throw malformed(path);
    return links.flatMap((link) => referencesOf(target, path, value[link]));
  }
  const named = [value['id'], value['documentId']].filter((one) => one !== undefined);
  if (named.length === 0) throw malformed(path);
  const position = positionOf(path, value['position']);
  return [...named, ...position].flatMap((one) => {
    if (typeof one !== 'number' && typeof one !== 'string') throw malformed(path);
    return referencesOf(target, path, one);
  });
};

/**
 * Every row that a body names, through components and dynamic zones.
 * @throws 400 `field_not_writable` for files and relations to several types, which cannot be checked
 */
export const referencesIn = (strapi: Strapi, model: Model, data: Record<string, unknown>, trail = ''): Reference[] =>
  Object.entries(data).flatMap(([name, value]) => {
    const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
    const path = trail ? `${trail}.${name}` : name;
    if (attribute === undefined) return [];
    if (attribute.type === 'media') throw notWritable(path);
    if (attribute.type === 'relation') {
      if (!attribute.target || attribute.relation?.startsWith('morph')) throw notWritable(path);
      return referencesOf(attribute.target, path, value);
    }
    if (attribute.type !== 'component' && attribute.type !== 'dynamiczone') return [];
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.filter(isObject).flatMap((part) => {
      const uid = attribute.type === 'component' ? attribute.component : part['__component'];
      const isListed =
        attribute.type === 'component' || (typeof uid === 'string' && attribute.components?.includes(uid));
      const component = typeof uid === 'string' && isListed ? modelOf(strapi, uid) : null;
      if (component === null) throw malformed(path);
      return referencesIn(strapi, component, part, path);
    });
  });

export const notWritable = (path: string): Error =>
  failure('field_not_writable', `${path}: cannot be written`, {
    errors: [{ path: path.split('.'), message: 'cannot be written', name: 'ValidationError' }],
  });

/**
 * The rows of a type that a body may name: those the guest sees. A contact they do not see as a row, but they may name their
 * own where a rule ties rows to contacts.
 */
const nameableRows = (strapi: Strapi, profile: Profile, target: string) => {
  const tiesContacts = profile.accessTypes.some(({ rule }) => rule.kind === 'contact');
  if (target === CONTACT && tiesContacts) return { id: { $in: contactsOf(strapi, profile.guest) } };
  return toWhere(scopeOf(strapi, profile, target)) ?? {};
};

/** More than a person links at once. */
const referencesMax = 1_000;

interface Named {
  id: number;
  documentId: string;
  locale: string | null;
}

/**
 * Refuses a body that names a row the guest does not see. Must run as the system: the conditions are given here.
 * Answers the body with rows that have drafts named by their documents: a number names one version, and what a guest links is
 * linked in the draft and in what is published.
 * @throws 400 `relation_not_visible`, the same for a hidden row and one that is not there
 */
export const requireVisibleRelated = async (
  strapi: Strapi,
  profile: Profile,
  model: Model,
  data: Record<string, unknown>
): Promise<Record<string, unknown>> => {
  const references = referencesIn(strapi, model, data);
  if (references.length > referencesMax) throw failure('invalid_body', `At most ${referencesMax} rows can be named`);
  const named = new Map<string, Named>();
  for (const target of new Set(references.map((one) => one.target))) {
    const here = references.filter((one) => one.target === target);
    const values = (by: Reference['by']) => here.filter((one) => one.by === by).map(({ value }) => value);
    const found = await rows<Named>(strapi, target).findMany({
      select: ['id', 'documentId', 'locale'],
      where: {
        $and: [
          { $or: [{ id: { $in: values('id') } }, { documentId: { $in: values('documentId') } }] },
          nameableRows(strapi, profile, target),
        ],
      },
    });
    const seen = new Set<number | string>(found.flatMap(({ id, documentId }) => [id, documentId]));
    const missing = here.find(({ value }) => !seen.has(value));
    if (missing) throw notVisible(missing.path);
    for (const row of found) named.set(`${target} ${row.id}`, row);
  }
  return namedByDocument(strapi, model, data, named);
};

type NameOf = (id: unknown) => { documentId: string; locale?: string | null } | null;

/** A relation's value, in whatever form, with the document in the place of each number. */
const byDocument = (nameOf: NameOf, value: unknown): unknown => {
  if (Array.isArray(value)) return value.map((one) => byDocument(nameOf, one));
  if (!isObject(value)) return nameOf(value) ?? value;
  if (links.some((link) => link in value)) {
    return Object.fromEntries(Object.entries(value).map(([link, named]) => [link, byDocument(nameOf, named)]));
  }
  const { id, position, ...rest } = value;
  const name = nameOf(id) ?? (id === undefined ? {} : { id });
  if (!isObject(position)) return { ...name, ...rest };
  const places = Object.entries(position).map(([place, at]) => [place, nameOf(at)?.documentId ?? at]);
  return { ...name, ...rest, position: Object.fromEntries(places) as object };
};

const namedByDocument = (
  strapi: Strapi,
  model: Model,
  data: Record<string, unknown>,
  named: ReadonlyMap<string, Named>
): Record<string, unknown> => {
  const rename = (attribute: Attribute | undefined, value: unknown): unknown => {
    if (attribute?.type === 'component' || attribute?.type === 'dynamiczone') {
      if (Array.isArray(value)) return value.map((part) => rename(attribute, part));
      if (!isObject(value)) return value;
      const uid = attribute.component ?? value['__component'];
      const component = typeof uid === 'string' ? modelOf(strapi, uid) : null;
      return component === null ? value : namedByDocument(strapi, component, value, named);
    }
    const target = attribute?.type === 'relation' ? modelOf(strapi, attribute.target ?? '') : null;
    // Strapi takes a column of the row's own for what it is: a number.
    if (target === null || !hasDrafts(target) || attribute?.useJoinTable === false) return value;
    return byDocument((id) => {
      const row = named.get(`${target.uid} ${String(id)}`);
      if (row === undefined) return null;
      return { documentId: row.documentId, ...(isLocalized(target) ? { locale: row.locale } : {}) };
    }, value);
  };
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => {
      const attribute = Object.hasOwn(model.attributes, name) ? model.attributes[name] : undefined;
      return [name, rename(attribute, value)];
    })
  );
};

/** Whether a value puts something in the place of what a relation, component or zone holds now. */
const replaces = (model: Model, name: string, value: unknown): boolean => {
  const { type, relation } = model.attributes[name] ?? {};
  if (type === 'component' || type === 'dynamiczone') return true;
  if (type !== 'relation') return false;
  if (!isObject(value) || 'set' in value || !links.some((link) => link in value)) return true;
  // Where there is room for one, connecting another takes the place of the one that is there.
  const holdsOne = !relation?.endsWith('ToMany');
  return holdsOne && 'connect' in value;
};

/** The attributes of a body that replace links, and so could drop links to rows the guest does not see. */
export const replacedAttributes = (model: Model, data: Record<string, unknown>): string[] =>
  Object.keys(data).filter((name) => replaces(model, name, data[name]));

type Populate = Record<string, unknown>;

/** What an attribute links to, through components, as far as a body can replace it. */
export const linksTree = (strapi: Strapi, model: Model, names: readonly string[]): Populate =>
  Object.fromEntries(
    names.flatMap((name): [string, unknown][] => {
      const attribute = model.attributes[name];
      if (attribute?.type === 'relation') return [[name, { select: ['documentId'] }]];
      if (attribute?.type === 'component' && attribute.component)
        return [[name, partTree(strapi, attribute.component)]];
      if (attribute?.type !== 'dynamiczone') return [];
      const on = (attribute.components ?? []).map((uid) => [uid, partTree(strapi, uid)]);
      return [[name, { on: Object.fromEntries(on) as Populate }]];
    })
  );

const partTree = (strapi: Strapi, uid: string): Populate => {
  const model = modelOf(strapi, uid);
  if (model === null) return {};
  return { select: ['id'], populate: linksTree(strapi, model, Object.keys(model.attributes)) };
};
