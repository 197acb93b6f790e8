import type { Field, Section } from '../api/guestAccess';
import type { Query, QueryValue } from '../../../client';
import { queryString } from '../../../client/queryString';
import { isSortable, labelField, searchedFields } from './columns';
import type { Component } from './components';

export const pageSize = 25;

/** How deep components are followed into each other; what the server takes of one question ends there. */
const levelsMax = 3;
/** Of a query string: browsers and proxies take twice as much, and the server counts what is asked. */
const lengthMax = 4_000;

/** What hangs on a component is asked for by name; all that is its own comes by itself. */
const insideComponent = (uid: string, components: readonly Component[], levels: number): QueryValue => {
  const component = components.find((each) => each.uid === uid);
  const populate = levels > 0 ? populateAll(component?.fields ?? [], components, levels - 1) : {};
  return Object.keys(populate).length === 0 ? true : { populate };
};

const populateOf = (field: Field, components: readonly Component[], levels: number): QueryValue | null => {
  const { kind, target, zone, components: held = [] } = field;
  switch (kind) {
    case 'relation':
      return target === undefined ? null : { fields: [target.labelField] };
    case 'media':
      return { fields: ['name', 'url'] };
    case 'component': {
      const inside = held.map((uid) => [uid, insideComponent(uid, components, levels)] as const);
      if (zone !== true) return inside[0]?.[1] ?? true;
      // Without anything to ask of one of them, all are asked for at once.
      return inside.every(([, asked]) => asked === true) ? true : { on: Object.fromEntries(inside) };
    }
    default:
      return null;
  }
};

const populateAll = (
  fields: readonly Field[],
  components: readonly Component[],
  levels: number
): Readonly<Record<string, QueryValue>> =>
  Object.fromEntries(
    fields.flatMap((field): [string, QueryValue][] => {
      const populate = populateOf(field, components, levels);
      return populate === null ? [] : [[field.name, populate]];
    })
  );

const isStored = ({ kind }: Field): boolean => kind !== 'relation' && kind !== 'media' && kind !== 'component';

/**
 * Asks for exactly these fields: what is in the row by `fields`, what hangs on it by `populate`, through components as deep
 * as one question may go.
 */
export const fieldsQuery = (
  fields: readonly Field[],
  components: readonly Component[] = [],
  levels: number = levelsMax
): Query => {
  const stored = [...new Set(fields.filter(isStored).map(({ name }) => name))];
  const populate = populateAll(fields, components, levels);
  const query = {
    fields: stored.length === 0 ? ['documentId'] : stored,
    ...(Object.keys(populate).length === 0 ? {} : { populate }),
  };
  const isTooLong = levels > 0 && queryString(query).length > lengthMax;
  return isTooLong ? fieldsQuery(fields, components, levels - 1) : query;
};

export const sortDirections = ['asc', 'desc'] as const;
export interface Sort {
  readonly field: string;
  readonly direction: (typeof sortDirections)[number];
}

/** What a person has asked of a list. `sort` null means the usual order, by the row's name. */
export interface ListState {
  /** The language of the content; null for the site's default, or where the content has none. */
  readonly locale: string | null;
  readonly page: number;
  readonly search: string;
  readonly sort: Sort | null;
  /** The one value that a field must have, by the field's name. */
  readonly only: Readonly<Record<string, string>>;
}

const sortQuery = (section: Section, sort: Sort | null): Query => {
  if (sort !== null) return { sort: [`${sort.field}:${sort.direction}`] };
  const label = labelField(section);
  return isSortable(label) ? { sort: [`${label.name}:asc`] } : {};
};

const searchFilter = (section: Section, search: string): Query => {
  const names = searchedFields(section);
  if (search === '' || names.length === 0) return {};
  return { $or: names.map((name) => ({ [name]: { $containsi: search } })) };
};

const onlyFilter = (only: ListState['only']): Query =>
  Object.fromEntries(Object.entries(only).map(([name, value]) => [name, { $eq: value }]));

const filtersQuery = (section: Section, { search, only }: Pick<ListState, 'search' | 'only'>): Query => {
  const filters = { ...searchFilter(section, search), ...onlyFilter(only) };
  return Object.keys(filters).length === 0 ? {} : { filters };
};

const localeQuery = (locale: string | null): Query => (locale === null ? {} : { locale });

/** Strapi's own, readable whatever the section lists; a save says which state of the row it is based on. */
const lastChange: Field = { name: 'updatedAt', kind: 'datetime', required: false, writable: false };

/** Everything of one row that the guest may read, in one language. */
export const rowQuery = (section: Section, locale: string | null): Query => ({
  ...fieldsQuery([...section.fields, lastChange], section.components),
  ...localeQuery(locale),
});

/** One page of a section, with the columns that are shown. */
export const listQuery = (
  section: Section,
  columns: readonly Field[],
  { locale, page, search, sort, only }: ListState
): Query => ({
  ...fieldsQuery(columns),
  ...localeQuery(locale),
  ...sortQuery(section, sort),
  ...filtersQuery(section, { search, only }),
  pagination: { page, pageSize },
});
